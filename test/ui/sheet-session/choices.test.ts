import { expect, test } from 'vitest';
import type { FoundTable } from '../../../core/sheet/table.ts';
import { columnChoice, readChoices, withChoice } from '../../../ui/sheet-session/choices.ts';
import { isChecked } from '../../../ui/sheet-session/state.ts';
import { givenSession, givenStorage, grid, orderSheet, rows, settled } from './given.ts';

test('the newest word about a column or a table counts, and no other is forgotten', () => {
  const first = { sheet: '订单', heading: '数量', field: null };
  const second = { sheet: '订单', heading: '数量', nth: 1, field: 'quantity' };
  const table = { sheet: '订单', headings: ['数量'], role: 'orders' } as const;
  const all = [first, second, table].reduce(withChoice, []);
  expect(all).toEqual([first, second, table]);
  expect(withChoice(all, { ...first, nth: 0, field: 'openQuantity' })).toEqual([
    second,
    table,
    { ...first, nth: 0, field: 'openQuantity' },
  ]);
  expect(withChoice(all, { ...table, role: null })).toEqual([first, second, { ...table, role: null }]);
});

test('of two columns with one heading the right one is chosen', () => {
  const columns = ['数量', '单价', '数量'].map((heading, column) => ({ heading, column }));
  const table = { sheet: '订单', columns } as unknown as FoundTable;
  expect(columnChoice(table, 0, 'quantity')).toEqual({ sheet: '订单', heading: '数量', field: 'quantity' });
  expect(columnChoice(table, 2, null)).toEqual({ sheet: '订单', heading: '数量', nth: 1, field: null });
});

test('what was kept is believed only where it is a choice', () => {
  const good = { sheet: '订单', headings: ['数量'], role: null };
  expect(readChoices([good, { sheet: '订单', headings: ['数量'], role: 'king' }, 'x', { heading: '数量' }])).toEqual([
    good,
  ]);
  expect(readChoices({ sheet: '订单' })).toEqual([]);
});

test('a correction is kept on this device for the sheet, and holds for tomorrow’s file with the same headings only', async () => {
  const storage = givenStorage();
  const remark = { sheet: '订单', heading: '金额', field: null };
  const today = givenSession({ storage });
  await today.session.choose(remark);
  expect(storage.kept.get('countersign.choices')).not.toMatch(/1001|华东|F-50/);

  const tomorrow = givenSession({ storage, sheet: orderSheet([['2001', 'C1', 'F-50', 10, 12.5, 999]]) });
  await tomorrow.session.check();
  await settled(tomorrow.session);
  expect(isChecked(tomorrow.session.state) && tomorrow.session.state.findings).toEqual([]);

  const headed = orderSheet().values.map((cells, row) => [...cells, row === 0 ? '备注' : null]);
  const other = givenSession({ storage, sheet: grid('订单', headed) });
  await other.session.check();
  expect(isChecked(other.session.state) && other.session.state.findings.map(({ code }) => code)).toContain(
    'amount.mismatch',
  );
});

test('a person says which of several tables are the orders, and that stays said', async () => {
  const storage = givenStorage();
  const header = ['客户名称', '货号', '数量', '单价'];
  const sheet = grid('备货', [header, ['华东精密', 'F-50', 10, 12.5]]);
  const first = givenSession({ storage, sheet, others: [orderSheet(rows.slice(0, 1))] });
  const { session } = first;
  await session.choose({ sheet: '备货', headings: header, role: null });
  const roles = () => session.state.step !== 'empty' && session.state.found.tables.map((table) => table.sheet);
  expect(roles()).toEqual(['订单']);
  expect(session.state.step !== 'empty' && session.state.found.unknown).toMatchObject([{ sheet: '备货' }]);

  const again = givenSession({ storage, sheet, others: [orderSheet(rows.slice(0, 1))] });
  await again.session.read();
  expect(again.session.state).toMatchObject({ step: 'found', found: { unknown: [{ sheet: '备货' }] } });
});
