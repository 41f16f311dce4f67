import { expect, it } from 'vitest';
import type { Finding } from '../../core/check/finding.ts';
import { wordFindings } from '../../locales/annotations.ts';
import { textsIn } from '../../locales/index.ts';

const finding = (code: Finding['code'], severity: Finding['severity'], row: number): Finding =>
  ({
    code,
    severity,
    sheet: 'S1',
    row,
    column: 0,
    cell: `A${row + 1}`,
    order: null,
    data: { context: 'no-stock' },
  }) as never;

it('what is to be mended is listed first, the gravest before the others, and what was not checked last', () => {
  const findings = [
    finding('check.not-run', 'info', 0),
    finding('price.not-list', 'warning', 3),
    finding('item.unknown', 'error', 5),
    finding('customer.new', 'info', 2),
    finding('price.not-list', 'warning', 1),
    finding('check.not-run', 'warning', 9),
    finding('item.unknown', 'error', 4),
  ];
  const { cells } = wordFindings(findings, textsIn('en'), 'en');
  expect(cells.map(({ row }) => row)).toEqual([5, 4, 3, 1, 2, 0, 9]);
});
