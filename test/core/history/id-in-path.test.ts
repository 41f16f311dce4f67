import { expect, test } from 'vitest';
import { idInPath } from '../../../core/history/id-in-path.ts';

test.each([
  ['orders/2026-11/SO-202611-00042.json', 'SO-202611-00042'],
  ['books/prices-0003.json', 'prices-0003'],
  ['redo.json', 'redo'],
  ['files/ab/abcdef', 'abcdef'],
])('%s bears %s', (path, id) => {
  expect(idInPath(path)).toBe(id);
});
