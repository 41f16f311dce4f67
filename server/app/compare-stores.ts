import type { Sha256 } from '../../core/history/chain.ts';
import { canonicalJson } from '../../core/value/canonical-json.ts';
import type { Snapshot, SnapshotPart } from '../ports.ts';

/** What two stores hold, side by side. */
export interface Comparison {
  /** How many parts are the same in both, by what they are: "record order", "book prices", "file". */
  readonly same: Readonly<Record<string, number>>;
  /** Names of those that aren't: "record order SO-202611-00042". */
  readonly different: readonly string[];
  readonly onlyFirst: readonly string[];
  readonly onlySecond: readonly string[];
}

export const areSame = ({ different, onlyFirst, onlySecond }: Comparison): boolean =>
  different.length + onlyFirst.length + onlySecond.length === 0;

/** Compares part by part: events, chains, versions, answers, books, settings, files' hashes. Holds a hash a part in memory. */
export async function compareStores(first: Snapshot, second: Snapshot, sha256: Sha256): Promise<Comparison> {
  const expected = new Map<string, string>();
  for await (const part of first.parts()) expected.set(nameOf(part), digestOf(part, sha256));
  const same: Record<string, number> = {};
  const [different, onlySecond]: [string[], string[]] = [[], []];
  for await (const part of second.parts()) {
    const name = nameOf(part);
    const digest = expected.get(name);
    expected.delete(name);
    if (digest === undefined) onlySecond.push(name);
    else if (digest !== digestOf(part, sha256)) different.push(name);
    else same[kindOf(part)] = (same[kindOf(part)] ?? 0) + 1;
  }
  return { same, different, onlyFirst: [...expected.keys()], onlySecond };
}

function kindOf(part: SnapshotPart): string {
  switch (part.part) {
    case 'record':
      return `record ${part.record.kind}`;
    case 'book':
      return `book ${part.book.kind}`;
    default:
      return part.part;
  }
}

function nameOf(part: SnapshotPart): string {
  const kind = kindOf(part);
  switch (part.part) {
    case 'settings':
      return kind;
    case 'record':
      return `${kind} ${part.record.id}`;
    case 'book':
      return `${kind} ${part.book.version}`;
    case 'answer':
      return `${kind} ${part.answer.key}`;
    case 'file':
      return `${kind} ${part.sha256}`;
    case 'lost':
      return `${kind} ${part.document}`;
  }
}

/** A file's name is the hash of its bytes, which its store has compared when it gave it out. */
function digestOf(part: SnapshotPart, sha256: Sha256): string {
  if (part.part === 'file') return `${part.sha256} ${part.bytes.length}`;
  if (part.part !== 'settings') return sha256(canonicalJson(part));
  const { users, tokens, people, ...settings } = part.settings;
  // These are sets: no store promises an order.
  const sorted = [users, tokens, people].map((each) => each.map((entry) => canonicalJson(entry)).sort());
  return sha256(canonicalJson([settings, sorted]));
}
