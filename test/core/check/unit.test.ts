import { describe, expect, it } from 'vitest';
import { sameUnit, unitOf } from '../../../core/check/unit.ts';

describe('units', () => {
  it.each([
    ['个', 'PCS'],
    ['個', 'ea.'],
    ['只', '瓶'],
    ['KGS', '公斤'],
    ['kg', '千克'],
    ['噸', '吨'],
    ['台', '部'],
    ['輛', '辆'],
    ['箱', 'Cartons'],
    ['盒', 'boxes'],
    ['袋', 'bags'],
    ['組', 'set'],
    ['m²', '平方米'],
    ['Ｍ', '公尺'],
    ['千个', '1000 只'],
    ['桿', '桿'],
    [' 桿', '桿'],
  ])('%s and %s are one', (one, other) => {
    expect(sameUnit(one, other)).toBe(true);
    expect(sameUnit(other, one)).toBe(true);
  });

  it.each([
    ['个', '箱'],
    ['箱', '盒'],
    ['个', '打'],
    ['kg', 'g'],
    ['m', 'm2'],
    ['个', '双'],
    ['桿', '杯子'],
    ['个', '千个'],
    ['米', '千米'],
    ['克', '千克'],
  ])('%s and %s are two', (one, other) => {
    expect(sameUnit(one, other)).toBe(false);
  });

  it.each([
    ['张', 'piece', '1', true],
    ['Bottles', 'piece', '1', true],
    ['打', 'piece', '12', true],
    ['dozen', 'piece', '12', true],
    ['罗', 'piece', '144', true],
    ['grosses', 'piece', '144', true],
    ['kpcs', 'piece', '1000', true],
    ['千只', 'piece', '1000', true],
    ['百张', 'piece', '100', true],
    ['万个', 'piece', '10000', true],
    ['套', 'set', '1', true],
    ['双', 'pair', '1', true],
    ['箱', 'carton', '1', false],
    ['cases', 'carton', '1', false],
    ['盒', 'box', '1', false],
    ['pkgs.', 'bag', '1', false],
    ['棧板', 'pallet', '1', false],
    ['卷', 'roll', '1', false],
    ['捆', 'bundle', '1', false],
    ['grams', 'mass', '0.001', false],
    ['市斤', 'mass', '0.5', false],
    ['台斤', 'mass', '0.6', false],
    ['千克', 'mass', '1', false],
    ['0.25kg', 'mass', '0.25', false],
    ['tonnes', 'mass', '1000', false],
    ['毫米', 'length', '0.001', false],
    ['cm', 'length', '0.01', false],
    ['米', 'length', '1', false],
    ['km', 'length', '1000', false],
    ['ml', 'volume', '0.001', false],
    ['升', 'volume', '1', false],
    ['m³', 'volume', '1000', false],
    ['平米', 'area', '1', false],
    ['小时', 'time', '1', false],
    ['天', 'day', '1', false],
    ['批', 'job', '1', false],
  ])('%s counts by %s, %s each', (word, kind, size, isCounted) => {
    expect(unitOf(word)).toEqual({ kind, size, isKnown: true, isCounted });
  });

  it.each(['桿', '斤', '板', '约10个', '0个', '千', '12', '.', '个.个'])(
    'takes %s, which nobody taught it, for a kind of its own',
    (word) => {
      expect(unitOf(word)).toMatchObject({ size: '1', isKnown: false, isCounted: false });
    },
  );
});
