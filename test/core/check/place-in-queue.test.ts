import { expect, test } from 'vitest';
import { placeInQueue } from '../../../core/check/place-in-queue.ts';

test.each<[string | undefined, number | undefined]>([
  ['1', 1],
  ['P2', 2],
  ['第 3 批', 3],
  ['１０', 10],
  ['特急', 0],
  ['急', 0],
  ['Urgent', 0],
  ['高', 1],
  ['normal', 2],
  ['普通', 2],
  ['不急', 3],
  ['Low', 3],
  ['看情况', undefined],
  ['', undefined],
  [undefined, undefined],
])('a priority cell %j puts a row at %j', (cell, place) => {
  expect(placeInQueue(cell)).toBe(place);
});
