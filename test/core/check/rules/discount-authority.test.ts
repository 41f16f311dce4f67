import { describe, expect, it } from 'vitest';
import { discountAuthority } from '../../../../core/check/rules/discount-authority.ts';
import { listPrice } from '../../../../core/check/rules/list-price.ts';
import { standardCheckPolicy } from '../../../../core/policy/check-policy.ts';
import type { Role } from '../../../../core/policy/roles.ts';
import { type Books, checkWith, decimal, type Row } from '../given.ts';

const found = (row: Row, roles: readonly Role[] = ['sales'], books: Books = {}, policy = standardCheckPolicy) =>
  checkWith([discountAuthority], [row], books, { roles, policy }).findings;
const at = (unitPrice: string, discount?: string): Row => ({
  unitPrice: decimal(unitPrice),
  ...(discount && { discount: decimal(discount) }),
});

describe('who may grant a discount off the list price of 10.00', () => {
  it.each([
    ['9.7', 'sales', null],
    ['9.69', 'sales', 'service-supervisor'],
    ['9.5', 'service-supervisor', null],
    ['9.49', 'service-supervisor', 'sales-manager'],
    ['9', 'sales', 'sales-manager'],
    ['8.99', 'sales', 'director'],
    ['8.5', 'sales-manager', 'director'],
    ['8.49', 'director', 'general-manager'],
    ['0.01', 'director', 'general-manager'],
    ['0.01', 'general-manager', null],
    ['9.7', 'order-desk', null],
    ['9.69', 'order-desk', 'service-supervisor'],
  ] as const)('%s by %s: %s', (price, role, who) => {
    expect(found(at(price), [role]).map(({ data }) => data?.role)).toEqual(who ? [who] : []);
  });

  it('adds the discount column to what the price is already below the list', () => {
    const [finding] = found(at('9.5', '0.05'));
    expect(finding).toMatchObject({
      code: 'discount.beyond-authority',
      severity: 'warning',
      cell: 'H2',
      expected: { kind: 'ratio', value: '0.03' },
      actual: { kind: 'ratio', value: '0.0975' },
      data: { item: 'A-1', role: 'sales-manager', context: 'role' },
    });
  });

  it('says of a price that is too low by itself what the list price is, and offers it', () => {
    for (const row of [at('9.5'), at('9.5', '0')])
      expect(found(row)).toMatchObject([
        {
          code: 'discount.beyond-authority',
          cell: 'G2',
          expected: { kind: 'money', value: '10', currency: 'CNY' },
          actual: { kind: 'money', value: '9.5', currency: 'CNY' },
          data: { item: 'A-1', discount: '5', limit: '3', role: 'service-supervisor', context: 'price-role' },
          fix: { cell: 'G2', value: 10 },
        },
      ]);
    expect(found(at('9.5'))[0]).not.toHaveProperty('details');
    expect(found(at('9.5', '0.05'))[0]).not.toHaveProperty('fix');
  });

  it('says the share so exactly that it differs from the limit, and from everything', () => {
    const books: Books = { items: [{ code: 'A-1', prices: [{ price: '10000' }] }] };
    const shareOf = (price: string) => found(at(price), ['sales'], books)[0]?.data?.discount;
    expect(['9699.9', '9699', '0.01'].map(shareOf)).toEqual(['3.001', '3.01', '99.9999']);
    expect(found(at('10000', '0.03001'), ['sales'], books)[0]?.actual).toEqual({ kind: 'ratio', value: '0.03001' });
  });

  it('mends no price by a list price that may not be the customer’s', () => {
    const prices = [{ price: '10' }, { price: '8', customerClass: '批发' }];
    const books: Books = { items: [{ code: 'A-1', prices }], customers: [{ customerClass: '经销商' }] };
    const [finding] = found(at('7'), ['sales'], books);
    expect(finding).toMatchObject({ expected: { value: '10' } });
    expect(finding).not.toHaveProperty('fix');
  });

  it('says where the list price is a promotion’s', () => {
    const prices = [{ price: '10' }, { price: '9', promotion: true }];
    expect(found(at('8'), ['sales'], { items: [{ code: 'A-1', prices }] })).toMatchObject([
      { expected: { value: '9' }, details: [{ code: 'list-price-promotion' }] },
    ]);
  });

  describe('or list-price: one of the two says that a price isn’t the list’s', () => {
    // 9.9666 with tax: 9.96 and 9.97 are that price.
    const excluded: Books = { tax: 'excluded', items: [{ code: 'A-1', prices: [{ price: '8.82' }] }] };
    const nobodyMay = { ...standardCheckPolicy, discountAuthority: [] };
    const cents = Array.from({ length: 150 }, (_, index) => ((870 + index) / 100).toFixed(2));

    it.each([
      ['sales', standardCheckPolicy, {}],
      ['sales', standardCheckPolicy, excluded],
      ['sales', nobodyMay, excluded],
      ['sales-manager', standardCheckPolicy, excluded],
    ] as const)('%s', (role, policy, books) => {
      for (const price of cents) {
        const said = checkWith([listPrice, discountAuthority], [at(price)], books, { roles: [role], policy }).findings;
        const off = checkWith([listPrice], [at(price)], books, { roles: ['general-manager'] }).findings;
        expect({ price, said: said.length }).toEqual({ price, said: off.length });
      }
    });
  });

  it('takes the best of several roles', () => {
    expect(found(at('9'), ['archivist', 'sales-manager', 'sales'])).toEqual([]);
  });

  it.each([
    ['a price above the list', at('11')],
    ['a discount from a higher price', at('11', '0.1')],
    ['a gift', { ...at('0'), gift: true }],
    ['a free row: price.zero asks', at('0')],
    ['all taken off', at('10', '1')],
    ['an impossible discount', at('10', '1.5')],
    ['no price', { unitPrice: undefined }],
    ['an unknown item', { ...at('1'), itemCode: 'Z' }],
  ])('doesn’t ask about %s', (_, row) => {
    expect(found(row, ['order-desk'])).toEqual([]);
  });

  it('lets 3 % of 12.50 be typed to the cent', () => {
    const books = { items: [{ code: 'A-1', prices: [{ price: '12.5' }] }] };
    expect(found(at('12.12'), ['sales'], books)).toEqual([]);
    expect(found(at('12.11'), ['sales'], books)).toHaveLength(1);
  });

  it('compares without tax what is without tax', () => {
    const books: Books = { tax: 'excluded', items: [{ code: 'A-1', prices: [{ price: '100' }] }] };
    expect(found(at('109.61'), ['sales'], books)).toEqual([]);
    expect(found(at('100'), ['sales'], books)).toMatchObject([
      {
        expected: { value: '113' },
        actual: { value: '100' },
        data: { discount: '11.5', role: 'director' },
        details: [
          { code: 'list-price-converted', values: { listed: { kind: 'money', value: '100', currency: 'CNY' } } },
        ],
      },
    ]);
  });

  it('has no limit to judge by where the list says nothing sure', () => {
    const twice = { items: [{ code: 'A-1', prices: [{ price: '10' }, { price: '11' }] }] };
    expect(found(at('1'), ['sales'], twice)).toEqual([]);
    expect(found(at('1'), ['sales'], { items: [{ code: 'A-1', prices: [{ price: '0' }] }] })).toEqual([]);
  });

  it('says that nobody may, where the policy ends below', () => {
    const policy = { ...standardCheckPolicy, discountAuthority: [{ role: 'sales' as const, upTo: decimal('0.03') }] };
    expect(found(at('9'), ['sales'], {}, policy)[0]?.data).toEqual({
      item: 'A-1',
      discount: '10',
      limit: '3',
      context: 'price',
    });
    expect(found(at('9', '0.01'), ['sales'], {}, policy)[0]?.data).toEqual({ item: 'A-1' });
    const none = { ...standardCheckPolicy, discountAuthority: [] };
    expect(found(at('9.99'), ['sales'], {}, none)).toMatchObject([{ data: { limit: '0' } }]);
  });
});
