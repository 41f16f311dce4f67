import { describe, expect, it } from 'vitest';
import { margin } from '../../../../core/check/rules/margin.ts';
import { standardCheckPolicy } from '../../../../core/policy/check-policy.ts';
import type { Role } from '../../../../core/policy/roles.ts';
import { type Books, checkWith, decimal, type Row } from '../given.ts';

/** A-2 has no cost in the list. */
const uncosted = { code: 'A-2', cost: undefined } as unknown as { code: string };
const books = (cost = '85', more: Books = {}): Books => ({
  items: [{ code: 'A-1', cost: decimal(cost), unit: '个', prices: [{ price: '100' }] }, uncosted],
  ...more,
});
const found = (row: Row, roles: readonly Role[] = ['sales'], known = books()) =>
  checkWith([margin], [row], known, { roles }).findings;
const at = (unitPrice: string, more: Row = {}): Row => ({ unitPrice: decimal(unitPrice), ...more });

describe('margin at a cost of 85', () => {
  it.each([
    ['100', 'sales', null],
    ['99.99', 'sales', 'sales-manager'],
    ['92.4', 'sales', 'sales-manager'],
    ['92.39', 'sales', 'director'],
    ['85', 'sales', 'director'],
    ['84.99', 'sales', 'general-manager'],
    ['95', 'sales-manager', null],
    ['90', 'sales-manager', 'director'],
    ['95', 'director', null],
    ['90', 'director', null],
    ['80', 'director', 'general-manager'],
    ['80', 'general-manager', null],
    ['99', 'general-manager', null],
  ] as const)('%s by %s: %s', (price, role, who) => {
    expect(found(at(price), [role]).map(({ data }) => data?.role)).toEqual(who ? [who] : []);
  });

  it('is what is left of the net price', () => {
    expect(found(at('100', { discount: decimal('0.1') }))).toMatchObject([
      {
        code: 'price.low-margin',
        severity: 'warning',
        cell: 'G2',
        expected: { kind: 'ratio', value: '0.08' },
        actual: { kind: 'ratio', value: '0.0556' },
        data: { item: 'A-1', role: 'director' },
      },
    ]);
  });

  it('is said so exactly that it differs from what it is below', () => {
    expect(found(at('99.999'))).toMatchObject([{ expected: { value: '0.15' }, actual: { value: '0.14999' } }]);
  });

  it('says that another currency than the list’s was not compared', () => {
    const order = { currency: 'USD' };
    expect(found(at('1', { order }))).toMatchObject([
      { cell: 'G2', code: 'check.not-run', data: { rule: 'margin', context: 'list-currency' } },
    ]);
    expect(found(at('1', { order, itemCode: 'A-2' }))).toEqual([]);
  });

  it('calls a loss a loss', () => {
    expect(found(at('80'))[0]?.data).toEqual({ item: 'A-1', role: 'general-manager', context: 'loss' });
    expect(found(at('85'))[0]?.data).not.toHaveProperty('context');
  });

  it('takes the list’s tax in', () => {
    const known = books('85', { tax: 'excluded' });
    expect(found(at('113'), ['sales'], known)).toEqual([]);
    expect(found(at('112'), ['sales'], known)).toMatchObject([{ actual: { value: '0.1424' } }]);
  });

  it.each([
    ['a gift', at('1', { gift: true })],
    ['nothing to pay', at('0')],
    ['a return', at('1', { quantity: decimal('-2') })],
    ['no price', { unitPrice: undefined }],
    ['an item without cost', at('1', { itemCode: 'A-2' })],
    ['an unknown item', at('1', { itemCode: 'Z' })],
    ['a unit nobody can convert', at('1', { quantityUnit: '箱' })],
  ])('doesn’t ask about %s', (_, row) => {
    expect(found(row)).toEqual([]);
  });

  it('asks nobody where the policy has nobody', () => {
    const policy = { ...standardCheckPolicy, marginAuthority: [] };
    expect(checkWith([margin], [at('1')], books(), { policy }).findings).toEqual([]);
  });

  it('isn’t checked for who may not see costs', () => {
    expect(found(at('1'), ['sales'], books('85', { withheld: ['costs'] }))).toMatchObject([
      { code: 'check.not-run', data: { rule: 'margin', context: 'costs-withheld' } },
    ]);
  });
});
