import { createHash } from 'node:crypto';
import { allRecordKinds, type RecordKind } from '../../../../core/record/registry.ts';
import type { Load, LockName } from '../../../ports.ts';

/**
 * What transactions lock, by name (docs/adr/0015-locks-follow-from-what-is-touched.md). Who reads something locks it by the
 * name it asked under; who writes a record locks every name that it can be found by, before or after. So two that touch the
 * same never run at once.
 */
export const lockOf = {
  record: (kind: RecordKind, number: string): LockName => `${kind}:${number}`,
  order: (number: string): LockName => `order:${number}`,
  orderKey: (key: string): LockName => `key:${key}`,
  name: (kind: RecordKind, name: string): LockName => `${kind}=${name}`,
  customer: (code: string): LockName => `customer:${code}`,
  item: (code: string): LockName => `item:${code}`,
  series: (series: string): LockName => `series:${series}`,
  request: (key: string): LockName => `request:${key}`,
};
/** Which items are held at all: shared by who looks, alone for who adds the first or takes the last of an item. */
export const heldItemsLock: LockName = 'held-items';
/** The published books: shared by every decision, alone for who publishes one. */
export const booksLock: LockName = 'books';

/** Everything at once: shared by every transaction, alone for one that would need more locks than a server has room for. */
export const everythingLock: LockName = 'everything';

/** What follows from what a decision asks to see. */
export function locksToRead({ records = {}, orderKeys = [], holding = [] }: Load): readonly LockName[] {
  const ofKinds = Object.entries(records).flatMap(([kind, wanted]) => [
    ...(wanted.byNumber ?? []).map((number) => lockOf.record(kind as RecordKind, number)),
    ...(wanted.byName ?? []).map((name) => lockOf.name(kind as RecordKind, name)),
    ...(wanted.ofOrder ?? []).map(lockOf.order),
    ...(wanted.ofCustomer ?? []).map(lockOf.customer),
  ]);
  return [...ofKinds, ...orderKeys.map(lockOf.orderKey), ...holding.map(lockOf.item)];
}

/** The series among the names: their counters are loaded with them. */
export const seriesIn = (names: Iterable<LockName>): readonly string[] =>
  [...names].flatMap((name) => (name.startsWith('series:') ? [name.slice('series:'.length)] : []));

/** The records among the names: they are loaded whatever the decision asks for, to be written to. */
export const recordsIn = (names: Iterable<LockName>): readonly (readonly [RecordKind, string])[] =>
  [...names].flatMap((name) => {
    const end = name.indexOf(':');
    const kind = allRecordKinds.find((each) => each === name.slice(0, end));
    return kind === undefined ? [] : [[kind, name.slice(end + 1)] as const];
  });

/** 64 bits of the name, as the advisory locks of PostgreSQL want them. Two names of one key merely wait for each other. */
export function lockKey(schema: string, name: string): string {
  return createHash('sha256')
    .update(JSON.stringify([schema, name]))
    .digest()
    .readBigInt64BE()
    .toString();
}
