import { describe, expect, it } from 'vitest';
import { checkOrders } from '../../../../core/check/check.ts';
import { locales } from '../../../../core/policy/locale.ts';
import { ordersOf } from '../../../../core/sheet/orders.ts';
import type { OrderTable } from '../../../../core/sheet/parsed-order.ts';
import { understandSheets } from '../../../../core/sheet/understand.ts';
import { describeFinding } from '../../../../locales/describe.ts';
import { textsIn } from '../../../../locales/index.ts';
import { gridOf } from '../../sheet/grid-of.ts';
import { batchOf, cells, decimal, knowledge, ordersTable, today } from '../given.ts';

const without = (...missing: (keyof OrderTable['columns'])[]): OrderTable => ({
  ...ordersTable,
  headerRow: 2,
  columns: Object.fromEntries(
    Object.entries(ordersTable.columns).filter(([field]) => !missing.some((one) => one === field)),
  ),
});
const checkTable = (table: OrderTable, rows: Parameters<typeof batchOf>[0]) =>
  checkOrders({ batch: batchOf(rows, table), knowledge: knowledge(), today });

describe('required columns', () => {
  it('reports a missing customer column once, at the header, and lets no order through', () => {
    const rows = [{ customer: {} }, { key: '2', customer: {} }, { key: '3', customer: {} }];
    const result = checkTable(without('customerCode', 'customerName'), rows);
    expect(cells(result)).toEqual(['A3 column.missing']);
    expect(result.sheetFindings).toEqual(result.findings);
    expect(result.findings[0]).toMatchObject({ order: null, data: { field: 'customerName' } });
    expect(result.orders.map(({ checked }) => checked)).toEqual([null, null, null]);
  });

  it('is content when the customer was named for the whole sheet', () => {
    expect(
      cells(
        checkTable(without('customerCode', 'customerName'), [
          {},
          { key: '2', itemCode: 'a-1', quantity: decimal('3') },
        ]),
      ),
    ).toEqual([]);
  });

  it('takes a barcode column for an item column', () => {
    expect(cells(checkTable(without('itemCode'), [{ itemCode: undefined, barcode: 'A-1' } as never]))).not.toContain(
      'A3 column.missing',
    );
  });

  it('names each missing column, also of a table without rows', () => {
    const result = checkTable(without('itemCode', 'barcode', 'quantity', 'unitPrice'), []);
    expect(result.findings.map(({ data }) => data?.field)).toEqual(['itemCode', 'quantity', 'unitPrice']);
  });

  it('asks for the column where some rows only have their customer from elsewhere', () => {
    const rows = [{}, { key: '2', customer: {} }];
    expect(cells(checkTable(without('customerCode', 'customerName'), rows))).toEqual(['A3 column.missing']);
  });

  it('asks each sheet for its own: what another’s rows have is no matter', () => {
    const [first, second] = [ordersTable, { ...without('quantity'), sheet: 'More' }];
    const [order] = batchOf([{}, { quantity: undefined }, {}]).orders;
    const lines = (order?.lines ?? []).map((line, at) => ({ ...line, table: at === 0 ? 1 : 0 }));
    const batch = { tables: [first, second], orders: order ? [{ ...order, lines }] : [] };
    const missing = cells(checkOrders({ batch, knowledge: knowledge(), today })).filter((at) =>
      at.endsWith('.missing'),
    );
    expect(missing).toEqual(['F3 field.missing']);
  });
});

describe('what the finding of a missing customer column says to do', () => {
  const rows = [
    ['订单号', '编码', '数量', '单价'],
    ['S1', 'A-1', 2, 10],
  ];
  const found = (above: readonly string[]) => {
    const batch = ordersOf(understandSheets([gridOf([...above.map((text) => [text]), ...rows], { sheet: '订单' })]));
    return checkOrders({ batch, knowledge: knowledge(), today }).findings;
  };

  it.each(locales)('mends it, in %s', (locale) => {
    const [missing] = found([]);
    if (!missing) throw new Error('nothing is missing');
    const { message } = describeFinding(missing, textsIn(locale), locale);
    const label = /[“「]([^”」：:]+[：:]\s?)(?:name|名称|名稱)[”」]/.exec(message)?.[1];
    expect(found([`${label}Ever Bright`]).map(({ code }) => code)).toEqual([]);
  });
});
