import { describe, expect, it } from 'vitest';
import type { PriorityLaw } from '../../../core/policy/priority-law.ts';
import { hasWaitedTooLong, inPriority, type Standing } from '../../../core/stock/priority.ts';
import { date, decimal } from './given.ts';

interface Row extends Standing {
  readonly name: string;
}
const today = date('2026-11-21');
const served = (rows: readonly Row[], law: PriorityLaw, longestWaitDays: number | null = null) =>
  inPriority(rows, { law, longestWaitDays, today }, (row) => row).map(({ name }) => name);

const rows: readonly Row[] = [
  { name: 'late B', dueDate: date('2026-12-09'), customerClass: 'B类' },
  { name: 'open A', customerClass: 'Class A' },
  { name: 'soon', dueDate: date('2026-12-01') },
  { name: 'soon C', dueDate: date('2026-12-01'), customerClass: 'c' },
  { name: 'late VIP', dueDate: date('2026-12-09'), customerClass: 'VIP' },
  { name: 'late A', dueDate: date('2026-12-09'), customerClass: 'A級' },
];

it.each(
  Object.entries({
    'first-come': ['late B', 'open A', 'soon', 'soon C', 'late VIP', 'late A'],
    'nearest-due': ['soon', 'soon C', 'late B', 'late VIP', 'late A', 'open A'],
    'small-first': ['late B', 'open A', 'soon', 'soon C', 'late VIP', 'late A'],
    class: ['open A', 'late A', 'late B', 'soon C', 'soon', 'late VIP'],
  }),
)('by %s, equals as they stand', (law, names) => {
  expect(served(rows, law as PriorityLaw)).toEqual(names);
});

it('by what somebody put first, by the day promised, by the time it takes: what isn’t known last', () => {
  const told: readonly Row[] = [
    { name: 'nothing' },
    { name: 'slow', place: 2, promised: date('2026-12-02'), workDays: 30 },
    { name: 'quick', place: 10, promised: date('2026-12-05'), workDays: 0 },
  ];
  expect(served(told, 'given-sequence')).toEqual(['slow', 'quick', 'nothing']);
  expect(served(told, 'earliest-promised')).toEqual(['slow', 'quick', 'nothing']);
  expect(served(told, 'shortest-time')).toEqual(['quick', 'slow', 'nothing']);
});

it('small before large: by parts, then by amount; an amount nobody can compare last', () => {
  const size = (name: string, parts: number, amount: string | null): Row => ({
    name,
    size: { parts, amount: amount === null ? null : decimal(amount) },
  });
  const sizes = [
    size('foreign', 1, null),
    size('two lines', 2, '1'),
    size('dear', 1, '1000'),
    size('cheap', 1, '900'),
    { name: '?' },
  ];
  expect(served(sizes, 'small-first')).toEqual(['cheap', 'dear', 'foreign', 'two lines', '?']);
});

describe('who has waited too long (R66)', () => {
  const waiting: readonly Row[] = [
    { name: 'large, just came', since: date('2026-11-20'), customerClass: 'A' },
    { name: 'small, 10 days', since: date('2026-11-11'), customerClass: 'C' },
    { name: 'small, 11 days', since: date('2026-11-10'), customerClass: 'C' },
    { name: 'small, 40 days', since: date('2026-10-12'), customerClass: 'C' },
    { name: 'undated', customerClass: 'C' },
  ];
  it('comes before all others, the longest first', () => {
    expect(served(waiting, 'class', 10)).toEqual([
      'small, 40 days',
      'small, 11 days',
      'large, just came',
      'small, 10 days',
      'undated',
    ]);
  });
  it('unless nobody asks for it, or first come is the law', () => {
    const asTheyStand = waiting.map(({ name }) => name);
    expect(served(waiting, 'class')).toEqual(asTheyStand);
    expect(served(waiting, 'first-come', 1)).toEqual(asTheyStand);
    expect(hasWaitedTooLong({ since: date('2026-01-01') }, { law: 'first-come', longestWaitDays: 1, today })).toBe(
      false,
    );
  });
});
