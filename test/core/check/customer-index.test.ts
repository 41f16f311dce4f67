import { describe, expect, it } from 'vitest';
import { contextOf } from '../../../core/check/context.ts';
import { customerIdentity, customerIndexOf, findCustomer } from '../../../core/check/customer-index.ts';
import type { CustomerBook } from '../../../core/check/knowledge.ts';
import type { ParsedOrder } from '../../../core/sheet/parsed-order.ts';
import { batchOf, given, knowledge } from './given.ts';

const customers = [
  { code: 'C1', name: '恒泰五金厂', shortName: '恒泰' },
  { code: 'C2', name: 'Ever Bright', shortName: '明达' },
  { code: 'C3', name: '明达' },
  { code: 'C4', name: 'Twin' },
  { code: 'C5', name: 'twin' },
  { code: 'C6', name: 'Sun One', shortName: 'Sun' },
  { code: 'C7', name: 'Sun Two', shortName: 'Sun' },
];
const known = knowledge({ customers });
const book = known.customers as CustomerBook;
const found = (named: ParsedOrder['customer']) => {
  const match = findCustomer(book, named);
  if (match.kind === 'ambiguous') return match.entries.map(({ code }) => code).join(' or ');
  return match.kind === 'found' ? match.entry.code : match.kind;
};

describe('the customer an order names', () => {
  it.each([
    ['by his code', { code: 'ｃ1' }, 'C1'],
    ['by his code, whatever name stands beside it', { code: 'C1', name: 'Ever Bright' }, 'C1'],
    ['by his name', { name: 'EVER  bright' }, 'C2'],
    ['by his short name', { name: '恒泰' }, 'C1'],
    ['by a name before somebody’s short name', { name: '明达' }, 'C3'],
    ['by a code in the name column', { name: 'c2' }, 'C2'],
    ['by a name in the code column', { code: 'ever bright' }, 'C2'],
    [
      'by neither, where the code is nobody’s and a name stands beside it',
      { code: '恒泰', name: 'Ever Bright' },
      'unknown',
    ],
    ['as several of one name', { name: 'Twin' }, 'C4 or C5'],
    ['as several of one short name', { name: 'sun' }, 'C6 or C7'],
    ['as nobody in the book', { name: 'Nobody' }, 'unknown'],
    ['not at all', {}, 'unnamed'],
  ])('is found %s', (_, named, who) => {
    expect(found(named)).toBe(who);
  });

  it('can’t be looked up without a book', () => {
    expect(findCustomer(null, { name: 'Twin' })).toEqual({ kind: 'no-book' });
    expect(findCustomer(null, {})).toEqual({ kind: 'unnamed' });
  });

  it('is looked up in an index made once a book', () => {
    expect(customerIndexOf(book)).toBe(customerIndexOf(book));
    expect(customerIndexOf({ ...book })).not.toBe(customerIndexOf(book));
  });
});

describe('two orders are of one customer', () => {
  const identities = (...named: ParsedOrder['customer'][]) =>
    contextOf(batchOf(named.map((customer, key) => ({ key: String(key), customer }))), given(known)).orders.map(
      customerIdentity,
    );

  it('whether they name him by code, by name or by short name', () => {
    const [byCode, ...others] = identities({ code: 'c1' }, { name: '恒泰五金厂' }, { name: '恒泰' });
    expect(others).toEqual([byCode, byCode]);
    expect(identities({ code: 'C2' })).not.toEqual([byCode]);
  });

  it('who isn’t in the book, where they write his code, else his name, alike', () => {
    const [one, other, another] = identities(
      { code: 'N 9', name: 'New' },
      { code: 'n9', name: 'Neu' },
      { name: 'New' },
    );
    expect(other).toBe(one);
    expect(another).not.toBe(one);
    expect(identities({ name: 'ＮＥＷ' })).toEqual([another]);
  });

  it('unless they name nobody', () => {
    expect(identities({})).toEqual([null]);
  });
});
