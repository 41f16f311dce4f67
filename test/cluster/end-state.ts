import { allRecordKinds, definitionOf, type RecordKind } from '../../core/record/registry.ts';
import type { Reader } from '../../server/ports.ts';

/** Everything a store knows at the end, by record: what happened to it, in which order. */
export type EndState = ReadonlyMap<string, readonly unknown[]>;

/** Printing is no decision: when a paper was filed depends on when a printer had time. */
const isPrinting = ({ type }: { readonly type: string }): boolean => type === 'paper-filed';

export async function endStateOf(read: Reader): Promise<EndState> {
  const records = await Promise.all(allRecordKinds.map((kind) => recordsOf(read, kind)));
  return new Map(records.flat());
}

async function recordsOf<Kind extends RecordKind>(read: Reader, kind: Kind) {
  const records = await read.records(kind).all();
  return records.map(({ state, events }) => {
    const decided = (events as readonly { readonly type: string }[]).filter((event) => !isPrinting(event));
    return [`${kind} ${definitionOf(kind).number(state)}`, decided] as const;
  });
}
