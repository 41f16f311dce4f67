import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTerms } from '../../../core/payment/read-terms.ts';
import {
  allAt,
  cashBeforeDelivery,
  creditShare,
  isWhole,
  type PaymentTerms,
  prepaidShare,
  prepaidThenShipping,
  shareBeforeShipping,
  withPrepayment,
} from '../../../core/payment/terms.ts';
import type { Decimal } from '../../../core/value/decimal.ts';

const decimal = (text: string) => text as Decimal;
/** "0.3 order, 0.7 receipt+30" */
const said = (terms: PaymentTerms | null) =>
  terms?.map(({ share, when }) => `${share} ${when.at}${'days' in when ? `+${when.days}` : ''}`).join(', ') ?? null;

describe('terms as orders write them', () => {
  test.each([
    ['月结30天', '1 month-end+30'],
    ['月結 60 天', '1 month-end+60'],
    ['90天月结', '1 month-end+90'],
    ['月结', '1 month-end+30'],
    ['月结３０天，运费到付', '1 month-end+30'],
    ['EOM 45', '1 month-end+45'],
    ['Net 60 EOM', '1 month-end+60'],
    ['Monthly settlement', '1 month-end+30'],
    ['款到发货', '1 shipping'],
    ['先款后货', '1 shipping'],
    ['貨款到帳後出貨', '1 shipping'],
    ['余款发货前付清', '1 shipping'],
    ['CBD', '1 shipping'],
    ['Payment before shipment', '1 shipping'],
    ['货到付款', '1 receipt+0'],
    ['貨到 30 天付款', '1 receipt+30'],
    ['现款现货', '1 receipt+0'],
    ['Cash on delivery', '1 receipt+0'],
    ['COD', '1 receipt+0'],
    ['30 days after delivery', '1 receipt+30'],
    ['Net 30', '1 shipped+30'],
    ['30 days net', '1 shipped+30'],
    ['账期60天', '1 shipped+60'],
    ['发货后45天付款', '1 shipped+45'],
    ['O/A 60 days', '1 shipped+60'],
    ['信用证', '1 shipped+21'],
    ['即期信用證', '1 shipped+21'],
    ['90天远期信用证', '1 shipped+111'],
    ['不可撤销的见票后60天信用证', '1 shipped+81'],
    ['L/C at sight', '1 shipped+21'],
    ['Irrevocable letter of credit, 60 days sight', '1 shipped+81'],
    ['30% T/T deposit, 70% L/C at sight', '0.3 order, 0.7 shipped+21'],
    ['预付30%，余款即期信用证', '0.3 order, 0.7 shipped+21'],
    ['不开信用证，款到发货', '1 shipping'],
    ['no L/C, T/T in advance', '1 order'],
    ['D/P', '1 shipped+21'],
    ['D/P at sight', '1 shipped+21'],
    ['D/A 60 days', '1 shipped+81'],
    ['承兑交单90天', '1 shipped+111'],
    ['预付全款', '1 order'],
    ['100% T/T in advance', '1 order'],
    ['款到生产', '1 order'],
    ['预付30%余款发货前付清', '0.3 order, 0.7 shipping'],
    ['預付 50%，餘款出貨前付清', '0.5 order, 0.5 shipping'],
    ['30%预付70%发货前', '0.3 order, 0.7 shipping'],
    ['30%定金，货到付款', '0.3 order, 0.7 receipt+0'],
    ['T/T 30% deposit, 70% before shipment', '0.3 order, 0.7 shipping'],
    ['30% deposit in advance, balance on delivery', '0.3 order, 0.7 receipt+0'],
    ['50% upon order and the rest prior to shipment', '0.5 order, 0.5 shipping'],
    ['定金30%，发货前付60%，验收后30天付10%', '0.3 order, 0.6 shipping, 0.1 receipt+30'],
    ['预付12.5%，月结30天', '0.125 order, 0.875 month-end+30'],
  ])('%s → %s', (text, expected) => expect(said(readTerms(text, 30))).toBe(expected));

  test('a deposit alone leaves the rest to be paid before shipping', () => {
    expect(said(readTerms('T/T 30% deposit', 30))).toBe('0.3 order, 0.7 shipping');
    expect(said(readTerms('预付30%', 30))).toBe('0.3 order, 0.7 shipping');
  });

  test('月结 alone has the days of the house', () => expect(said(readTerms('月结', 60))).toBe('1 month-end+60'));

  test.each([
    '',
    '现金',
    '电汇',
    '30天',
    '见票后30天',
    '托收',
    'DP',
    'L/C 45 days from B/L date',
    '开票后30天',
    'Net 30 from invoice date',
    '次月结30天',
    '半月结',
    '验收合格后7个工作日',
    '发货后3个月',
    '月结30天，每月25日对账',
    '2/10 net 30',
    '无预付，发货前付50%',
    'no deposit',
    '款到发货/月结30天',
    '预付30%，70%',
    '预付30%，发货前付60%',
    '预付120%',
    '预付0%',
    '预付60%，发货前付60%',
    '余款发货前付清，尾款货到付款',
  ])('%j is not guessed at', (text) => expect(readTerms(text, 30)).toBeNull());

  test('whatever is read comes to the whole price', () => {
    const word = fc.constantFrom(
      ...['预付', '30%', '70%', '12.5%', '余款', '发货前', '月结', '30天', '货到付款', ',', ' ', 'deposit', 'net 30'],
      ...['balance', 'before shipment', '全款', 'cod', '100%', '0%', '45', 'eom', '定金'],
    );
    const text = fc.oneof(
      fc.array(word, { maxLength: 7 }).map((words) => words.join('')),
      fc.string({ maxLength: 30 }),
    );
    let read = 0;
    fc.assert(
      fc.property(text, (given) => {
        const terms = readTerms(given, 30);
        if (terms === null) return;
        read += 1;
        expect(isWhole(terms)).toBe(true);
      }),
      { numRuns: 3_000 },
    );
    expect(read).toBeGreaterThan(100);
  });
});

describe('stricter terms', () => {
  test('a larger prepayment comes off the earliest other part', () => {
    expect(said(withPrepayment(allAt({ at: 'month-end', days: 30 }), decimal('0.5')))).toBe(
      '0.5 order, 0.5 month-end+30',
    );
    expect(said(withPrepayment(prepaidThenShipping(decimal('0.3')), decimal('0.5')))).toBe('0.5 order, 0.5 shipping');
    const three = readTerms('定金30%，发货前付10%，验收后30天付60%', 30) ?? [];
    expect(said(withPrepayment(three, decimal('0.5')))).toBe('0.5 order, 0.5 receipt+30');
    expect(said(withPrepayment(three, decimal('0.3')))).toBe(said(three));
    expect(said(withPrepayment(three, decimal('1')))).toBe('1 order');
    expect(said(withPrepayment(three, decimal('0')))).toBe(said(three));
  });

  test('cash before delivery leaves no credit', () => {
    expect(said(cashBeforeDelivery(allAt({ at: 'month-end', days: 30 })))).toBe('1 shipping');
    expect(said(cashBeforeDelivery(readTerms('30%定金，货到付款', 30) ?? []))).toBe('0.3 order, 0.7 shipping');
    expect(said(cashBeforeDelivery(allAt({ at: 'order' })))).toBe('1 order');
  });

  test('cash on delivery is no credit, a day later is', () => {
    expect(creditShare(allAt({ at: 'receipt', days: 0 }))).toBe('0');
    expect(creditShare(allAt({ at: 'receipt', days: 1 }))).toBe('1');
    expect(creditShare(allAt({ at: 'shipped', days: 0 }))).toBe('1');
    const half = prepaidThenShipping(decimal('0.5'));
    expect([prepaidShare(half), shareBeforeShipping(half), creditShare(half)]).toEqual(['0.5', '0.5', '0']);
  });
});
