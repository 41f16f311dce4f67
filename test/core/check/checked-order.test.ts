import { describe, expect, it } from 'vitest';
import { type CheckResult, checkOrders } from '../../../core/check/check.ts';
import { checkedOrderOf } from '../../../core/check/checked-order-of.ts';
import { contextOf } from '../../../core/check/context.ts';
import { rowsOf } from '../../../core/order/rows-of.ts';
import type { PostedContent } from '../../../core/order/state.ts';
import { understandSheets } from '../../../core/sheet/understand.ts';
import { gridOf } from '../sheet/grid-of.ts';
import { batchOf, check, date, decimal, given, knowledge, ordersTable, type Row, today } from './given.ts';

describe('an order as it will be posted', () => {
  const said = {
    contact: '李',
    phone: '138',
    address: '北京',
    paymentTerms: '款到发货',
    deliveryMethod: '自提',
    salesperson: '赵',
  };

  it('takes from its rows what the books don’t say, and leaves out what nobody says', () => {
    const row = { specification: 'M4', unit: '盒', color: '红', taxRate: decimal('0.09'), dueDate: date('2026-12-24') };
    const { checked } = check([{ ...row, order: said }]).orders[0] ?? {};
    expect(checked).toMatchObject({
      customer: { contact: '李', phone: '138', address: '北京' },
      paymentTerms: '款到发货',
      deliveryMethod: '自提',
      salesperson: '赵',
      lines: [row],
    });
    const bare = check([{}]).orders[0]?.checked;
    for (const word of ['paymentTerms', 'deliveryMethod', 'salesperson', 'poNumber', 'orderDate'])
      expect(bare).not.toHaveProperty(word);
    expect(bare?.customer).toEqual({ code: 'C1', name: 'Ever Bright' });
    expect(bare?.lines[0]).toEqual({ itemCode: 'A-1', itemName: 'A-1', quantity: '2', unitPrice: '10', amount: '20' });
  });

  it('keeps what a row has of its own, also when it is checked again as an order', () => {
    const own = { address: '港路2号', warehouse: '东仓', batch: 'L-1', agreedArrival: date('2026-12-28') };
    const row = { dueDate: date('2026-12-24'), ...own };
    const [checked] = check([row, { itemCode: 'A-1', quantity: decimal('3') }]).orders.map((order) => order.checked);
    expect(checked?.lines[0]).toMatchObject(own);
    for (const name of Object.keys(own)) expect(checked?.lines[1]).not.toHaveProperty(name);
    if (!checked) throw new Error('an order without error');
    const lines = checked.lines.map((line, index) => ({ ...line, line: index + 1 }));
    const again = rowsOf({ ...checked, lines } as unknown as PostedContent);
    expect(again.orders[0]?.lines[0]).toMatchObject(row);
    const { orders } = checkOrders({ batch: again, knowledge: knowledge(), today });
    expect(orders[0]?.checked?.lines).toEqual(checked.lines);
  });

  it('goes by what the row says of this order before what the customer book says', () => {
    const customers = [{ contact: '王', phone: '139', address: '上海', paymentTerms: '月结30天' }];
    const ofBook = check([{}], { customers }).orders[0]?.checked;
    expect(ofBook).toMatchObject({
      paymentTerms: '月结30天',
      customer: { contact: '王', phone: '139', address: '上海' },
    });
    const ofRow = check([{ order: said }], { customers }).orders[0]?.checked;
    expect(ofRow).toMatchObject({
      paymentTerms: '款到发货',
      customer: { contact: '李', phone: '138', address: '北京' },
    });
  });

  it('says who orders as the customer book writes it; nobody while it isn’t clear', () => {
    const customers = [
      { code: 'C1', name: 'Ever Bright' },
      { code: 'C2', name: 'IT' },
      { code: 'C3', name: 'it' },
    ];
    const code = (customer: Row['customer']) =>
      check([customer === undefined ? {} : { customer }], { customers }).orders[0]?.customerCode;
    expect(code({ name: 'ever bright' })).toBe('C1');
    expect(code({ name: 'IT' })).toBeNull();
    expect(code({ name: 'Nobody' })).toBeNull();
    expect(check([{}], { customers: null }).orders[0]?.customerCode).toBeNull();
  });

  it('is never made of an order with something missing: that is a mistake of ours', () => {
    const made = (row: Row) => {
      const [order] = contextOf(batchOf([row]), given(knowledge({ items: null, customers: null }))).orders;
      return () => order && checkedOrderOf(order);
    };
    expect(made({})).not.toThrow();
    expect(made({ customer: {} })).toThrow('an order without error has no customer: a rule must report that');
    expect(made({ itemCode: undefined })).toThrow('no item');
    expect(made({ quantity: undefined })).toThrow('no quantity');
    expect(made({ unitPrice: undefined })).toThrow('no unit price');
  });
});

describe('an order that stands in two sheets', () => {
  it('can’t be posted while one of them has an error', () => {
    const [order] = batchOf([{}, {}]).orders;
    const lines = (order?.lines ?? []).map((line, at) => ({ ...line, table: at, row: 1 }));
    const orderIn = (second: typeof ordersTable): CheckResult =>
      checkOrders({
        batch: { tables: [ordersTable, second], orders: order ? [{ ...order, lines }] : [] },
        knowledge: knowledge(),
        today,
      });
    const second = { ...ordersTable, sheet: 'More' };
    expect(orderIn(second).orders[0]?.checked).not.toBeNull();
    const { orders, sheetFindings } = orderIn({ ...second, beforeTax: ['unitPrice'] });
    expect(sheetFindings.map(({ code, sheet }) => [code, sheet])).toEqual([['price.before-tax', 'More']]);
    expect(orders[0]?.checked).toBeNull();
  });
});

describe('what is wrong in the workbook’s own books', () => {
  const sheets = () =>
    understandSheets([
      gridOf(
        [
          ['货号', '品名', '标准价'],
          ['A', '茶', 5],
          ['A', '茶', 6],
        ],
        { sheet: '价目' },
      ),
    ]);
  const currencyOf = (books: Parameters<typeof knowledge>[0], currency?: string): string | undefined => {
    const { findings, sheetFindings, summary } = checkOrders({
      batch: batchOf([{}]),
      knowledge: knowledge(books),
      today,
      sheets: sheets(),
      ...(currency && { currency }),
    });
    const [found] = findings.filter(({ code }) => code === 'book.price-differs');
    expect(sheetFindings).toContain(found);
    expect(summary.byCode['book.price-differs']).toBe(1);
    return found?.expected?.kind === 'money' ? found.expected.currency : undefined;
  };

  it('is found with the rows, in the price list’s currency, else in the one given, else in the house’s own', () => {
    expect(currencyOf({ currency: 'USD' }, 'TWD')).toBe('USD');
    expect(currencyOf({ items: null }, 'TWD')).toBe('TWD');
    expect(currencyOf({ items: null })).toBe('CNY');
  });
});
