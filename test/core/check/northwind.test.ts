import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CheckResult, checkOrders } from '../../../core/check/check.ts';
import type { CheckCode } from '../../../core/check/codes.ts';
import type { Finding } from '../../../core/check/finding.ts';
import { knowledgeOf } from '../../../core/check/knowledge-of-sheets.ts';
import type { Grid } from '../../../core/sheet/grid.ts';
import { ordersOf } from '../../../core/sheet/orders.ts';
import type { ParsedBatch } from '../../../core/sheet/parsed-order.ts';
import { understandSheets } from '../../../core/sheet/understand.ts';
import { readWorkbook } from '../../../workbook/read-workbook.ts';
import { date } from './given.ts';

/**
 * The findings on the Northwind book against the same questions asked of its database: not how many only, but which rows.
 * The database is the workbook's origin and knows nothing of our code.
 */
const path = (place: string): string => fileURLToPath(new URL(`../../../${place}`, import.meta.url));

const db = new DatabaseSync(':memory:');
let batch: ParsedBatch;
let result: CheckResult;

beforeAll(async () => {
  db.exec(readFileSync(path('test/fixtures/northwind/create.sql'), 'utf8'));
  const grids = await gridsOf(path('server/samples/northwind/northwind.xlsx'));
  headings = grids[0]?.values[0]?.map(String) ?? [];
  const sheets = understandSheets(grids);
  batch = ordersOf(sheets);
  for (const { lines } of batch.orders) for (const line of lines) itemAt.set(line.row, line.itemCode ?? '');
  result = checkOrders({ batch, knowledge: knowledgeOf(sheets), today: date('1998-05-07') });
});

/** "order product" of the rows a query names. */
const rowsOf = (query: string): string[] =>
  db
    .prepare(query)
    .all()
    .map(({ OrderID, ProductID }) => `${OrderID} ${ProductID}`)
    .sort();

/** "order product" of the rows that have a finding. */
const rowsWith = (code: CheckCode): string[] =>
  result.findings
    .filter((finding) => finding.code === code)
    .map(rowOf)
    .sort();
const rowOf = ({ row, order }: Finding): string => `${order} ${itemAt.get(row) ?? ''}`;
const itemAt = new Map<number, string>();

describe('Northwind', () => {
  it('has every order and row', () => {
    expect(batch.orders.length).toBe(830);
    expect(
      result.orders.flatMap(({ order }) => order.lines.map((line) => `${order.key} ${line.itemCode}`)).sort(),
    ).toEqual(rowsOf('SELECT OrderID, ProductID FROM [Order Details]'));
  });

  it('names the 658 rows whose price is not the list’s, at the price, once', () => {
    const expected = rowsOf(
      `SELECT OrderID, ProductID FROM [Order Details] d JOIN Products p USING (ProductID) WHERE d.UnitPrice <> p.UnitPrice`,
    );
    expect(expected.length).toBe(658);
    const atPrice = result.findings.filter(({ column }) => headings[column] === 'Unit Price');
    expect(atPrice.map(rowOf).sort()).toEqual(expected);
    expect(new Set(atPrice.map(({ code }) => code))).toEqual(new Set(['price.not-list', 'discount.beyond-authority']));
    expect(columnsWith('price.not-list')).toEqual(['Unit Price']);
  });

  it('names the 1,234 rows that take more off the list than sales may grant, and who may', () => {
    // Half a cent of rounding is no discount.
    const beyond = db
      .prepare(
        `SELECT OrderID, ProductID, 1 - (d.UnitPrice * (1 - Discount) + 0.005) / p.UnitPrice AS off,
                CASE Discount WHEN 0 THEN 'Unit Price' ELSE 'Discount' END AS heading
         FROM [Order Details] d JOIN Products p USING (ProductID)
         WHERE d.UnitPrice * (1 - Discount) + 0.005 < p.UnitPrice * 0.97 - 1e-9`,
      )
      .all();
    expect(beyond.length).toBe(1234);
    expect(beyond.filter(({ heading }) => heading === 'Unit Price').length).toBe(402);
    const whoMay = (off: number): string =>
      off <= 0.05 + 1e-9
        ? 'service-supervisor'
        : off <= 0.1 + 1e-9
          ? 'sales-manager'
          : off <= 0.15 + 1e-9
            ? 'director'
            : 'general-manager';
    expect(
      result.findings
        .filter(({ code }) => code === 'discount.beyond-authority')
        .map(({ column, data, order }) => `${order} ${data?.item}: ${data?.role}, ${headings[column]}`)
        .sort(),
    ).toEqual(
      beyond
        .map(({ OrderID, ProductID, heading, off }) => `${OrderID} ${ProductID}: ${whoMay(Number(off))}, ${heading}`)
        .sort(),
    );
  });

  it('names the 228 rows of discontinued items, at the item', () => {
    const expected = rowsOf(
      `SELECT OrderID, ProductID FROM [Order Details] JOIN Products USING (ProductID) WHERE Discontinued = '1'`,
    );
    expect(expected.length).toBe(228);
    expect(rowsWith('item.discontinued')).toEqual(expected);
    expect(columnsWith('item.discontinued')).toEqual(['Item No']);
  });

  it('lets the 73 rows without shipped date compete for stock in running order: 31 run short, on 17 items', () => {
    db.exec(`CREATE TEMP VIEW demand AS
      SELECT OrderID, ProductID, Quantity, UnitsInStock,
             SUM(Quantity) OVER (PARTITION BY ProductID ORDER BY OrderID) AS running
      FROM [Order Details] JOIN Orders USING (OrderID) JOIN Products USING (ProductID)
      WHERE ShippedDate IS NULL`);
    expect(db.prepare('SELECT COUNT(*) AS rows FROM demand').get()).toEqual({ rows: 73 });

    const short = db
      .prepare(
        `SELECT OrderID, ProductID, Quantity AS wanted, MAX(0, UnitsInStock - running + Quantity) AS available
         FROM demand WHERE running > UnitsInStock ORDER BY OrderID, ProductID`,
      )
      .all();
    expect(short.length).toBe(31);
    expect(new Set(short.map(({ ProductID }) => ProductID)).size).toBe(17);
    expect(
      result.findings
        .filter(({ code }) => code === 'stock.short')
        .map(({ order, data }) => `${order} ${data?.item}: ${data?.wanted} of ${data?.available}`)
        .sort(),
    ).toEqual(short.map((row) => `${row.OrderID} ${row.ProductID}: ${row.wanted} of ${row.available}`).sort());
    expect(columnsWith('stock.short')).toEqual(['Quantity']);
  });

  it('names the open rows whose required date has passed, and nothing else', () => {
    expect(rowsWith('due-date.past')).toEqual(
      rowsOf(`SELECT OrderID, ProductID FROM [Order Details] JOIN Orders USING (OrderID)
              WHERE ShippedDate IS NULL AND RequiredDate < '1998-05-07'`),
    );
    expect(Object.keys(result.summary.byCode).sort()).toEqual([
      // Nobody wrote down limits, debts or earlier deals.
      'check.not-run',
      'discount.beyond-authority',
      'due-date.past',
      'item.discontinued',
      'price.not-list',
      'stock.short',
    ]);
  });
});

/** Headings of the columns a code's findings stand in. */
const columnsWith = (code: CheckCode): string[] => [
  ...new Set(result.findings.filter((finding) => finding.code === code).map(({ column }) => headings[column] ?? '')),
];
let headings: string[] = [];

async function gridsOf(path: string): Promise<readonly Grid[]> {
  const read = await readWorkbook(readFileSync(path), 'northwind.xlsx');
  if (!read.ok) throw new Error(read.reason.code);
  return read.value;
}
