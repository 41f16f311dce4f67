import { describe, expect, it } from 'vitest';
import { fittingLength } from '../../../../core/check/rules/fitting-length.ts';
import type { fields } from '../../../../core/sheet/fields.ts';
import { longestOf, mostRows } from '../../../../core/sheet/longest.ts';
import type { ParsedBatch } from '../../../../core/sheet/parsed-order.ts';
import { batch as wireBatch } from '../../../../core/wire/batch.ts';
import { describeFinding } from '../../../../locales/describe.ts';
import { textsIn } from '../../../../locales/index.ts';
import { batchOf, cells, checkWith, ordersTable, type Row } from '../given.ts';

const fieldsOfBatch = Object.keys(longestOf) as (keyof typeof longestOf)[];
/** Every text has a column of its own. */
const columns = Object.fromEntries(fieldsOfBatch.map((field, column) => [field, column]));
const table = { ...ordersTable, columns: { ...columns, quantity: 40, unitPrice: 41, discount: 42, amount: 43 } };
const find = (row: Row) => checkWith([fittingLength], [row], {}, { table });
const isTaken = (batch: ParsedBatch) => wireBatch.safeParse(batch).success;

const onLine = new Set(
  'itemCode barcode customerItemCode itemName specification color material brand unit warehouse batch specialRequirements remark rowId'.split(
    ' ',
  ),
);
function saying(field: keyof typeof fields.orders, text: string): Row {
  if (onLine.has(field)) return { [field]: text };
  if (field === 'orderKey') return { order: { key: text } };
  if (field === 'customerCode') return { customer: { code: text } };
  if (field === 'customerName') return { customer: { name: text } };
  return { order: { [field]: text } };
}

describe.each(fieldsOfBatch)('%s', (field) => {
  const longest = longestOf[field];

  it('is posted as long as it fits', () => {
    const row = saying(field, '长'.repeat(longest));
    expect(find(row).findings).toEqual([]);
    expect(isTaken(batchOf([row], table))).toBe(true);
  });

  it('is named where one letter is too many, which the server would not take', () => {
    const row = saying(field, '长'.repeat(longest + 1));
    expect(find(row).findings).toMatchObject([
      {
        code: 'field.too-long',
        severity: 'error',
        column: columns[field],
        row: 1,
        data: { field, letters: String(longest + 1), most: String(longest) },
      },
    ]);
    expect(isTaken(batchOf([row], table))).toBe(false);
  });
});

it('what a row says otherwise than its order is measured too', () => {
  const row = { otherCustomer: '甲'.repeat(1001), otherCurrency: 'CNY or USD!' };
  expect(find(row).findings.map(({ data }) => data)).toEqual([
    { field: 'customerName', letters: '1001', most: '1000' },
    { field: 'currency', letters: '11', most: '10' },
  ]);
  expect(find({ otherCustomer: '甲'.repeat(1000), otherCurrency: '10 letters' }).findings).toEqual([]);
});

it('an order has at most five thousand rows', () => {
  const rows = (count: number) => Array.from({ length: count }, () => ({}));
  expect(checkWith([fittingLength], rows(mostRows)).findings).toEqual([]);
  const tooMany = checkWith([fittingLength], [...rows(mostRows + 1), { key: '2' }]);
  expect(cells(tooMany)).toEqual(['A2 order.too-many-rows']);
  expect(isTaken(batchOf(rows(mostRows)))).toBe(true);
  expect(isTaken(batchOf(rows(mostRows + 1)))).toBe(false);
  expect(said(tooMany)).toBe('An order can have at most 5,000 rows, this one has 5,001. Make several orders of it.');
});

it('says how long it is', () => {
  expect(said(find(saying('customerName', '甲'.repeat(30_000))))).toBe(
    'Customer is too long: 30,000 characters. At most 1,000 can be kept; shorten it.',
  );
});

const said = ({ findings: [first] }: ReturnType<typeof find>): string =>
  describeFinding(first as never, textsIn('en'), 'en').message;
