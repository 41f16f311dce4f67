import { expect, it } from 'vitest';
import { sameSize } from '../../../core/check/specification.ts';

it.each([
  ['M8×40', 'm8 * 40', true],
  ['M8×40', 'M8×40 304', true],
  ['304 M8×40', 'M8×40 不锈钢 304', true],
  ['M6×20 304 100支/盒', 'M6×20(304)100支／盒', true],
  ['DN50PN16', 'DN50 PN16 304', true],
  ['DN50 PN16', '304 DN50PN16', true],
  ['8×40', 'M8 x 40', true],
  ['M8', 'M8×40', true],
  ['20', '20mm', true],
  ['5 L', '5L 蓝', true],
  ['300ml', '300 ml*12', true],
  ['12支', '12支装', true],
  ['300 ml', '透明300ml', true],
  ['1/2', '1/2″ 304', true],
  ['透明', '300 ml 透明色', true],
  ['大', '大号', true],
  ['9-', '9', true],
  ['-', 'M8×40', true],
  ['40', '40.5', false],
  ['8', '38', false],
  ['40', 'M8×40', false],
  ['M', 'M8', false],
  ['L', 'XL', false],
  ['XL', '2XL', false],
  ['XL', '2 XL 黑', false],
  ['大', '特大', false],
  ['透明', '半透明', false],
  ['M8×40', 'M8×400', false],
  ['20×30', '30×20', false],
  ['1/2', '1-1/2', false],
  ['1/2', '1 1/2 304', false],
  ['1', '1/2', false],
  ['300 ml 透明', '590 ml 透明', false],
])('%s and %s are one size: %s', (a, b, same) => {
  expect(sameSize(a, b)).toBe(same);
  expect(sameSize(b, a)).toBe(same);
});
