import { expect, it } from 'vitest';
import { contextOf } from '../../../core/check/context.ts';
import { oncePerLine } from '../../../core/check/once-per-line.ts';
import { standardCheckPolicy } from '../../../core/policy/check-policy.ts';
import { batchOf, decimal, knowledge, today } from './given.ts';

const contextWith = (count: number) =>
  contextOf(batchOf(Array.from({ length: count }, (_, at) => ({ key: `${at % 2}` }))), {
    knowledge: knowledge(),
    today,
    currency: 'CNY',
    roles: ['sales'],
    taxRate: decimal('0.13'),
    policy: standardCheckPolicy,
  });

it('works out once what is asked of a row again, row by row and check by check', () => {
  const asked: number[] = [];
  const rowOf = oncePerLine((line) => {
    asked.push(line.parsed.row);
    return line.parsed.row === 2 ? null : { row: line.parsed.row };
  });
  const [one, other] = [contextWith(4), contextWith(2)];
  for (const context of [one, one, other])
    for (const line of context.lines)
      expect(rowOf(line, context)).toEqual(line.parsed.row === 2 ? null : { row: line.parsed.row });
  expect(asked).toEqual([1, 2, 3, 4, 1, 2]);
});

it('every row of a check has a place of its own', () => {
  const { lines } = contextWith(5);
  expect(lines.map(({ index }) => index).toSorted()).toEqual([0, 1, 2, 3, 4]);
});
