import { expect, it } from 'vitest';
import { checkOrders } from '../../../../core/check/check.ts';
import { ordersOf } from '../../../../core/sheet/orders.ts';
import { understandSheets } from '../../../../core/sheet/understand.ts';
import { gridOf } from '../../sheet/grid-of.ts';
import { cells, knowledge, today } from '../given.ts';

const conflicts = (...currencies: (string | null)[]) =>
  cells(
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
    }),
  ).filter((at) => at.includes('currency'));

it('one currency: a second one is reported, another spelling or an empty cell is not', () => {
  expect(conflicts('USD', 'CNY', '美元')).toEqual(['F3 currency.conflict']);
  expect(conflicts('RMB', '人民币', null, '¥')).toEqual([]);
});
