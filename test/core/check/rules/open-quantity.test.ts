import { expect, it } from 'vitest';
import { openQuantity } from '../../../../core/check/rules/open-quantity.ts';
import { describeFinding } from '../../../../locales/describe.ts';
import { textsIn } from '../../../../locales/index.ts';
import { cells, checkWith, decimal, ordersTable } from '../given.ts';

const table = { ...ordersTable, columns: { ...ordersTable.columns, shippedQuantity: 15, openQuantity: 16 } };
const row = (quantity?: string, shipped?: string, open?: string) => ({
  quantity: quantity && decimal(quantity),
  shippedQuantity: shipped && decimal(shipped),
  openQuantity: open && decimal(open),
  unit: 'pcs',
});
const find = (...rows: ReturnType<typeof row>[]) => checkWith([openQuantity], rows as never, {}, { table });

it('what has left and what is still to go are what was ordered', () => {
  expect(cells(find(row('10', '4', '6'), row('10', '4', '7'), row('10', '4', '5')))).toEqual([
    'Q3 quantity.open-differs',
    'Q4 quantity.open-differs',
  ]);
  const [finding] = find(row('10', '4', '7')).findings;
  expect(describeFinding(finding as never, textsIn('en'), 'en').message).toBe(
    "7 pcs still to ship can't be right: 10 ordered less 4 shipped leaves 6 pcs. Correct one of the three.",
  );
  expect(finding).toMatchObject({ severity: 'warning', choices: [{ cell: 'Q2', value: 6, label: '6' }] });
});

it('alone, it is at most what was ordered', () => {
  expect(cells(find(row('10', undefined, '10'), row('10', undefined, '11'), row(undefined, '1', '2')))).toEqual([
    'Q3 quantity.open-differs',
  ]);
  const [finding] = find(row('10', undefined, '11')).findings;
  expect(describeFinding(finding as never, textsIn('en'), 'en').message).toBe(
    '11 pcs still to ship is more than the 10 pcs ordered. Correct one of them.',
  );
});

it('more may have left than was ordered; then nothing is to go, and no number is offered for it', () => {
  expect(cells(find(row('10', '12'), row('10', '10', '0')))).toEqual([]);
  const [finding] = find(row('10', '12', '0')).findings;
  expect(finding).toMatchObject({ code: 'quantity.open-differs', expected: { value: '-2' } });
  expect(finding?.choices).toBeUndefined();
});
