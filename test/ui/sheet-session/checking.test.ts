import { expect, test, vi } from 'vitest';
import { Stopped } from '../../../ui/sheet-session/examiner.ts';
import { empty } from '../../../ui/sheet-session/state.ts';
import { unsavedFixes } from '../../../ui/sheet-session/unsaved-fixes.ts';
import { checked, codes, findingAt, givenSession, givenStorage, grid, orderSheet, ready, settled } from './given.ts';

test('reading finds the tables and where the knowledge comes from, without judging', async () => {
  const { session } = givenSession();
  await session.read();
  expect(session.state).toMatchObject({
    step: 'found',
    doing: null,
    found: { knowledge: { prices: { sheet: '价目表' } } },
  });
});

test('checking names the cells, and only orders without error are ready', async () => {
  const { session } = givenSession();
  await session.check();
  await settled(session);
  expect(codes(session)).toEqual(['amount.mismatch F3', 'item.unknown C4']);
  expect(ready(session)).toEqual(['1001']);
});

test('a sheet without orders is found, not checked, and says what was looked for', async () => {
  const { session } = givenSession({ sheet: grid('备忘', [['记得打电话']]) });
  await session.check();
  expect(session.state).toMatchObject({ step: 'found', found: { problems: [{ code: 'problem.no-orders' }] } });
});

test('headings that can’t be read for a while forget nothing: fixes, answers, what the user said', async () => {
  const { session, port, server } = givenSession({ storage: givenStorage(10) });
  const setHeadings = async (headings: readonly unknown[]) => {
    for (const [column, value] of headings.entries())
      await port.applyFixes([{ sheet: '订单', cell: '', row: 0, column, value: String(value) }], {
        overFormulas: false,
      });
    await session.check();
  };
  server.holds = { 1003: { number: 'SO-3', version: 1, posting: 'edits' } };
  await session.check();
  await settled(session);
  await session.fix([findingAt(session, 'F3')]);
  server.mood = 'away';
  await session.post();
  const order = checked(session).orders.at(-1);
  if (order) session.takeAsChange(order);
  const headings = orderSheet().values[0] ?? [];
  await setHeadings(headings.map(() => 'x'));
  expect(session.state.step).toBe('found');
  expect(unsavedFixes(session.state)).toMatchObject([{ cell: 'F3' }]);
  server.mood = 'answers';
  await session.sendKept('waiting');
  await setHeadings(headings);
  expect(checked(session)).toMatchObject({ step: 'posted', keptInPageOnly: false });
  expect(checked(session).meantAsChange.size).toBe(1);
  expect(ready(session)).toEqual([]);
  await session.undo();
  expect(codes(session)).toContain('amount.mismatch F3');
});

test('a fault is shown and leaves the session as it was', async () => {
  const { session, port } = givenSession();
  await session.check();
  port.readGrids = () => Promise.reject(new Error('Excel is busy'));
  await session.check();
  expect(session.state).toMatchObject({ step: 'checked', doing: null, failure: { during: 'checking' } });
});

test('an order number that stands beside the rows already is known', async () => {
  const headed = orderSheet().values.map((cells, row) => [...cells, ['回签单号', 'SO-202611-00007'][row] ?? null]);
  const { session } = givenSession({ sheet: grid('订单', headed) });
  await session.check();
  expect(checked(session).orders.map(({ number }) => number)).toEqual(['SO-202611-00007', null, null]);
});

test("the workbook's own books are handed out for publishing, their columns read as the user said", async () => {
  const { session } = givenSession();
  await session.choose({ sheet: '价目表', heading: '品名', field: null });
  const { prices, stock, customers } = await session.books();
  expect(prices?.items.map(({ code, name }) => [code, name])).toEqual([
    ['F-50', undefined],
    ['B-10', undefined],
  ]);
  expect([stock?.lines.length, customers?.customers.length]).toEqual([2, 2]);
});

test('a check the user stops is no failure, and can be made again', async () => {
  const { session, port } = givenSession();
  const { readGrids } = port;
  port.readGrids = () => Promise.reject(new Stopped());
  await session.check();
  expect(session.state).toEqual(empty);
  port.readGrids = readGrids;
  await session.check();
  expect(session.state).toMatchObject({ step: 'checked' });
});

test('what was written beside the rows is read with the next check, though only an edit was told', async () => {
  const { session, port } = givenSession();
  await session.check();
  const read = vi.spyOn(port, 'readGrids');
  const again = vi.spyOn(port, 'readAgain');
  await session.post();
  read.mockClear();
  await session.recheck([]);
  expect(read).toHaveBeenCalledTimes(1);
  expect(again).not.toHaveBeenCalled();
});

test('struck-through rows are left out until the user says what they mean, of this file only; posting looks again', async () => {
  const struck = [2, 3].map((column) => ({ column, rows: [2] }));
  const storage = givenStorage();
  const { session, port, server } = givenSession({ sheet: { ...orderSheet(), struck }, storage });
  await session.check();
  expect(checked(session).found.struck).toEqual({ rows: 1, meaning: null });
  await settled(session);
  expect(codes(session)).toEqual(['item.unknown C4']);
  await session.choose({ struckRows: 'ordered' });
  expect(checked(session).found.struck).toEqual({ rows: 1, meaning: 'ordered' });
  await settled(session);
  expect(codes(session)).toEqual(['amount.mismatch F3', 'item.unknown C4']);
  await session.choose({ struckRows: 'left-out' });
  const again = givenSession({ sheet: { ...orderSheet(), struck }, storage });
  await again.session.check();
  expect(checked(again.session).found.struck).toEqual({ rows: 1, meaning: null });
  expect(checked(session).found.struck).toEqual({ rows: 1, meaning: 'left-out' });

  // Struck through after the check, which Excel tells nobody.
  expect(ready(session)).toEqual(['1001']);
  port.readStruck = async (asked) => asked.map(({ sheet, column }) => ({ sheet, column, rows: [1, 2] }));
  await session.post();
  expect(server.sent).toEqual([]);
  expect(checked(session).found.struck.rows).toBe(2);
});
