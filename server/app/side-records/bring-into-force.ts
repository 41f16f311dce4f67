import { applied } from '../../../core/change/applied.ts';
import type { ChangeNumber, ChangeRequest } from '../../../core/change/change.ts';
import type { ChangeableOrder } from '../../../core/change/changeable-order.ts';
import { changeableOrderOf } from '../../../core/change/changeable-order-of.ts';
import { decideChange } from '../../../core/change/decide/decide.ts';
import { changePolicyOf } from '../../../core/change/policy.ts';
import { decide } from '../../../core/order/decide/decide.ts';
import type { Refusal } from '../../../core/order/refusal.ts';
import type { OrderState, PostedContent } from '../../../core/order/state.ts';
import type { Role } from '../../../core/policy/roles.ts';
import { canonicalJson } from '../../../core/value/canonical-json.ts';
import { no, type Result } from '../../../core/value/result.ts';
import type { Append, Decision, Loaded } from '../../ports.ts';
import { type Caller, metaOf } from '../company.ts';
import { type HouseFacts, readHouse } from '../customer-account.ts';
import { expectStill, heldGoods } from '../held-goods.ts';
import { issueLetter, printing } from '../issue-paper.ts';
import { lookingAgain } from '../look-again.ts';
import { once } from '../once.ts';
import { type OrderInQuestion, orderContextIn, withOrder } from '../order-context.ts';
import type { RecordAttempt, RecordDone } from './command-record.ts';
import { loadedOrder } from './concern.ts';

interface InForce extends RecordDone {
  readonly papers: readonly string[];
}
type Attempt = RecordAttempt<{ readonly type: 'bring-into-force'; readonly reason?: string }>;

/**
 * An approved change comes into force (row C7): the request's event, the order's new content with what it holds anew, and
 * the letter's next revision are kept in one transaction, or none of them. The letter is printed in the background.
 */
export const bringIntoForce = (caller: Caller, attempt: Attempt): Promise<Result<InForce, Refusal>> =>
  lookingAgain(() => bring(caller, attempt));

async function bring(caller: Caller, attempt: Attempt): Promise<Result<InForce, Refusal>> {
  const { read } = caller.company.store;
  const number = attempt.number as ChangeNumber;
  const change = (await read.records('change').byNumber(number))?.state;
  const order = change && (await read.records('order').byNumber(change.order))?.state;
  if (change === undefined || order === undefined) return no({ code: 'record.not-found', data: { record: number } });
  const items = itemsOf(order, change);
  const asked: OrderInQuestion = {
    number: change.order,
    customerCode: order.customer.code,
    goods: await heldGoods(read, items),
  };
  const house = await readHouse(caller);
  return once<InForce>(
    caller,
    { requestKey: attempt.requestKey, asks: ['change', number, attempt.request] },
    {
      ...withOrder(asked, { locks: [`change:${number}`], load: { records: { change: { byNumber: [number] } } } }),
      decide: (loaded) =>
        decided(caller, attempt, { ...asked, number: change.order, change: number, items, house }, loaded),
    },
  );
}

interface InQuestion extends OrderInQuestion {
  readonly number: ChangeRequest['order'];
  readonly change: ChangeNumber;
  readonly items: readonly string[];
  readonly house: HouseFacts;
}

function decided(
  caller: Caller,
  { request, expectedVersion }: Attempt,
  asked: InQuestion,
  loaded: Loaded,
): Decision<InForce> {
  const change = loaded.records('change').byNumber(asked.change);
  const record = loaded.records('order').byNumber(asked.number);
  const [order] = loadedOrder(asked.number, loaded);
  if (change === null || record === null || order === undefined)
    return { refuse: { code: 'record.not-found', data: { record: asked.change } } };
  const isStale = expectedVersion !== undefined && expectedVersion !== change.version;
  if (isStale) return { refuse: { code: 'version.stale' } };
  expectStill(asked.goods, asked.items, loaded);
  const meta = metaOf(caller, request.reason);
  const before = changeableOrderOf(order, order.events);
  const inForce = decideChange({ type: 'bring-into-force', ...meta }, change.state, {
    order: before,
    policy: changePolicyOf(caller.policy),
  });
  if (!inForce.ok) return { refuse: inForce.reason };
  const command = {
    type: 'change-order',
    change: asked.change,
    content: contentAfter(caller, change.state, before),
    answeredBy: answeredBy(change.state),
  } as const;
  const changed = decide({ ...command, ...meta }, order.order, orderContextIn(caller, asked, loaded, asked.house));
  if (!changed.ok) return { refuse: changed.reason };
  const append: Append[] = [
    { stream: 'change', id: asked.change, version: change.version, events: inForce.value },
    { stream: 'order', id: asked.number, version: record.version, events: changed.value },
  ];
  if (changed.value.some(({ type }) => type === 'letter-issued')) {
    const letter = issueLetter(caller, [...record.events, ...changed.value], meta);
    if (!letter.ok) return { refuse: letter.reason };
    append.push(letter.value);
  }
  const papers = append.flatMap((each) => (each.stream === 'paper' ? [each.id] : []));
  return { append, answer: { number: asked.change, findings: [], papers }, jobs: printing(append) };
}

/** Who approved it, and finance's head where finance co-signed. */
const answeredBy = (change: ChangeRequest): readonly Role[] =>
  'approvals' in change && change.approvals !== undefined
    ? [
        ...change.approvals.map(({ as }) => as),
        ...(change.signatures ?? []).flatMap(({ department, agrees }): readonly Role[] =>
          department === 'finance' && agrees ? ['finance-manager'] : [],
        ),
      ]
    : [];

/** What the order says from now on; null = it is cancelled. */
function contentAfter({ company }: Caller, change: ChangeRequest, before: ChangeableOrder): PostedContent | null {
  if (change.items.some(({ kind }) => kind === 'cancel')) return null;
  const content = applied(before, change, '');
  // No rows say this: its hash is that of the content itself.
  return { ...content, contentHash: company.secrets.hash(canonicalJson(content)) };
}

/** All it holds now or may hold then; what the customer is charged for on top becomes a line too. */
const itemsOf = ({ lines }: OrderState, { items, assessments }: ChangeRequest): readonly string[] => [
  ...new Set([
    ...lines.map(({ itemCode }) => itemCode),
    ...assessments.flatMap(({ charges }) => charges.map(({ itemCode }) => itemCode)),
    ...items.flatMap((item) => {
      if (item.kind === 'add-line') return [item.content.itemCode];
      return item.kind === 'line-item' ? [item.goods.itemCode] : [];
    }),
  ]),
];
