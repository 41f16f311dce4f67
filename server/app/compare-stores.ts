import { extended, type Sha256, streamName } from '../../core/history/chain.ts';
import { canonicalJson } from '../../core/value/canonical-json.ts';
import type { Snapshot, SnapshotPart, StoredRecord } from '../ports.ts';

type Content = Pick<Snapshot, 'parts'>;

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
export async function compareStores(first: Content, second: Content, sha256: Sha256): Promise<Comparison> {
  const expected = new Map<string, string>();
  for await (const part of comparable(first.parts(), sha256)) expected.set(nameOf(part), digestOf(part, sha256));
  const same: Record<string, number> = {};
  const [different, onlySecond]: [string[], string[]] = [[], []];
  for await (const part of comparable(second.parts(), sha256)) {
    const name = nameOf(part);
    const digest = expected.get(name);
    expected.delete(name);
    if (digest === undefined) onlySecond.push(name);
    else if (digest !== digestOf(part, sha256)) different.push(name);
    else same[kindOf(part)] = (same[kindOf(part)] ?? 0) + 1;
  }
  return { same, different, onlyFirst: [...expected.keys()], onlySecond };
}

/** Every answer by itself: some stores keep it in the record it was about, others know no record. */
async function* comparable(parts: AsyncIterable<SnapshotPart>, sha256: Sha256): AsyncGenerator<SnapshotPart> {
  for await (const part of parts) {
    if (part.part !== 'record') {
      yield part.part === 'answer' ? { part: 'answer', answer: { position: 0, ...part.answer } } : part;
      continue;
    }
    const { answers, ...record } = part.record;
    yield { part: 'record', record: { ...record, ...chained(part.record, sha256), answers: [] } };
    for (const answer of answers) yield { part: 'answer', answer: { position: 0, ...answer } };
  }
}

/** Events from before chains were kept are taken into one on the way to some stores; it follows from the events. */
function chained(record: StoredRecord, sha256: Sha256): Pick<StoredRecord, 'chain' | 'position'> {
  const { kind, id, events, position = 0 } = record;
  const taken = () => extended(streamName({ kind, id }), { chain: undefined, known: events, added: [] }, sha256);
  return { chain: record.chain ?? taken(), position };
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
