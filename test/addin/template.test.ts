import { describe, expect, it } from 'vitest';
import { blankSheet, sheetsNeeded } from '../../addin/pane/first-run/template.ts';
import type { BookSource } from '../../core/check/knowledge.ts';
import { locales } from '../../core/policy/locale.ts';
import { roles } from '../../core/sheet/fields.ts';
import { firstColumns } from '../../core/sheet/new-table.ts';
import { understandSheets } from '../../core/sheet/understand.ts';
import { textsIn } from '../../locales/index.ts';

describe('the template sheets', () => {
  it.each(locales)('%s: each heading means what it is for, and each sheet is named after its role', (locale) => {
    const blanks = roles.map((role) => blankSheet(role, textsIn(locale)));
    const { tables } = understandSheets(
      blanks.map(({ name, columns }) => ({
        sheet: name,
        row: 0,
        column: 0,
        values: [columns.map(({ heading }) => heading)],
      })),
    );
    expect(tables.map(({ role, columns }) => [role, columns.map(({ field }) => field)])).toEqual(
      roles.map((role) => [role, firstColumns[role]]),
    );
  });

  it('keep the zeros of a code, and show prices and days as such', () => {
    const [order] = [blankSheet('orders', textsIn('en'))];
    const formats = Object.fromEntries(order.columns.map(({ heading, format }) => [heading, format]));
    expect(formats).toMatchObject({
      'Item no.': '@',
      Quantity: 'General',
      'Unit price': '#,##0.00##',
      'Due date': 'yyyy-mm-dd',
    });
  });

  it('are for orders, and for books that nobody has published', () => {
    const published: BookSource = { from: 'published', version: 1 };
    const knowledge = { prices: published, stock: null, customers: published };
    expect(sheetsNeeded({ knowledge })).toEqual(['orders', 'stock']);
    expect(sheetsNeeded({ knowledge: { prices: null, stock: null, customers: null } })).toEqual([...roles]);
  });
});
