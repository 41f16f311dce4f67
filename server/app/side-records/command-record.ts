import type { Finding } from '../../../core/check/finding.ts';
import type { Refusal } from '../../../core/order/refusal.ts';
import type { SideRecordKind } from '../../../core/record/lifecycle.ts';
import type { EventOf, NumberOf } from '../../../core/record/registry.ts';
import type { Result } from '../../../core/value/result.ts';
import type { Decision, Load, Loaded, RecordAppend, RecordOf } from '../../ports.ts';
import { type Caller, metaOf } from '../company.ts';
import { withAccounts } from '../customer-account.ts';
import { demandFor, expectStill } from '../held-goods.ts';
import { lookingAgain } from '../look-again.ts';
import { once } from '../once.ts';
import { type Concern, concernOf, loadedOrder, missingIn } from './concern.ts';
import type { Asked, RecordUse } from './record-use.ts';

export interface RecordAttempt<Request extends Asked> {
  /** The record that is commanded; null = one begins. */
  readonly number: string | null;
  readonly request: Request;
  readonly requestKey: string;
  /** The version the sender saw; another one by now is refused. */
  readonly expectedVersion?: number;
}
/** `number` null: there were findings, and no record. */
export interface RecordDone {
  readonly number: string | null;
  readonly findings: readonly Finding[];
}

/** Carries out one command on a record beside an order, in one transaction, or says why not. */
export const commandRecord = <Kind extends SideRecordKind, Request extends Asked>(
  caller: Caller,
  use: RecordUse<Kind, Request>,
  attempt: RecordAttempt<Request>,
): Promise<Result<RecordDone, Refusal>> => lookingAgain(() => command(caller, use, attempt));

async function command<Kind extends SideRecordKind, Request extends Asked>(
  caller: Caller,
  use: RecordUse<Kind, Request>,
  attempt: RecordAttempt<Request>,
): Promise<Result<RecordDone, Refusal>> {
  const concern = await concernOf(caller, use, attempt.number, attempt.request);
  if (!concern.ok) return concern;
  const { number, series, orders, customers, goods } = concern.value;
  return once<RecordDone>(
    caller,
    { requestKey: attempt.requestKey, asks: [use.kind, attempt.number, attempt.request] },
    {
      ...withAccounts(customers, {
        locks: [
          ...(number === null ? [] : [`${use.kind}:${number}`]),
          ...(series === null ? [] : [`series:${series}`]),
          ...orders.map((order) => `order:${order}`),
          ...goods.locks,
        ],
        load: {
          records: {
            order: { byNumber: orders },
            ...(number !== null && { [use.kind]: { byNumber: [number] } }),
          } as NonNullable<Load['records']>,
          holding: goods.codes,
        },
      }),
      decide: (loaded) => decided(caller, use, attempt, concern.value, loaded),
    },
  );
}

function decided<Kind extends SideRecordKind, Request extends Asked>(
  caller: Caller,
  use: RecordUse<Kind, Request>,
  { request, expectedVersion }: RecordAttempt<Request>,
  { number: known, series, orders: numbers, items, goods, house }: Concern<Kind>,
  loaded: Loaded,
): Decision<RecordDone> {
  const record = known === null ? null : loaded.records(use.kind).byNumber(known);
  if (expectedVersion !== undefined && record !== null && record.version !== expectedVersion)
    return { refuse: { code: 'version.stale' } };
  if (items.length > 0) expectStill(goods, items, loaded);
  const orders = numbers.flatMap((order) => loadedOrder(order, loaded));
  const missing = missingIn(use.named(request), orders, loaded);
  if (missing !== null) return { refuse: missing };
  const number = known ?? (loaded.nextNumber(series ?? '') as NumberOf<Kind>);
  const decision = use.decide(request, {
    caller,
    meta: metaOf(caller, request.reason),
    number,
    state: record?.state ?? null,
    orders,
    openDemand: demandFor(goods, loaded),
    house,
    loaded,
  });
  if ('findings' in decision) return { append: [], answer: { number: null, findings: decision.findings } };
  if (!decision.ok) return { refuse: decision.reason };
  return { append: [appendTo(use.kind, number, record, decision.value)], answer: { number, findings: [] } };
}

/** TypeScript can't see that kind, number and events belong together while it doesn't know the kind. */
const appendTo = <Kind extends SideRecordKind>(
  stream: Kind,
  id: NumberOf<Kind>,
  record: RecordOf<Kind> | null,
  events: readonly EventOf<Kind>[],
) => ({ stream, id, version: record?.version ?? 0, events }) as unknown as RecordAppend;
