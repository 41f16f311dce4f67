import { expect, it } from 'vitest';
import { checkOrders } from '../../../../core/check/check.ts';
import { oneCurrency } from '../../../../core/check/rules/one-currency.ts';
import { ordersOf } from '../../../../core/sheet/orders.ts';
import { understandSheets } from '../../../../core/sheet/understand.ts';
import { gridOf } from '../../sheet/grid-of.ts';
import { cells, checkWith, knowledge, today } from '../given.ts';

const found = (...currencies: (string | null)[]) =>
  checkOrders({
    batch: ordersOf(
      understandSheets([
        gridOf([
          ['订单号', '客户', '品名', '数量', '单价', '币种'],
          ...currencies.map((currency, at) => ['1', '甲', `螺栓 ${at}`, 1, 2, currency]),
        ]),
      ]),
    ),
    knowledge: knowledge({ items: null, stock: null, customers: null }),
    today,
  }).findings.filter(({ code }) => code === 'currency.conflict');
const conflicts = (...currencies: (string | null)[]) => cells({ findings: found(...currencies) });

it('one currency: a second one is reported, another spelling or an empty cell is not', () => {
  expect(conflicts('USD', 'CNY', '美元')).toEqual(['F3 currency.conflict']);
  expect(conflicts('RMB', '人民币', null, '¥')).toEqual([]);
});

it('says which currency the order has and which the row', () => {
  expect(found('USD', 'CNY')).toMatchObject([
    { expected: { kind: 'text', value: 'USD' }, actual: { kind: 'text', value: 'CNY' } },
  ]);
});

it('is found at the price where no column names currencies: it stands in the price’s own cell', () => {
  const row = { order: { currency: 'USD' }, otherCurrency: 'CNY' };
  expect(cells(checkWith([oneCurrency], [row]))).toEqual(['G2 currency.conflict']);
});
