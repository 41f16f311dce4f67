import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followSelection } from '../../../addin/pane/last-price/follow-selection.ts';
import type { SelectionPort } from '../../../ui/sheet-session/port.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A grid in memory: what is selected, how often it was asked, whether anybody listens. */
function grid() {
  const listeners = new Set<() => void>();
  const state = { row: 0, asked: 0, broken: false };
  const port: SelectionPort = {
    async rows() {
      state.asked += 1;
      if (state.broken) throw new Error('Excel is busy');
      return { sheet: '订单', spans: [{ from: state.row, to: state.row }] };
    },
    async watch(changed) {
      listeners.add(changed);
      return async () => void listeners.delete(changed);
    },
  };
  const select = (row: number) => {
    state.row = row;
    for (const listener of listeners) listener();
  };
  return { port, state, select, listeners };
}

const told: number[] = [];
const failed: unknown[] = [];
function follow(port: SelectionPort, isSeen = () => true) {
  told.length = 0;
  failed.length = 0;
  return followSelection(
    port,
    ({ spans }) => told.push(spans[0]?.from ?? -1),
    (error) => failed.push(error),
    isSeen,
  );
}

test('asks once for the row the user stays on, however many he passes', async () => {
  const { port, state, select } = grid();
  follow(port);
  await vi.runAllTimersAsync();
  expect(told).toEqual([0]);
  for (const row of [1, 2, 3, 4]) select(row);
  await vi.runAllTimersAsync();
  expect(told).toEqual([0, 4]);
  expect(state.asked).toBe(2);
});

test('asks nothing while nobody looks, and looks again when somebody does', async () => {
  const { port, state, select } = grid();
  let seen = false;
  const { look } = follow(port, () => seen);
  select(3);
  await vi.runAllTimersAsync();
  expect(state.asked).toBe(0);
  seen = true;
  look();
  await vi.runAllTimersAsync();
  expect(told).toEqual([3]);
});

test('what stopped it is told, and the next selection is asked for; at the end nobody listens', async () => {
  const { port, state, select, listeners } = grid();
  const { end } = follow(port);
  state.broken = true;
  await vi.runAllTimersAsync();
  expect(failed).toHaveLength(1);
  state.broken = false;
  select(2);
  await vi.runAllTimersAsync();
  expect(told).toEqual([2]);
  select(5);
  end();
  await vi.runAllTimersAsync();
  expect(told).toEqual([2]);
  expect(listeners.size).toBe(0);
});
