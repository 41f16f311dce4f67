import { expect, it } from 'vitest';
import { wholePieces } from '../../../../core/check/rules/whole-pieces.ts';
import { checkWith, decimal, type Row } from '../given.ts';

const found = (quantity: string, row: Row, unit?: string) =>
  checkWith([wholePieces], [{ quantity: decimal(quantity), ...row }], {
    items: [{ code: 'A-1', ...(unit && { unit }) }],
  }).findings;

it('half a piece is a slip', () => {
  expect(found('2.5', { unit: '个' })).toMatchObject([
    {
      code: 'quantity.fraction',
      severity: 'warning',
      cell: 'F2',
      actual: { kind: 'quantity', value: '2.5', unit: '个' },
      data: { unit: '个' },
      choices: [
        { value: 2, label: '2' },
        { value: 3, label: '3' },
      ],
    },
  ]);
  expect(found('0.5', { quantityUnit: '双' })[0]?.choices).toMatchObject([{ value: 1 }]);
  expect(found('2.5', {}, '套')).toHaveLength(1);
  expect(found('2.3', { unit: '打' })).toHaveLength(1);
});

it.each([
  ['a measured quantity', '2.5', { unit: 'kg' }, '个'],
  ['half a carton', '2.5', { unit: '箱' }, undefined],
  ['thirty pieces', '2.5', { unit: '打' }, undefined],
  ['a whole number', '3', { unit: '个' }, undefined],
  ['a unit nobody knows', '2.5', { unit: '桿' }, undefined],
  ['no unit', '2.5', {}, undefined],
  ['no unit of an unknown item', '2.5', { itemCode: 'Z' }, '个'],
  ['a return', '-2.5', { unit: '个' }, undefined],
  ['no quantity', '1', { unit: '个', quantity: undefined }, undefined],
])('%s is none', (_, quantity, row, unit) => {
  expect(found(quantity, row, unit)).toEqual([]);
});
