import { expect, it } from 'vitest';
import type { Finding } from '../../../core/check/finding.ts';
import { marksOf } from '../../../ui/sheet-session/marks.ts';

const finding = (row: number, severity: Finding['severity'], code: Finding['code']): Finding => ({
  code,
  severity,
  sheet: '订单',
  cell: '',
  row,
  column: 2,
  order: '1',
});

it('marks a cell once, as grave as its gravest finding, which is named first', () => {
  const findings = [
    finding(4, 'warning', 'price.not-list'),
    finding(4, 'error', 'stock.short'),
    finding(5, 'info', 'check.not-run'),
  ] as Finding[];
  expect(marksOf(findings, ({ code }) => code)).toEqual([
    { sheet: '订单', row: 4, column: 2, severity: 'error', text: 'stock.short\nprice.not-list' },
    { sheet: '订单', row: 5, column: 2, severity: 'info', text: 'check.not-run' },
  ]);
});
