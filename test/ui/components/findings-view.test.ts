import { expect, test } from 'vitest';
import type { Finding } from '../../../core/check/finding.ts';
import { fixableTogether, matches } from '../../../ui/components/findings-view.ts';

const finding = (code: string, severity: string, cell: string, fix?: unknown) =>
  ({ code, severity, cell, sheet: 'S', ...(fix !== undefined && { fix }) }) as Finding;
const wrongAmount = finding('amount.mismatch', 'error', 'F3', {});
const agreedPrice = finding('price.not-list', 'warning', 'E4', {});
const noQuantity = finding('field.missing', 'error', 'D5');
const all = [wrongAmount, agreedPrice, noQuantity];

test.each([
  ['all', [wrongAmount]],
  ['error', [wrongAmount]],
  ['warning', []],
  ['price.not-list', [agreedPrice]],
] as const)(
  'with the filter %s one click fixes only what is wrong for certain, or the one kind looked at',
  (filter, fixed) => {
    const shown = all.filter((each) => matches(each, filter));
    expect(fixableTogether(shown, filter)).toEqual(fixed);
  },
);
