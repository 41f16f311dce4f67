import { expect, test } from 'vitest';
import { printTogether } from '../../../../addin/pane/papers/print-together.ts';

const letter = (paper: string) => ({ paper, kind: 'confirmation-letter' }) as const;
const note = (paper: string, sheet: 'half-sheet' | 'third-sheet' = 'half-sheet') =>
  ({ paper, kind: 'delivery-note', sheet }) as const;

test('letters: the latest of each order; notes: each once; a single one has its own line', () => {
  const orders = [
    { papers: [letter('SO-1-L1'), letter('SO-1-L2'), note('DN-1-D')] },
    { papers: [letter('SO-2-L1'), note('DN-1-D'), note('DN-2-D')] },
  ];
  expect(printTogether(orders)).toEqual([
    { kind: 'confirmation-letter', papers: ['SO-1-L2', 'SO-2-L1'], sheet: null },
    { kind: 'delivery-note', papers: ['DN-1-D', 'DN-2-D'], sheet: null },
  ]);
  expect(printTogether(orders.slice(0, 1))).toEqual([]);
});

test('notes on forms of other heights are printed apart: a printer holds one form', () => {
  const orders = [{ papers: [note('DN-1-D', 'third-sheet')] }, { papers: [note('DN-2-D'), note('DN-3-D')] }];
  expect(printTogether(orders)).toEqual([
    { kind: 'delivery-note', papers: ['DN-1-D'], sheet: 'third-sheet' },
    { kind: 'delivery-note', papers: ['DN-2-D', 'DN-3-D'], sheet: 'half-sheet' },
  ]);
});
