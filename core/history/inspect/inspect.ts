import type { OrderState } from '../../order/state.ts';
import type { Paper } from '../../paper/paper.ts';
import { definitionOf, type RecordKind, replayRecord, type StateOf } from '../../record/registry.ts';
import type { Shipment } from '../../shipment/shipment.ts';
import { type Audit, auditHistory, type KeptRecord, type Misfit } from '../audit.ts';
import type { Sha256 } from '../chain.ts';
import { type BesideMisfit, misfitsBesideRecords } from './beside-records.ts';
import type { KeptContent } from './content.ts';
import { filesNamedIn } from './named-files.ts';
import { misfitsOfQuantities, type QuantityMisfit, type Shortfall, shortfalls } from './quantities.ts';

interface OfRecord {
  readonly kind: RecordKind;
  readonly number: string;
}
export type InspectionMisfit =
  | Misfit
  | QuantityMisfit
  | BesideMisfit
  | (OfRecord & { readonly code: 'version-wrong'; readonly version: number; readonly events: number })
  /** A file that the record names isn't there, or isn't whole. */
  | (OfRecord & { readonly code: 'file-missing'; readonly sha256: string })
  /** Two records bear one name that only one may (a tax invoice's number). */
  | (OfRecord & { readonly code: 'name-twice'; readonly name: string; readonly other: string });

export interface Inspection extends Omit<Audit, 'misfits'> {
  readonly files: { readonly whole: number };
  /** [] = everything fits. */
  readonly misfits: readonly InspectionMisfit[];
  /** What somebody may want to know, and is no damage. */
  readonly notes: {
    /** Files that no record names: uploads that were never used, for the most part. */
    readonly unnamed: readonly string[];
    /** Papers that are issued and not printed yet. */
    readonly unprinted: readonly string[];
    readonly short: readonly Shortfall[];
  };
}

/**
 * Judges everything a company keeps: its history (audit.ts), and whether what was derived, promised, filed and answered fits
 * it. What can't be replayed is named once and left out of the rest.
 */
export function inspect(content: KeptContent, sha256: Sha256): Inspection {
  const { records, files, policies } = content;
  const { misfits, ...audit } = auditHistory(content, sha256);
  const replayed = records.flatMap(replay);
  const statesOf = <Kind extends RecordKind>(kind: Kind) =>
    replayed.flatMap((each) => (each.kind === kind ? [each.state as StateOf<Kind>] : []));
  const [orders, shipments, papers] = [statesOf('order'), statesOf('shipment'), statesOf('paper')] as [
    OrderState[],
    Shipment[],
    Paper[],
  ];
  const named = records.map((record) => ({ record, hashes: filesNamedIn(record.events) }));
  const allNamed = new Set(named.flatMap(({ hashes }) => [...hashes]));
  return {
    ...audit,
    files: { whole: files.size },
    misfits: [
      ...misfits,
      ...records.flatMap(wrongVersion),
      ...named.flatMap(({ record, hashes }) => missingFiles(record, hashes, files)),
      ...namedTwice(replayed),
      ...misfitsOfQuantities(orders, shipments, policies),
      ...misfitsBesideRecords(content, sha256),
    ],
    notes: {
      unnamed: [...files].filter((hash) => !allNamed.has(hash)).sort(),
      unprinted: papers.filter(({ filed }) => filed === undefined).map(({ paper }) => paper),
      short: shortfalls(orders, shipments, content.stock),
    },
  };
}

interface Replayed {
  readonly kind: RecordKind;
  readonly number: string;
  readonly state: StateOf<RecordKind>;
}

function replay({ kind, id, events }: KeptRecord): readonly Replayed[] {
  try {
    return [{ kind, number: id, state: replayRecord(kind, id, events) }];
  } catch {
    return []; // the audit names it
  }
}

const wrongVersion = ({ kind, id, version, events }: KeptContent['records'][number]): readonly InspectionMisfit[] =>
  version === events.length ? [] : [{ code: 'version-wrong', kind, number: id, version, events: events.length }];

const missingFiles = (
  { kind, id }: KeptRecord,
  hashes: ReadonlySet<string>,
  files: ReadonlySet<string>,
): readonly InspectionMisfit[] =>
  [...hashes]
    .filter((hash) => !files.has(hash))
    .map((sha256) => ({ code: 'file-missing', kind, number: id, sha256 }) as const);

function namedTwice(replayed: readonly Replayed[]): readonly InspectionMisfit[] {
  const bearers = new Map<string, string>();
  return replayed.flatMap(({ kind, number, state }) =>
    [...new Set(definitionOf(kind).names?.(state) ?? [])].flatMap((name): readonly InspectionMisfit[] => {
      const other = bearers.get(`${kind} ${name}`);
      bearers.set(`${kind} ${name}`, other ?? number);
      return other === undefined ? [] : [{ code: 'name-twice', kind, number, name, other }];
    }),
  );
}
