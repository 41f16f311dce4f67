import { expect, test } from 'vitest';
import { areaOfAddress } from '../../addin/excel/watch-changes.ts';

test.each([
  ['B3', { top: 2, left: 1, bottom: 2, right: 1 }],
  ['$AA$10:AB12', { top: 9, left: 26, bottom: 11, right: 27 }],
  ["'Sheet 1'!C1:C2", { top: 0, left: 2, bottom: 1, right: 2 }],
  ['3:5', null],
  ['B:D', null],
])('the area of %s', (address, area) => {
  expect(areaOfAddress(address)).toEqual(area);
});
