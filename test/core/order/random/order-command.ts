import type { CheckedOrder } from '../../../../core/check/checked-order.ts';
import type { CommandMeta, OrderCommand } from '../../../../core/order/command.ts';
import type { OrderType } from '../../../../core/order/order-type.ts';
import { suppliesOf } from '../../../../core/order/supply.ts';
import { type ReviewStep, signersOf } from '../../../../core/review/plan.ts';
import { type ReviewState, type SignOff, verdicts } from '../../../../core/review/state.ts';
import { addDays, type Instant, type Month, type PlainDate } from '../../../../core/value/date.ts';
import { multiply, round } from '../../../../core/value/decimal.ts';
import { checkedOrder, controller, date, finance, line, manager, number, posting, quantity } from '../sample-order.ts';
import { type Moment, metaOf, whoHas } from './moment.ts';

type Type = Exclude<OrderCommand['type'], 'change-order' | 'reallocate-goods'>;

/** The command somebody sends: as it should be, or with whatever the step says. */
export function orderCommand(type: Type, moment: Moment): OrderCommand {
  const { office, order, day, step, natural } = moment;
  const { size, pick, turn } = step;
  const meta = metaOf(moment, type);
  // Today, or some days before or after.
  const on = natural || turn % 2 === 0 ? day : addDays(day, size - 3);
  switch (type) {
    case 'post-order':
      return posted(meta, moment);
    case 'save-draft':
      return saved(meta, moment);
    case 'ask-question':
      return { type, ...meta, ...(pick === 0 && { replyBy: meta.at }) };
    case 'sign-off':
      return signed(moment);
    case 'ask-customer': {
      const question = pick === 0 && !natural ? ' ' : 'Which colour?';
      const [first] = office.orders.find(order)?.review?.plan.steps ?? [];
      const who = first && whoHas(signersOf(first)[0] ?? 'order-desk-head');
      return { type, ...metaOf(moment, type, who), question, ...(pick === 3 && { replyBy: meta.at }) };
    }
    case 'record-answer': {
      const asked = office.orders.find(order)?.review?.questions ?? [];
      const open = asked.find(({ answered }) => answered === undefined)?.number ?? 1;
      const receivedAt = (pick === 1 && !natural ? '2026-12-31T00:00:00.000Z' : meta.at) as Instant;
      const answer = pick === 2 && !natural ? '' : 'blue';
      return {
        type,
        ...meta,
        number: natural || size > 1 ? open : Math.max(1, size),
        from: 'Mr Lin',
        answer,
        receivedAt,
      };
    }
    case 'attach-paper':
      return { type, ...meta, kind: 'purchase-order', file: { sha256: `${'0'.repeat(63)}${pick}`, name: 'po.pdf' } };
    case 'record-sending':
      return { type, ...meta, channel: 'e-mail', to: pick === 3 ? ' ' : 'lin@example.com' };
    case 'record-arrival':
    case 'reject-copy':
      return { type, ...meta, on };
    case 'issue-letter': {
      const promisedOn = addDays(day, natural ? size + 5 : size);
      return { type, ...meta, ...((natural || pick > 0) && { promisedOn }) };
    }
    case 'record-countersign':
      return { type, ...meta, on, ...(pick === 2 && { time: '19:00' }) };
    case 'approve-order':
      return approved(meta, moment);
    case 'record-letter-of-credit':
      return { type, ...meta, terms: creditTerms(moment, on) };
    case 'examine-letter-of-credit': {
      const read = office.orders.find(order)?.letterOfCredit?.examined.length ?? 0;
      const who = [finance, controller, manager][read % 3];
      const verdict = pick === 0 && !natural ? 'discrepant' : 'clean';
      return { type, ...metaOf(moment, type, who), verdict };
    }
    case 'begin-supply': {
      const readyOn = addDays(day, natural ? 3 : size);
      const materialsOn = addDays(readyOn, natural ? -1 : pick - 1);
      return {
        type,
        ...meta,
        readyOn,
        ...(turn % 3 === 0 && { materialsOn }),
        ...(pick > 1 && !natural && { lines: [pick - 1] }),
      };
    }
    case 'report-supply':
    case 'release-quality': {
      const found = office.orders.find(order);
      const begun = found === null ? 1 : (suppliesOf(found)[0]?.line ?? 1);
      if (natural && size > 2) return { type, ...meta };
      const lines = [{ line: pick === 3 ? 2 : begun, quantity: quantity(`${natural ? 1 : size}`) }];
      return { type, ...meta, ...(pick > 0 && { lines }) };
    }
    case 'assign-order':
      if (pick === 0) return { type, ...meta, to: { user: turn % 2 === 0 ? 'nobody' : 'namesake' } };
      return { type, ...meta, to: { role: pick === 1 ? 'sales' : 'order-desk' } };
    case 'request-shipping': {
      const lines = [{ line: pick, quantity: quantity(`${size}`) }];
      return { type, ...meta, on, ...(!natural && turn % 2 === 1 && { lines }) };
    }
    case 'archive-order':
      return { type, ...meta, month: '2026-11' as Month };
    case 'sign-destruction':
      return destroyed(moment);
    case 'submit-order':
    case 'void-order':
    case 'correct-letter':
    case 'release-order':
    case 'cancel-order':
    case 'close-order':
    case 'release-reservation':
    case 'allow-shipping':
    case 'allow-production':
    case 'hold-again':
      return { type, ...meta };
  }
}

/** Orders 1 and 2 are one customer's. His class, terms and goods, and the kind of order, depend on what the step says. */
function posted(meta: CommandMeta, { office, order, step: { size, pick } }: Moment): OrderCommand {
  const count = String(Math.max(1, size));
  const later = line('C03', '2', { dueDate: date('2026-12-05') });
  // So much a piece that no part of it comes to whole cents.
  const unitPrice = quantity('3.337');
  const amount = round(multiply(quantity(count), unitPrice), 2);
  const lines = [
    line('A01', count, { unitPrice, amount }),
    line('B02', '2', { dueDate: date('2026-12-03') }),
    ...(size % 2 === 0 ? [line('NEW', count)] : [later]),
    ...(pick === 3 ? [line('A01', '3', { shippedDate: date('2026-11-19') })] : []),
  ];
  const content = checkedOrder(lines, ['B', 'A', 'A', 'C'][pick], order === number(3) ? 'C002' : 'C001');
  const paymentTerms = office.terms[pick];
  const orderType = (['sample', 'replacement'] as const satisfies OrderType[])[6 - size];
  return posting(meta, {
    order: { ...content, ...(paymentTerms !== undefined && { paymentTerms }) } as CheckedOrder,
    number: order,
    orderKey: order,
    contentHash: `${pick}/${size}`,
    submit: size % 2 === 0,
    ...(size === 3 && { asNew: true }),
    ...(orderType !== undefined && { orderType }),
  });
}

/** One that is good for order and date, or now and then too little, or too short, as banks write them. */
function creditTerms({ office, order, day, step: { pick, size, turn }, natural }: Moment, receivedOn: PlainDate) {
  const { total = quantity('1'), currency = 'CNY' } = office.orders.find(order) ?? {};
  const latestShipment = addDays(day, (natural ? pick !== 2 : pick === 0) ? 90 : 0);
  return {
    ...{ credit: `LC${turn}`, bank: 'Bank of Hamburg', receivedOn, latestShipment },
    amount: (natural ? pick !== 1 : size > 1) ? total : quantity('1'),
    currency: natural || pick < 3 || size > 2 ? currency : 'EUR',
    expires: addDays(latestShipment, natural || size > 0 ? 15 : -1),
  };
}

/** Rows of the order without an item. */
function saved(meta: CommandMeta, { order, step: { size, pick } }: Moment): OrderCommand {
  const { customer, currency, key } = checkedOrder([], 'B', order === number(3) ? 'C002' : 'C001');
  const rows = {
    key,
    customer: { code: customer.code },
    lines: [{ table: 0, row: size + 2, quantity: quantity('1') }],
  };
  const place = { sheet: '订单', cell: `A${size + 2}`, row: size + 2, column: 0, order: key };
  const findings = [{ code: 'item.unknown', severity: 'error', ...place }] as const;
  const names = { number: order, orderKey: order, contentHash: `faulty ${pick}` };
  return { type: 'save-draft', ...meta, ...names, key, customer, currency, rows, findings };
}

/** What was signed in the present round. */
export const signedIn = (review: ReviewState | undefined): readonly SignOff[] =>
  review?.signOffs.slice(review.signedBefore) ?? [];

/** Some step of the plan, by somebody of its roles. */
function signed(moment: Moment): OrderCommand {
  const { office, order, step, natural } = moment;
  const content = office.orders.find(order);
  const steps: readonly ReviewStep[] = content?.review?.plan.steps ?? [];
  const open = steps.find(({ id }) => !signedIn(content?.review).some((each) => each.step === id));
  const chosen = natural ? open : steps[step.size % Math.max(1, steps.length)];
  const [role = 'order-desk-head'] = chosen === undefined ? [] : signersOf(chosen).slice(natural ? 0 : step.turn % 2);
  // The last of them objects.
  const verdict = natural ? 'agree' : (verdicts[Math.min(2, step.pick)] ?? 'agree');
  return {
    type: 'sign-off',
    ...metaOf(moment, 'sign-off', whoHas(role)),
    step: chosen?.id ?? 'none',
    verdict,
    contentHash: step.pick === 1 && !natural ? 'another' : (content?.contentHash ?? ''),
    ...((natural || step.size > 0) && { statement: 'seen' }),
  };
}

/** The first lines are made or bought where the step says so. */
function approved(meta: CommandMeta, { office, step: { size, pick }, natural }: Moment): OrderCommand {
  const modes = ['production', 'purchase', 'direct'] as const;
  const many = natural && !office.makesToOrder ? Math.max(0, size - 3) : size;
  const supply = modes.slice(0, Math.max(0, many)).map((mode, at) => ({ line: at + 1, mode }));
  const statement = natural || pick > 0 ? { statement: 'seen' } : {};
  return { type: 'approve-order', ...meta, ...statement, ...(supply.length > 0 && { supply }) };
}

/** Signed by whoever hasn't yet; only much later need it not be kept any more. */
function destroyed(moment: Moment): OrderCommand {
  const { office, order, day, step, natural } = moment;
  const archived = office.orders.find(order);
  const signed = archived?.status === 'archived' ? (archived.destruction ?? []) : [];
  const missing = office.policy.retention.destructionSignatures.filter((role) => !signed.some(({ as }) => as === role));
  const late = natural || step.pick < 2 ? addDays(day, 5000) : day;
  const meta = metaOf({ ...moment, day: late }, 'sign-destruction', whoHas(missing[0] ?? 'archivist'));
  return { type: 'sign-destruction', ...meta };
}
