import { expect, it } from 'vitest';
import { titleMonths } from '../../../../core/sheet/values/title-months.ts';

it.each([
  ['2026年3月销售订单', [[2026, 3]]],
  ['２０２６年度订单', [[2026, null]]],
  ['订单 2026-03', [[2026, 3]]],
  ['订单2026.11', [[2026, 11]]],
  ['orders 202603', [[2026, 3]]],
  ['orders 2026', [[2026, null]]],
  ['2026年13月', [[2026, null]]],
  ['2026年0月', [[2026, null]]],
  [
    '2025年12月 2026年1月',
    [
      [2025, 12],
      [2026, 1],
    ],
  ],
  ['民國115年3月訂單', [[2026, 3]]],
  ['115年度訂單', [[2026, null]]],
  ['民國99年', [[2010, null]]],
  ['SO-20261234', []],
  ['1202603', []],
  ['215年', []],
  ['Sheet1', []],
] as const)('%s speaks of %j', (title, expected) =>
  expect(titleMonths(title).map(({ year, month }) => [year, month])).toEqual(expected),
);
