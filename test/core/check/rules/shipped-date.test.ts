import { expect, it } from 'vitest';
import { shippedDate } from '../../../../core/check/rules/shipped-date.ts';
import { cells, checkWith, date } from '../given.ts';

it('shipped date: goods can have left today, not tomorrow', () => {
  const rows = [{ shippedDate: date('2026-11-21') }, { shippedDate: date('2026-11-22') }, {}];
  expect(cells(checkWith([shippedDate], rows))).toEqual(['K3 shipped-date.future']);
});
