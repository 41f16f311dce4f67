import { expect, test } from 'vitest';
import { postedNumbers } from '../../addin/pane/work/posted-numbers.ts';
import { gateOf } from '../../addin/pane/work/step-gates.ts';
import { empty } from '../../ui/sheet-session/state.ts';
import { givenSession, grid, orderSheet } from '../ui/sheet-session/given.ts';

const clerk = { permissions: ['orders.check', 'orders.post', 'orders.read'] };
const shipper = { permissions: ['orders.read'] };
const allGates = (state: Parameters<typeof gateOf>[1], me = clerk) =>
  (['sheet', 'check', 'post', 'papers'] as const).map((step) => gateOf(step, state, me));

test('each step says the first thing it waits for', async () => {
  const { session } = givenSession();
  expect(allGates(empty)).toEqual([null, 'not-read', 'not-read', 'not-read']);
  await session.read();
  expect(allGates(session.state)).toEqual([null, null, 'not-checked', 'none-posted']);
  await session.check();
  expect(allGates(session.state)).toEqual([null, null, null, 'none-posted']);
  await session.post();
  expect(allGates(session.state)).toEqual([null, null, null, null]);
  expect(postedNumbers(session.state)).toEqual(['SO-1001']);
});

test('a sheet without orders goes no further, a role without the right neither', async () => {
  const { session: notes } = givenSession({ sheet: grid('备忘', [['记得打电话']]) });
  await notes.check();
  expect(allGates(notes.state)).toEqual([null, 'no-orders', 'no-orders', 'none-posted']);
  const { session } = givenSession();
  await session.check();
  expect(allGates(session.state, shipper)).toEqual([null, 'may-not-check', 'may-not-post', 'none-posted']);
});

test('numbers that an earlier pane wrote lead to the papers, before any check', async () => {
  const rows = orderSheet().values.map((cells, row) => [...cells, ['回签单号', 'SO-202611-00007'][row] ?? null]);
  const { session } = givenSession({ sheet: grid('订单', rows) });
  await session.read();
  expect(postedNumbers(session.state)).toEqual(['SO-202611-00007']);
  expect(gateOf('papers', session.state, shipper)).toBeNull();
});
