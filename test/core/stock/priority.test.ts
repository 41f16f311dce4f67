import { expect, it } from 'vitest';
import type { priorityLaws } from '../../../core/policy/priority-law.ts';
import { inPriority } from '../../../core/stock/priority.ts';
import { date } from './given.ts';

const rows = [
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
  expect(inPriority(rows, law as (typeof priorityLaws)[number], (row) => row).map(({ name }) => name)).toEqual(names);
});
