import { describe, expect, it } from 'vitest';
import { floorPrice } from '../../../../core/check/rules/floor-price.ts';
import { standardCheckPolicy } from '../../../../core/policy/check-policy.ts';
import type { Role } from '../../../../core/policy/roles.ts';
import { type Books, checkWith, decimal, type Row } from '../given.ts';

/** A-2 has no floor in the list. */
const floorless = { code: 'A-2', floorPrice: undefined } as unknown as { code: string };
const floorOf = (floor: string, more: Books = {}): Books => ({
  items: [{ code: 'A-1', floorPrice: decimal(floor) }, floorless],
  ...more,
});
const found = (row: Row, books = floorOf('8'), roles: readonly Role[] = ['sales']) =>
  checkWith([floorPrice], [row], books, { roles }).findings;
const at = (unitPrice: string, more: Row = {}): Row => ({ unitPrice: decimal(unitPrice), ...more });

describe('floor price', () => {
  it('is below after the discount: names floor and who must agree', () => {
    expect(found(at('8.2', { discount: decimal('0.05') }))).toMatchObject([
      {
        code: 'price.below-floor',
        severity: 'warning',
        cell: 'G2',
        expected: { kind: 'money', value: '8', currency: 'CNY' },
        actual: { kind: 'money', value: '7.79', currency: 'CNY' },
        data: { item: 'A-1', role: 'sales-manager', context: 'role' },
      },
    ]);
  });

  it.each([
    ['the floor itself', at('8')],
    ['its rounding to the cent', at('7.995')],
    ['a gift', at('1', { gift: true })],
    ['nothing to pay: price.zero asks', at('0')],
    ['a return', at('1', { quantity: decimal('-2') })],
    ['no quantity', at('1', { quantity: undefined })],
    ['no price', { unitPrice: undefined }],
    ['an item without floor', at('1', { itemCode: 'A-2' })],
    ['an unknown item', at('1', { itemCode: 'Z' })],
    ['a unit nobody can convert', at('1', { quantityUnit: '箱', itemCode: 'A-3' })],
  ])('doesn’t ask about %s', (_, row) => {
    const books = { items: [...(floorOf('8').items ?? []), { code: 'A-3', unit: '个', floorPrice: decimal('8') }] };
    expect(found(row, books)).toEqual([]);
  });

  it('says once an order that another currency than the list’s was not compared', () => {
    const rows = [at('1', { itemCode: 'A-2' }), at('1'), at('1')].map((row) => ({
      ...row,
      order: { currency: 'USD' },
    }));
    expect(checkWith([floorPrice], rows, floorOf('8')).findings).toMatchObject([
      {
        cell: 'G3',
        code: 'check.not-run',
        actual: { value: 'USD' },
        data: { rule: 'floor-price', context: 'list-currency' },
      },
    ]);
    expect(checkWith([floorPrice], rows, floorOf('8'), { roles: ['director'] }).findings).toEqual([]);
  });

  it('asks just below the rounding', () => {
    expect(found(at('7.99'))).toHaveLength(1);
  });

  it('takes the list’s tax in', () => {
    const books = floorOf('100', { tax: 'excluded' });
    expect(found(at('113'), books)).toEqual([]);
    expect(found(at('112.99'), books)).toMatchObject([{ expected: { value: '113' } }]);
  });

  it('doesn’t ask who may grant it', () => {
    expect(found(at('1'), floorOf('8'), ['sales', 'sales-manager'])).toEqual([]);
    expect(found(at('1'), floorOf('8'), ['general-manager'])).toEqual([]);
  });

  it('names nobody where the policy has nobody', () => {
    const policy = { ...standardCheckPolicy, marginAuthority: [] };
    const { findings } = checkWith([floorPrice], [at('1')], floorOf('8'), { policy });
    expect(findings[0]?.data).toEqual({ item: 'A-1' });
  });

  it('isn’t checked where nobody wrote floors down', () => {
    const unknown = { items: [{ code: 'A-1', floorPrice: undefined }] } as unknown as Books;
    expect(found(at('1'), unknown)).toMatchObject([{ code: 'check.not-run', data: { context: 'floorPrices' } }]);
    expect(found(at('1'), floorOf('8', { withheld: ['costs'] }))).toMatchObject([
      { code: 'check.not-run', data: { context: 'floorPrices-withheld' } },
    ]);
  });
});
