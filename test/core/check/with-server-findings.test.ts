import { describe, expect, it } from 'vitest';
import { checkOrders } from '../../../core/check/check.ts';
import type { Finding } from '../../../core/check/finding.ts';
import { withServerFindings } from '../../../core/check/with-server-findings.ts';
import type { ParsedBatch } from '../../../core/sheet/parsed-order.ts';
import { batchOf, cells, decimal, knowledge, ordersTable, today } from './given.ts';

/** Two orders, two rows each; here nobody knows what the customer bought before, the server does. */
const batch = batchOf([
  {},
  { itemCode: 'A-2' },
  { key: '2', quantity: decimal('3') },
  { key: '2', itemCode: 'A-2', quantity: decimal('4') },
]);
const known = knowledge({
  items: [{ code: 'A-1' }, { code: 'A-2' }],
  stock: { 'A-1': '99', 'A-2': '99' },
  pastDeals: null,
  posted: null,
});
const here = (of: ParsedBatch = batch) => checkOrders({ batch: of, knowledge: known, today });

const seen = (row: number, more: Partial<Finding> = {}): Finding => ({
  code: 'price.unlike-last',
  severity: 'warning',
  sheet: 'Orders',
  cell: `G${row + 1}`,
  row,
  column: 6,
  order: '1',
  ...more,
});
const notRun = (rule: string): Finding =>
  seen(0, { code: 'check.not-run', severity: 'info', cell: 'A1', column: 0, order: null, data: { rule } });

/** What the server is asked; one of it all tests talk of. */
const asked = () => here().unchecked;
const rule = 'last-price';
const code = 'price.unlike-last';
const merged = (answered: readonly Finding[], of: ParsedBatch = batch) => withServerFindings(here(of), of, answered);

describe('what the server found', () => {
  it('takes the place of what could not be checked here', () => {
    const before = cells(here()).filter((cell) => cell.endsWith('check.not-run'));
    expect(asked()).toContainEqual(expect.objectContaining({ rule, codes: [code] }));
    expect(before.length).toBe(asked().length);
    const { findings, summary } = merged([seen(1, { code })]);
    expect(cells({ findings })).toContain(`G2 ${code}`);
    expect(cells({ findings })).not.toContain('A1 check.not-run');
    expect(summary.byCode[code]).toBe(1);
    expect(summary.byCode['check.not-run']).toBeUndefined();
  });

  it('counts only where it was asked: the workbook’s own books are unknown to it', () => {
    const { findings } = merged([seen(1, { code: 'customer.unknown' }), seen(1, { code: 'price.not-list' })]);
    expect(findings.map((finding) => finding.code)).not.toContain('customer.unknown');
    expect(findings.map((finding) => finding.code)).not.toContain('price.not-list');
  });

  it('may be that it could not check it either', () => {
    const { findings, sheetFindings } = merged([notRun(rule), notRun('known-item')]);
    expect(findings.map(({ data }) => data?.rule)).toEqual([rule]);
    expect(sheetFindings).toEqual(findings);
  });

  it('is said once, though several requests say it', () => {
    expect(merged([seen(1, { code }), seen(1, { code })]).summary.byCode[code]).toBe(1);
    expect(merged([notRun(rule), notRun(rule)]).findings).toHaveLength(1);
  });
});

describe('what the server’s own books lack', () => {
  const contexts = (answered: readonly Finding[], items = [{ code: 'A-1' }, { code: 'A-2' }]) => {
    const books = knowledge({ items, stock: null, pastDeals: null, openAmounts: null });
    const { sheetFindings } = withServerFindings(checkOrders({ batch, knowledge: books, today }), batch, answered);
    return Object.fromEntries(
      sheetFindings.flatMap(({ code, data }) => (code === 'check.not-run' ? [[data?.rule, data?.context]] : [])),
    );
  };
  const lacking = (name: string, context: string): Finding => ({ ...notRun(name), data: { rule: name, context } });

  it('is not said to be missing here, where it stands in the workbook', () => {
    expect(contexts([lacking('enough-stock', 'openDemand')])).toEqual({ 'enough-stock': 'stock' });
    expect(contexts([lacking('credit-limit', 'customers')])).toEqual({ 'credit-limit': 'customers-unpublished' });
  });

  it('keeps a rule unchecked for customers and items that are known here only', () => {
    expect(contexts([seen(1, { code: 'customer.unknown' })])).toMatchObject({
      'last-price': 'customers-unpublished',
      'credit-limit': 'customers-unpublished',
    });
    const ofItem = contexts([seen(1, { code: 'item.unknown' })]);
    expect(ofItem).toMatchObject({ 'last-price': 'prices-unpublished' });
    expect(ofItem).not.toHaveProperty('credit-limit');
    expect(contexts([seen(1, { code: 'item.unknown' })], [{ code: 'A-9' }])).toEqual({});
  });
});

describe('an order', () => {
  it('has its own rows’ findings, among its others by row and column', () => {
    const wrong = batchOf([{ unitPrice: decimal('11') }, { itemCode: 'A-2' }, { key: '2', quantity: decimal('3') }]);
    const { orders } = merged(
      [seen(1, { code, column: 8, cell: 'I2' }), seen(2, { code }), seen(1, { code, column: 5, cell: 'F2' })],
      wrong,
    );
    const of = (at: number) => orders[at]?.findings.map(({ cell }) => cell);
    expect(of(0)).toEqual(['F2', 'G2', 'I2', 'G3']);
    expect(of(1)).toEqual([]);
  });

  it('may not be posted with an error of the server’s; a warning doesn’t stop it', () => {
    const { orders } = merged([seen(1, { code, severity: 'error' }), seen(2, { code }), seen(3, { code })]);
    expect(orders.map(({ checked }) => checked?.key ?? null)).toEqual([null, '2']);
    expect(merged([]).orders.map(({ checked }) => checked?.key)).toEqual(['1', '2']);
  });

  it('is none of a total’s row or another sheet’s: they are findings of the sheet', () => {
    const total = seen(9, { code, order: null });
    const elsewhere = seen(1, { code, sheet: 'More' });
    const otherFile = seen(1, { code, file: 'b.xlsx' });
    const { orders, sheetFindings } = merged([total, elsewhere, otherFile, seen(1, { code })]);
    expect(orders.flatMap(({ findings }) => findings)).toEqual([seen(1, { code })]);
    expect(sheetFindings).toHaveLength(3);
  });
});

describe('findings of both', () => {
  it('come by table, row, column and code', () => {
    const tables = [ordersTable, { ...ordersTable, headerRow: 10 }, { ...ordersTable, file: 'b.xlsx' }];
    const several = { ...batch, tables };
    const of = [
      seen(1, { code, file: 'b.xlsx' }),
      seen(11, { code }),
      seen(10, { code, order: null }),
      seen(9, { code }),
      seen(2, { code, column: 5, cell: 'F3' }),
      seen(2, { code }),
      seen(1, { code }),
    ];
    const { findings } = merged(of, several);
    expect(findings.map(({ file = '', cell }) => file + cell)).toEqual([
      'G2',
      'F3',
      'G3',
      'G10',
      'G11',
      'G12',
      'b.xlsxG2',
    ]);
    expect(merged(of.toReversed(), several).findings).toEqual(findings);
  });

  it('of one cell come by code', () => {
    const codes = [...new Set(asked().flatMap((one) => one.codes))] as Finding['code'][];
    const of = codes.map((one) => seen(1, { code: one }));
    expect(merged(of).findings.map((finding) => finding.code)).toEqual(codes.toSorted());
    expect(merged(of.toReversed()).findings.map((finding) => finding.code)).toEqual(codes.toSorted());
  });
});

it('an error at a labelled cell above the rows (客户：…) stops the orders it holds for', () => {
  const heads = [{ field: 'customerCode', row: 0, column: 1, from: 2, to: 3 }] as const;
  const [table] = batch.tables;
  if (!table) throw new Error('a batch has a table');
  const below: ParsedBatch = {
    tables: [{ ...table, headerRow: 1, heads }],
    orders: batch.orders.map((order, at) => ({
      ...order,
      lines: order.lines.map((line) => ({ ...line, row: line.row + 1 + at * 2 })),
    })),
  };
  const atHead = seen(0, { code, severity: 'error', cell: 'B1', column: 1 });
  const { orders, sheetFindings } = merged([atHead], below);
  expect(orders.map(({ checked }) => checked !== null)).toEqual([false, true]);
  expect(orders[0]?.findings).toContainEqual(atHead);
  expect(sheetFindings).not.toContainEqual(atHead);
});
