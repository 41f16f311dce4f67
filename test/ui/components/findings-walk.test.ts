import { expect, test } from 'vitest';
import type { Finding } from '../../../core/check/finding.ts';
import { createFindingsWalk, findingsView } from '../../../ui/components/findings-walk.ts';
import type { OrderInSheet } from '../../../ui/sheet-session/orders-in-sheet.ts';
import { type Checked, empty, type SessionState } from '../../../ui/sheet-session/state.ts';

const finding = (cell: string, code = 'field.missing', severity = 'error') =>
  ({ code, severity, cell, sheet: '订单' }) as Finding;
const checked = (...cells: readonly Finding[][]): Checked =>
  ({
    step: 'checked',
    sheetFindings: [],
    orders: cells.map(
      (findings, row) =>
        ({ order: { key: null, customer: {}, lines: [{ table: 0, row }] }, findings }) as never as OrderInSheet,
    ),
  }) as never;

function givenWalk(first: SessionState) {
  const visited: string[] = [];
  let state = first;
  const walk = createFindingsWalk(
    () => state,
    ({ cell }) => visited.push(cell),
  );
  const become = (next: SessionState) => {
    state = next;
  };
  return { walk, visited, become };
}
const [d3, e4, d5] = [finding('D3'), finding('E4', 'price.not-list', 'warning'), finding('D5')];

test('walks round at both ends, and from nowhere begins at the end it comes from', () => {
  const forward = givenWalk(checked([d3, e4], [d5]));
  for (let each = 0; each < 4; each += 1) forward.walk.step(1);
  expect(forward.visited).toEqual(['D3', 'E4', 'D5', 'D3']);
  const backward = givenWalk(checked([d3, e4], [d5]));
  for (let each = 0; each < 4; each += 1) backward.walk.step(-1);
  expect(backward.visited).toEqual(['D5', 'E4', 'D3', 'D5']);
});

test('goes on from where a corrected finding was, not from the top', () => {
  const { walk, visited, become } = givenWalk(checked([d3, e4], [d5]));
  walk.select(e4);
  become(checked([d3], [d5]));
  walk.step(1);
  expect(visited).toEqual(['E4', 'D5']);
  become(checked([d3, e4]));
  walk.step(-1);
  expect(visited).toEqual(['E4', 'D5', 'D3']);
});

test('walks through what the filter and the order of groups show', () => {
  const { walk, visited } = givenWalk(checked([e4, d3], [d5]));
  walk.group('kind');
  for (let each = 0; each < 3; each += 1) walk.step(1);
  expect(visited).toEqual(['D3', 'D5', 'E4']);
  walk.filter('warning');
  walk.step(1);
  walk.step(1);
  expect(visited.slice(3)).toEqual(['E4', 'E4']);
  // Whatever is filtered, what is shown by name comes to sight.
  walk.reveal(d5);
  expect(walk.place).toMatchObject({ filter: 'all', walked: true });
});

test('says where there is nothing to walk to', () => {
  expect(givenWalk(empty).walk.step(1)).toBe(false);
  const { walk, visited } = givenWalk(checked([]));
  expect([walk.step(1), walk.step(-1), visited.length]).toEqual([false, false, 0]);
});

test('by kind: what stops orders first, the commonest first, the findings of one kind together', () => {
  const { walk } = givenWalk(checked([e4, d3], [finding('A1', 'item.unknown'), d5]));
  walk.group('kind');
  const { groups } = findingsView(checked([e4, d3], [finding('A1', 'item.unknown'), d5]), walk.place);
  expect(groups.map(({ kind, findings }) => `${kind} ${findings.map(({ cell }) => cell).join()}`)).toEqual([
    'field.missing D3,D5',
    'item.unknown A1',
    'price.not-list E4',
  ]);
});
