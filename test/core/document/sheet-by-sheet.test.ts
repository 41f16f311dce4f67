import { expect, test } from 'vitest';
import { sheetBySheet } from '../../../core/document/document-model.ts';
import { deliveryNoteModel, letterModel } from '../../server/print/sample-papers.ts';

test('papers of one form come together, each form as it came first', () => {
  const [half, third, again] = (['half-sheet', 'third-sheet', 'half-sheet'] as const).map((sheet) =>
    deliveryNoteModel('zh-Hans', 2, sheet),
  );
  const letter = letterModel('zh-Hans', 2);
  if (!half || !third || !again) throw new Error('three were made');
  expect(sheetBySheet([half, letter, third, again])).toEqual([half, again, letter, third]);
});
