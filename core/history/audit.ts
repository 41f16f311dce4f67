import { parseNumber } from '../order/number.ts';
import type { OrderNumber } from '../order/state.ts';
import {
  allRecordKinds,
  definitionOf,
  type EventOf,
  type NumberOf,
  type RecordKind,
  replayRecord,
} from '../record/registry.ts';
import { type BrokenLink, brokenLink, type Chain, type Sha256, streamName } from './chain.ts';
import { type SeriesFound, seriesIn } from './series.ts';

/** A record as it lies on the disk. */
export interface KeptRecord<Kind extends RecordKind = RecordKind> {
  readonly kind: Kind;
  readonly id: NumberOf<Kind>;
  readonly events: readonly EventOf<Kind>[];
  /** Absent in documents last written before chains were kept. */
  readonly chain?: Chain;
}
/** A document that can't be trusted. */
export interface DamagedDocument {
  /** Its path: "orders/2026-11/SO-202611-00042.json". */
  readonly document: string;
  /** What its name says: a number that is used up although nothing can be read. */
  readonly number: string;
  readonly problem: string;
}

interface NamedRecord {
  readonly kind: RecordKind;
  readonly number: string;
}
/** One thing that doesn't fit. */
export type Misfit =
  | { readonly code: 'document-damaged'; readonly document: string; readonly problem: string }
  | (NamedRecord & { readonly code: 'chain-broken'; readonly type?: string } & BrokenLink)
  | (NamedRecord & { readonly code: 'events-impossible'; readonly problem: string })
  | (NamedRecord & { readonly code: 'number-foreign' })
  | { readonly code: 'numbers-missing'; readonly from: string; readonly to: string };

/** What was proved, and what was not. */
export interface Audit {
  readonly records: Readonly<Record<RecordKind, number>>;
  readonly events: {
    readonly all: number;
    /** Unchanged since they were written. */
    readonly chained: number;
    /** Written before chains were kept and taken into one with a later event: unchanged since then. */
    readonly adopted: number;
    /** Written before chains were kept; their record has had no event since. */
    readonly unchained: number;
  };
  readonly series: readonly SeriesFound[];
  /** [] = everything fits. */
  readonly misfits: readonly Misfit[];
}

/**
 * Proves a company's history (R4, R63): every chain fits its events, every record follows from them, every series of
 * numbers is without gaps. What this can't prove is said in docs/adr/0012-record-registry-and-chain.md.
 */
export function auditHistory(
  { records, damaged }: { records: readonly KeptRecord[]; damaged: readonly DamagedDocument[] },
  sha256: Sha256,
): Audit {
  const examined = records.map((record) => examine(record, sha256));
  const series = seriesIn({
    borne: [...records.map(({ id }) => id), ...damaged.map(({ number }) => number)],
    // A number that something points at was given out, even if nothing bears it any more.
    mentioned: examined.flatMap(({ orders }) => orders),
  });
  return {
    records: countByKind(records),
    events: {
      all: total(records.map((record) => record.events.length)),
      chained: total(examined.map(({ chained }) => chained)),
      adopted: total(examined.map(({ adopted }) => adopted)),
      unchained: total(examined.map(({ unchained }) => unchained)),
    },
    series,
    misfits: [
      ...damaged.map(({ document, problem }) => ({ code: 'document-damaged', document, problem }) as const),
      ...examined.flatMap(({ misfits }) => misfits),
      ...series.flatMap(({ missing }) => missing.map((gap) => ({ code: 'numbers-missing', ...gap }) as const)),
    ],
  };
}

interface Examined extends Omit<Audit['events'], 'all'> {
  readonly misfits: readonly Misfit[];
  /** The orders it points at. */
  readonly orders: readonly OrderNumber[];
}

function examine(kept: KeptRecord, sha256: Sha256): Examined {
  const { kind, id: number, events, chain } = kept;
  if (chain === undefined) return { ...judge(kept), chained: 0, adopted: 0, unchained: events.length };
  const link = brokenLink(streamName(kept), chain, events, sha256);
  const whole = link === null ? events.length : link.event - 1;
  const adopted = Math.min(chain.adopted ?? 0, whole);
  const counts = { chained: whole - adopted, adopted, unchained: 0 };
  if (link === null) return { ...judge(kept), ...counts };
  const type = events[link.event - 1]?.type;
  return { ...counts, orders: [], misfits: [{ code: 'chain-broken', kind, number, ...link, ...(type && { type }) }] };
}

/** What the events say, their chain aside: it must be this record, and must have been possible. */
function judge(kept: KeptRecord): Pick<Examined, 'misfits' | 'orders'> {
  const { kind, id: number, events } = kept;
  const foreign: Misfit[] = bearsItsSeries(kept) ? [] : [{ code: 'number-foreign', kind, number }];
  try {
    return { orders: definitionOf(kind).orders(replayRecord(kind, number, events)), misfits: foreign };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { orders: [], misfits: [...foreign, { code: 'events-impossible', kind, number, problem }] };
  }
}

function bearsItsSeries({ kind, id }: KeptRecord): boolean {
  const { series } = definitionOf(kind);
  return series === null || parseNumber(id)?.kind === series;
}

const countByKind = (records: readonly KeptRecord[]): Record<RecordKind, number> =>
  Object.fromEntries(
    allRecordKinds.map((kind) => [kind, records.filter((record) => record.kind === kind).length]),
  ) as Record<RecordKind, number>;

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
