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
    ['打', 'piece', '12', true],
    ['千只', 'piece', '1000', true],
    ['百张', 'piece', '100', true],
    ['万个', 'piece', '10000', true],
    ['0.5kg', 'mass', '0.5', false],
    ['千克', 'mass', '1', false],
    ['双', 'pair', '1', true],
    ['套', 'set', '1', true],
    ['箱', 'carton', '1', false],
  ])('%s counts by %s, %s each', (word, kind, size, isCounted) => {
    expect(unitOf(word)).toEqual({ kind, size, isKnown: true, isCounted });
  });

  it('takes a word nobody taught it as a kind of its own', () => {
    expect(unitOf('桿')).toMatchObject({ isKnown: false, isCounted: false });
    expect(unitOf('斤').isKnown).toBe(false);
  });
});
