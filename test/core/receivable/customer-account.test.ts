import { describe, expect, test } from 'vitest';
import type { CustomerBook } from '../../../core/check/knowledge.ts';
import type { OrderNumber, OrderState } from '../../../core/order/state.ts';
import { amountsOf } from '../../../core/payment/amounts.ts';
import { allAt, prepaidThenShipping } from '../../../core/payment/terms.ts';
import { type AccountFacts, customerAccountOf, orderAccountsOf } from '../../../core/receivable/customer-account.ts';
import { owedOf } from '../../../core/receivable/owed.ts';
import type { GoodsReturn } from '../../../core/return/goods-return.ts';
import { events } from '../order/office.ts';
import { by, number } from '../order/sample-order.ts';
import { standardMoneyPolicy } from '../policy/standard-policies.ts';
import { cashier, Ledger, money, payableOrder, type SampleLine, shipment, transfer } from './ledger.ts';

const lines = [{ quantity: '10', amount: '1000' }];
const [so1, so2, so3] = [number(1), number(2), number(3)];
const shanghai = 'Asia/Shanghai';

/** An order of C001, confirmed on that day unless it is null. */
function order(sequence: number, confirmedOn: string | null, goods: readonly SampleLine[] = lines): OrderState {
  const approved = confirmedOn === null ? {} : { approved: { at: `${confirmedOn}T02:00:00.000Z` } };
  return { ...payableOrder(sequence, goods), ...approved } as unknown as OrderState;
}

interface Kept {
  readonly order: OrderNumber;
  readonly line: number;
  readonly restocked?: string;
  readonly scrapped?: string;
  readonly repaired?: string;
}
/** Goods that came back, some of them kept, for so much money. */
const returned = (amount: string | null, kept: readonly Kept[], currency = 'CNY'): GoodsReturn =>
  ({
    number: 'RT-202611-00001',
    status: 'settled',
    disposition: {
      lines: kept.map((line) => ({ restocked: '0', scrapped: '0', repaired: '0', ...line })),
    },
    // Half past seven in the evening of UTC: the next day in Shanghai.
    ...(amount === null ? {} : { refund: { amount, currency, refunded: { at: '2026-11-21T19:30:00.000Z' } } }),
  }) as unknown as GoodsReturn;

const recordsOf = (orders: readonly OrderState[], more: object = {}) => ({
  customerCode: 'C001',
  orders,
  shipments: [],
  payments: [],
  writeOffs: [],
  openings: [],
  returns: [],
  ...more,
});
const facts: AccountFacts = {
  policy: standardMoneyPolicy,
  timeZone: shanghai,
  customers: null,
  isCustomMade: () => false,
  confirmedInAll: 0,
};

describe('what belongs to an order', () => {
  test('only its own shipments, payments and write-offs, each however often they name it', () => {
    const ledger = new Ledger([payableOrder(1, lines), payableOrder(2, lines)]);
    events(ledger.pay(transfer('900', by(cashier), { [so1]: '300', [so2]: '500' })));
    events(ledger.pay(transfer('50', by(cashier))));
    events(
      ledger.writeOff(so2, {
        type: 'write-off-debt',
        amount: money('5'),
        cause: 'rounding',
        ...by(cashier, undefined, 'rest'),
      }),
    );
    const shipments = [
      shipment('DN-1', '2026-11-20', [
        [so1, 1, '4'],
        [so1, 1, '2'],
      ]),
      shipment('DN-2', '2026-11-21', [
        [so1, 1, '1'],
        [so2, 1, '3'],
      ]),
    ];
    const records = recordsOf([order(1, null), order(2, null)], {
      shipments,
      payments: ledger.payments(),
      writeOffs: ledger.writeOffs(),
      openings: [],
    });
    const accounts = orderAccountsOf(records, shanghai);
    expect(accounts.map(({ deliveries }) => deliveries.map((delivery) => delivery.number))).toEqual([
      ['DN-1', 'DN-2'],
      ['DN-2'],
    ]);
    expect(accounts.map((account) => [owedOf(account).allocated, owedOf(account).writtenOff])).toEqual([
      ['300', '0'],
      ['500', '5'],
    ]);
    const { payments } = customerAccountOf(records, facts);
    expect(payments.map((payment) => amountsOf(payment).free)).toEqual(['100', '50']);
  });
});

describe('returns take off the price', () => {
  const credits = (returns: readonly GoodsReturn[], orders = [order(1, null), order(2, null)]) =>
    orderAccountsOf(recordsOf(orders, { returns }), shanghai).map(({ adjustments }) => adjustments);

  test('once the money is given back, on the company’s own day', () => {
    expect(credits([returned('200', [{ order: so1, line: 1, restocked: '2' }])])).toEqual([
      [{ on: '2026-11-22', amount: '-200', reference: 'RT-202611-00001' }],
      [],
    ]);
    expect(credits([returned(null, [{ order: so1, line: 1, restocked: '2' }])])).toEqual([[], []]);
  });

  test('of two orders: by what the goods kept of each were worth, to the cent', () => {
    const thirds = [
      { order: so1, line: 1, restocked: '1', scrapped: '1', repaired: '5' },
      { order: so2, line: 1, scrapped: '1' },
    ];
    expect(credits([returned('100', thirds)]).map(([credit]) => credit?.amount)).toEqual(['-66.67', '-33.33']);
  });

  test('of goods worth nothing, the first order; in another currency, none', () => {
    const gift = [{ quantity: '10', amount: '0' }];
    const kept = [
      { order: so1, line: 1, restocked: '1' },
      { order: so2, line: 1, restocked: '1' },
    ];
    const orders = [order(1, null, gift), order(2, null, gift)];
    expect(credits([returned('7', kept)], orders).map(([credit]) => credit?.amount)).toEqual(['-7', undefined]);
    expect(credits([returned('7', kept, 'USD')])).toEqual([[], []]);
  });

  test('of goods that were only mended, nothing is shared out to their order', () => {
    const kept = [
      { order: so1, line: 1, repaired: '3' },
      { order: so2, line: 1, restocked: '1' },
    ];
    expect(credits([returned('90', kept)]).map(([credit]) => credit?.amount)).toEqual([undefined, '-90']);
  });
});

describe('terms', () => {
  const termsOf = (orders: readonly OrderState[], more: Partial<AccountFacts> = {}) =>
    new Map(
      customerAccountOf(recordsOf(orders), { ...facts, ...more }).accounts.map((account) => [
        account.order.number,
        account.terms,
      ]),
    );
  const net30 = { paymentTerms: 'net 30' };
  const cash = allAt({ at: 'shipping' });

  test('the first three orders that were confirmed are paid before delivery, in whatever order they were posted', () => {
    const days = ['2026-11-05', '2026-11-01', '2026-11-04', '2026-11-02', null];
    const orders = days.map((day, at) => ({ ...order(at + 1, day), ...net30 }));
    const terms = termsOf(orders, { confirmedInAll: 30 });
    const isCash = orders.map(({ number: each }) => JSON.stringify(terms.get(each)) === JSON.stringify(cash));
    expect(isCash).toEqual([false, true, true, true, false]);
  });

  test('a cancelled order made nobody known; young records know nobody new', () => {
    const cancelled = [1, 2, 3].map((at) => ({ ...order(at, `2026-11-0${at}`), status: 'cancelled' }) as OrderState);
    const last = { ...order(4, '2026-11-09'), ...net30 };
    expect(termsOf([...cancelled, last], { confirmedInAll: 30 }).get(number(4))).toEqual(cash);
    expect(termsOf([...cancelled, last], { confirmedInAll: 29 }).get(number(4))).toEqual(
      allAt({ at: 'shipped', days: 30 }),
    );
  });

  test('goods made for one customer are half prepaid', () => {
    const isCustomMade = (itemCode: string) => itemCode === 'A02';
    const both = order(3, null, [...lines, ...lines]);
    const terms = termsOf([order(1, null), both], { isCustomMade });
    expect(terms.get(so1)).toEqual(prepaidThenShipping(money('0.3')));
    expect(terms.get(so3)).toEqual(prepaidThenShipping(money('0.5')));
  });
});

test('the credit limit is that of the customer book; nobody else’s, and none where it says none', () => {
  const book = {
    source: { from: 'published' },
    customers: [
      { code: 'C009', name: 'other', active: true, creditLimit: '9' },
      { code: 'C001', name: 'own', active: true, creditLimit: '70000' },
      { code: 'C002', name: 'none', active: true },
    ],
  } as unknown as CustomerBook;
  const limitOf = (customerCode: string, customers: CustomerBook | null = book) =>
    customerAccountOf({ ...recordsOf([]), customerCode }, { ...facts, customers }).creditLimit;
  expect([limitOf('C001'), limitOf('C002'), limitOf('C404'), limitOf('C001', null)]).toEqual([
    '70000',
    null,
    null,
    null,
  ]);
});
