import { describe, expect, it } from 'vitest';
import { checkOrders } from '../../../core/check/check.ts';
import { rightAmount } from '../../../core/check/rules/right-amount.ts';
import { workingDay } from '../../../core/check/rules/working-day.ts';
import { rules } from '../../../core/check/rules.ts';
import { batchOf, cells, check, date, decimal, knowledge, ordersTable, today } from './given.ts';

const noBooks = { items: null, stock: null, customers: null, pastDeals: null, openAmounts: null, posted: null };

describe('checkOrders', () => {
  it('fills names, units and addresses in from the books and keeps what the row says for this order', () => {
    const books = {
      items: [{ code: 'A-1', name: '螺丝', unit: '盒', specification: 'M4', color: '白', prices: [{ price: '9.99' }] }],
      customers: [{ customerClass: 'A', contact: '王', phone: '139', address: '上海', paymentTerms: '月结30天' }],
    };
    const order = { contact: '李', currency: 'RMB', poNumber: 'P-7', orderDate: date('2026-11-20') };
    const row = {
      itemCode: 'ａ-1',
      quantity: decimal('3'),
      unitPrice: decimal('9.99'),
      unit: 'BOX',
      remark: '急',
      specialRequirements: '刻字',
    };
    const { checked } = check([{ ...row, order, discount: decimal('0.05') }], books).orders[0] ?? {};
    expect(checked).toEqual({
      key: '1',
      customer: { code: 'C1', name: 'Ever Bright', customerClass: 'A', contact: '李', phone: '139', address: '上海' },
      currency: 'CNY',
      poNumber: 'P-7',
      orderDate: '2026-11-20',
      paymentTerms: '月结30天',
      lines: [
        {
          itemCode: 'A-1',
          itemName: '螺丝',
          specification: 'M4',
          color: '白',
          unit: '盒',
          quantity: '3',
          unitPrice: '9.99',
          discount: '0.05',
          amount: '28.47',
          specialRequirements: '刻字',
          remark: '急',
        },
      ],
      total: '28.47',
    });
  });

  it('keeps the row’s own colour where the list has none, and no requirement that says there is none', () => {
    const row = { color: '红', specialRequirements: '无' };
    const [line] = check([row]).orders[0]?.checked?.lines ?? [];
    expect(line).toMatchObject({ color: '红' });
    expect(line).not.toHaveProperty('specialRequirements');
  });

  it('lets an order pass with warnings, and others beside one with errors', () => {
    const rows = [{ quantity: decimal('-1') }, { key: '2', unitPrice: decimal('11') }, { key: '3' }];
    const result = check(rows);
    expect(result.orders.map(({ checked }) => checked?.key ?? null)).toEqual([null, '2', '3']);
    expect(result.orders.map((entry) => cells(entry))).toEqual([
      ['F2 quantity.not-positive'],
      ['G3 price.not-list'],
      [],
    ]);
    expect(result.summary).toEqual({
      error: 1,
      warning: 1,
      info: 0,
      byCode: { 'quantity.not-positive': 1, 'price.not-list': 1 },
    });
  });

  it('keeps orders of one number but two customers apart', () => {
    const batch = batchOf([{ key: 'a' }, { key: 'b', customer: { code: 'C9' } }]);
    const sameKey = { ...batch, orders: batch.orders.map((order) => ({ ...order, key: 'PO-1' })) };
    const { orders } = checkOrders({ batch: sameKey, knowledge: knowledge(), today });
    expect(orders.map(({ findings }) => findings.length)).toEqual([0, 1]);
  });

  it('says what it could not check, once a rule, and takes the rows at their word', () => {
    const result = check([{}, { key: '2', quantity: decimal('3') }], noBooks);
    const unchecked = result.findings.map(({ data }) => `${data?.rule}: ${data?.context}`);
    expect(unchecked).toEqual(
      rules.flatMap(({ name, needs: [need] }) => (need === undefined ? [] : [`${name}: ${need}`])).sort(),
    );
    expect(unchecked).toContain('known-customer: customers');
    expect(result.sheetFindings).toEqual(result.findings);
    expect(result.orders[0]?.checked?.lines[0]).toEqual({
      itemCode: 'A-1',
      itemName: 'A-1',
      quantity: '2',
      unitPrice: '10',
      amount: '20',
    });
  });

  it('names file and sheet; sheets follow each other, columns stand in their order', () => {
    const second = { ...ordersTable, file: 'b.xlsx', sheet: 'More', headerRow: 4 };
    const bad = { quantity: decimal('8'), unitPrice: decimal('11') };
    const { orders } = batchOf([bad]);
    const moved = orders.map((order) => ({
      ...order,
      key: '2',
      customer: { name: 'Ever Bright' },
      lines: order.lines.map((line) => ({ ...line, table: 1, row: 0, dueDate: date('2026-12-24') })),
    }));
    const batch = { tables: [ordersTable, second], orders: [...moved, ...orders] };
    const { findings } = checkOrders({ batch, knowledge: knowledge({ stock: { 'A-1': '9' } }), today });
    expect(findings.map(({ file, sheet, cell, order }) => [file, sheet, cell, order])).toEqual([
      [undefined, 'Orders', 'G2', '1'],
      ['b.xlsx', 'More', 'F1', '2'],
      ['b.xlsx', 'More', 'G1', '2'],
    ]);
  });

  it('takes the currency of the order, else of the price list, else the one given', () => {
    const currencyOf = (books: Parameters<typeof knowledge>[0], currency?: string) =>
      checkOrders({ batch: batchOf([{}]), knowledge: knowledge(books), today, ...(currency && { currency }) }).orders[0]
        ?.checked?.currency;
    expect(currencyOf({ currency: 'USD' })).toBe('USD');
    expect(currencyOf(noBooks, 'TWD')).toBe('TWD');
    expect(currencyOf(noBooks)).toBe('CNY');
  });
});

it('asks fewer rules where only some things are asked, and then calls no order sound', () => {
  const input = { batch: batchOf([{ amount: decimal('1') }]), knowledge: knowledge(), today };
  const { findings, orders } = checkOrders(input, [rightAmount]);
  expect(findings.map(({ code }) => code)).toEqual(['amount.mismatch']);
  expect(checkOrders({ ...input, batch: batchOf([{}]) }, [rightAmount]).orders.map(({ checked }) => checked)).toEqual([
    null,
  ]);
  expect(orders).toHaveLength(1);
});

it('knows the holidays of where the house’s currency is at home', () => {
  // A Friday of the national holiday, and a Sunday worked to make up for it.
  const batch = batchOf([{ dueDate: date('2025-10-03') }, { key: '2', dueDate: date('2025-09-28') }]);
  const off = (currency: string) =>
    checkOrders({ batch, knowledge: knowledge(), today: date('2025-09-01'), currency }, [workingDay]).findings;
  expect(off('CNY').map(({ cell, data }) => [cell, data?.context])).toEqual([['J2', 'holiday']]);
  expect(off('TWD').map(({ cell, data }) => [cell, data?.context])).toEqual([['J3', 'weekend']]);
});
