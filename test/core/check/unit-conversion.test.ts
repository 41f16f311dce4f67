import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../../core/check/knowledge.ts';
import { countedIn, inItemUnit, quantityIn, ratioOf } from '../../../core/check/unit-conversion.ts';
import { divide, multiply } from '../../../core/value/decimal.ts';
import { decimal } from './given.ts';

const item = (unit: string | undefined, size?: string, packUnit?: string): Item => ({
  code: 'A-1',
  discontinued: false,
  prices: [],
  ...(unit && { unit }),
  ...(size && { pack: { size: decimal(size), ...(packUnit && { unit: packUnit }) } }),
});
const ratio = (times: string, per = '1') => ({ kind: 'converts', ratio: { times, per } });

describe('a row’s unit in the item’s', () => {
  it.each([
    ['箱', item('个', '24', '箱'), ratio('24')],
    ['ctn', item('个', '24', '箱'), ratio('24')],
    // What a house calls its pack goes before what the word usually means.
    ['件', item('瓶', '24', '件'), ratio('24')],
    // 装箱数 names no pack: a carton is meant.
    ['箱', item('个', '24'), ratio('24')],
    ['打', item('个'), ratio('12', '1')],
    ['个', item('打'), ratio('1', '12')],
    ['g', item('kg'), ratio('0.001', '1')],
    ['吨', item('公斤'), ratio('1000', '1')],
    // Sold by the carton of 24, ordered by the piece.
    ['个', item('箱', '24'), ratio('1', '24')],
    ['个', item('箱', '24', '箱'), ratio('1', '24')],
    ['打', item('箱', '24'), ratio('12', '24')],
  ])('%s: %j', (word, of, expected) => {
    expect(inItemUnit(word, of)).toEqual(expected);
  });

  it.each([
    ['PCS', item('个'), 'same'],
    ['箱', item(undefined, '24'), 'same'],
    ['箱', item('个'), 'differs'],
    ['盒', item('个', '24'), 'differs'],
    ['盒', item('个', '24', '箱'), 'differs'],
    ['盒', item('箱', '24'), 'differs'],
    ['kg', item('箱', '24'), 'differs'],
    ['桿', item('个'), 'unclear'],
    ['个', item('桿'), 'unclear'],
    ['桿', item('桿'), 'same'],
    // The list calls the pack and what it is sold by alike: the row means what is sold.
    ['件', item('件', '24', '件'), 'same'],
  ])('%s is %j: %s', (word, of, kind) => {
    expect(inItemUnit(word, of)).toEqual({ kind });
  });

  it('asks the row how much a carton holds where the list doesn’t say', () => {
    expect(inItemUnit('箱', item('个'), { packSize: decimal('6') })).toEqual(ratio('6'));
    expect(inItemUnit('箱', item('个', '24'), { packSize: decimal('6') })).toEqual(ratio('24'));
  });

  it('learns nothing from packs of nothing', () => {
    expect(inItemUnit('箱', item('个'), { packSize: decimal('0') })).toEqual({ kind: 'differs' });
    expect(inItemUnit('箱', item('个', '-1', '箱'))).toEqual({ kind: 'differs' });
    expect(inItemUnit('0个', item('个'))).toEqual({ kind: 'unclear' });
  });

  it('compares by a ratio: none for another unit, one to one for a word nobody knows', () => {
    expect(ratioOf('箱', item('个'))).toBeNull();
    expect(ratioOf('桿', item('个'))).toEqual({ times: '1', per: '1' });
    expect(ratioOf(undefined, item('个'))).toEqual({ times: '1', per: '1' });
    expect(ratioOf('箱', item('个', '24'))).toEqual({ times: '24', per: '1' });
  });

  it('converts quantities that come out even, and no others', () => {
    const cartons = { times: decimal('1'), per: decimal('24') };
    expect(quantityIn(cartons, decimal('72'))).toBe('3');
    expect(quantityIn(cartons, decimal('70'))).toBeNull();
    expect(quantityIn({ times: decimal('24'), per: decimal('1') }, decimal('2.5'))).toBe('60');
  });

  it('there and back is the same quantity', () => {
    const size = fc.integer({ min: 1, max: 500 }).map((n) => decimal(String(n)));
    fc.assert(
      fc.property(size, fc.integer({ min: 1, max: 9999 }), (times, count) => {
        const quantity = decimal(String(count));
        const pieces = quantityIn({ times, per: decimal('1') }, quantity) ?? decimal('0');
        expect(pieces).toBe(multiply(quantity, times));
        expect(quantityIn({ times: decimal('1'), per: times }, pieces)).toBe(divide(pieces, times));
      }),
    );
  });
});

it('reads what a row counts in the quantity’s own cell before the unit column', () => {
  const line = { table: 0, row: 1 };
  expect(countedIn({ ...line, unit: '个', quantityUnit: '箱' })).toBe('箱');
  expect(countedIn({ ...line, unit: '个' })).toBe('个');
  const packs = { count: decimal('3'), unit: '箱', size: decimal('24') };
  expect(countedIn({ ...line, unit: '箱', saidPacks: packs })).toBeUndefined();
  expect(countedIn({ ...line, unit: '箱', saidPacks: { ...packs, sizeUnit: '瓶' } })).toBe('瓶');
});
