import { expect, it } from 'vitest';
import type { Cell } from '../../../../core/sheet/cells.ts';
import type { FieldKind } from '../../../../core/sheet/fields.ts';
import { readCell } from '../../../../core/sheet/values/cell.ts';
import type { Decimal } from '../../../../core/value/decimal.ts';

const read = (cell: Partial<Cell>, kind: FieldKind, field: string = kind) => {
  const ratio = { divisor: '1' as Decimal, paid: false };
  const column = { field, kind, date1904: false, dayOrder: null, scale: null, ratio };
  const reading = readCell({ value: null, format: null, formula: null, ...cell }, column);
  return reading.kind === 'value' ? reading.value : reading.kind === 'empty' ? 'empty' : reading.problem;
};

it('reads codes as text, zeros kept', () => {
  expect(read({ value: 11 }, 'text', 'itemCode')).toBe('11');
  expect(read({ value: '00123' }, 'text', 'itemCode')).toBe('00123');
  expect(read({ value: 42, format: '00000' }, 'text', 'itemCode')).toBe('00042');
  expect(read({ value: 198482527105 }, 'text', 'barcode')).toBe('198482527105');
  expect(read({ value: ' ＡＢ－１ ' }, 'text', 'itemCode')).toBe('AB-1');
});

it('keeps names as typed, blanks tidied', () => {
  expect(read({ value: ' 大同（股）  公司\n台北 ' }, 'text', 'customerName')).toBe('大同（股） 公司 台北');
  expect(read({ value: '-' }, 'text', 'specification')).toBe('empty');
  expect(read({ value: true }, 'text', 'remark')).toBe('TRUE');
});

it('gives back the text Excel took for a date', () => {
  expect(read({ value: 46086, format: 'yyyy/m/d' }, 'text', 'specification')).toBe('2026-03-05');
});

it('tells an empty result from a missing one', () => {
  expect(read({ value: '', formula: '=IF(A1="","",1)' }, 'quantity')).toBe('empty');
  expect(read({ value: null, formula: '=A1*2' }, 'quantity')).toBe('no-cached-value');
  expect(read({ value: '#DIV/0!', formula: '=1/0' }, 'money')).toBe('formula-error');
  expect(read({ value: '#1 Bolt' }, 'text', 'itemName')).toBe('#1 Bolt');
});

it('does not take a date for a quantity, nor TRUE for a number', () => {
  expect(read({ value: 46086, format: 'yyyy-mm-dd' }, 'quantity')).toBe('not-a-number');
  expect(read({ value: true }, 'money')).toBe('not-a-number');
  expect(read({ value: false }, 'date')).toBe('not-a-date');
  expect(read({ value: false }, 'flag', 'active')).toBe(false);
});
