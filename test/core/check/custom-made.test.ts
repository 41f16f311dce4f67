import { expect, test } from 'vitest';
import { customMadeIn } from '../../../core/check/custom-made.ts';
import { knowledgeOf } from '../../../core/check/knowledge-of-sheets.ts';
import { understandSheets } from '../../../core/sheet/understand.ts';
import { gridOf } from '../sheet/grid-of.ts';

test.for(['是否定制', '是否客製', 'Custom Made'])(
  'a price list with a column “%s” says what is made for one customer',
  (heading) => {
    const rows = [
      ['货号', '标准价', heading],
      ['A', 10, '是'],
      ['B', 10, '否'],
      ['C', 10, null],
    ];
    const isCustomMade = customMadeIn(knowledgeOf(understandSheets([gridOf(rows, { sheet: '价目表' })])).prices);
    expect(['A', ' a', 'B', 'C', 'D'].map(isCustomMade)).toEqual([true, true, false, false, false]);
  },
);

test('without a price list, or a column for it, nothing is', () => {
  const plain = [
    ['货号', '标准价'],
    ['A', 10],
  ];
  expect(customMadeIn(null)('A')).toBe(false);
  expect(customMadeIn(knowledgeOf(understandSheets([gridOf(plain, { sheet: '价目表' })])).prices)('A')).toBe(false);
});
