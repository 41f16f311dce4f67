import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Given } from '../../../core/check/context.ts';
import type { Finding } from '../../../core/check/finding.ts';
import { findItem } from '../../../core/check/item-index.ts';
import { enoughStock } from '../../../core/check/rules/enough-stock.ts';
import { listPrice } from '../../../core/check/rules/list-price.ts';
import { answerLookups } from '../../../core/lookup/answer-lookups.ts';
import type { ItemLookup, LookupAnswer, LookupGap } from '../../../core/lookup/lookup.ts';
import { add, type Decimal, isZero } from '../../../core/value/decimal.ts';
import { givens } from '../check/arbitraries.ts';
import { type Books, checkWith, date, decimal, given, knowledge, type Row, today } from '../check/given.ts';

const ask = (books: Books, lookup: ItemLookup): LookupAnswer | undefined =>
  answerLookups([lookup], given(knowledge(books)))[0];
const price = (books: Books, more: Partial<Extract<ItemLookup, { ask: 'price' }>> = {}) =>
  ask(books, { ask: 'price', item: 'A-1', ...more });

const of = <Value>(...values: readonly Value[]) => fc.constantFrom(...values);
const items = of('A-1', 'a1', 'A-2', '6901', '6902');
const quantities = of('0.5', '1', '2', '24', '31', '5000').map(decimal);
const days = of('2024-02-29', '2026-11-20', '2026-11-21', '2026-12-24', '2036-02-29').map(date);
const customers = of('C1', 'c2', 'Ever Bright', 'Twin');

/** What the rule says of one row that is alone in its sheet, by these books. */
function finding(rule: typeof listPrice, asker: Given, row: Row): Finding | undefined {
  const { knowledge: known, ...rest } = asker;
  const [found] = checkWith([rule], [{ unitPrice: undefined, ...row }], {}, { ...rest, knowledge: known }).findings;
  return found;
}
const moneyOf = (shown: Finding['expected']) => (shown && 'value' in shown ? shown.value : undefined);

/** Of prices that aren't there; a list without any price can't be checked against. */
const ruleSays: Partial<Record<LookupGap, readonly (string | undefined)[]>> = {
  'no-price': ['price.none', 'check.not-run'],
  'price-currency': ['price.none'],
  'price-not-valid': ['price.none'],
  'price-ambiguous': ['price.ambiguous'],
  'price-by-class': [undefined],
};

describe('answers are what the checks say of the same row', () => {
  test('the list price is the one the checks expect', () => {
    let answered = 0;
    fc.assert(
      fc.property(givens, items, quantities, customers, days, (asker, item, quantity, customer, on) => {
        const { prices } = asker.knowledge;
        fc.pre(findItem(prices, { itemCode: item }).kind === 'found');
        const [answer] = answerLookups([{ ask: 'price', item, quantity, customer, on }], asker);
        const row = { itemCode: item, quantity, customer: { code: customer }, order: { key: null, orderDate: on } };
        // Nobody's price.
        const found = finding(listPrice, asker, { ...row, unitPrice: decimal('987654321.123') });
        if (answer?.found === 'price') {
          answered += 1;
          expect([found?.code, moneyOf(found?.expected)]).toEqual(['price.not-list', answer.price]);
        } else if (answer?.found === 'nothing' && answer.because in ruleSays)
          expect(ruleSays[answer.because]).toContain(found?.code);
      }),
      { numRuns: 500 },
    );
    expect(answered).toBeGreaterThan(30);
  });

  test('what is free is what a row may order, and no more', () => {
    let short = 0;
    fc.assert(
      fc.property(givens, items, days, (asker, item, by) => {
        const { prices } = asker.knowledge;
        const match = findItem(prices, { itemCode: item });
        fc.pre(match.kind === 'found' && !match.entry.service);
        const [answer] = answerLookups([{ ask: 'available', item, by }], asker);
        const found = (quantity: Decimal) =>
          finding(enoughStock, asker, { itemCode: item, quantity, dueDate: by, order: { key: null } });
        if (answer?.found === 'quantity') {
          short += 1;
          if (!isZero(answer.quantity)) expect(found(answer.quantity)).toBeUndefined();
          const more = found(add(answer.quantity, decimal('1')));
          expect([more?.code, moneyOf(more?.expected)]).toEqual(['stock.short', answer.quantity]);
        } else if (answer?.found === 'nothing' && answer.because !== 'no-stock-sheet')
          expect(found(decimal('1'))?.code).toBe(
            answer.because === 'stock-unlisted' ? 'stock.unlisted' : 'stock.unit-differs',
          );
      }),
      { numRuns: 500 },
    );
    expect(short).toBeGreaterThan(30);
  });

  test('the earliest day is the one a short row is told', () => {
    let told = 0;
    fc.assert(
      fc.property(givens, items, quantities, (asker, item, quantity) => {
        const { prices } = asker.knowledge;
        const match = findItem(prices, { itemCode: item });
        fc.pre(match.kind === 'found' && !match.entry.service && asker.knowledge.stock !== null);
        const [answer] = answerLookups([{ ask: 'earliest', item, quantity }], asker);
        const found = finding(enoughStock, asker, { itemCode: item, quantity, order: { key: null } });
        if (found === undefined) expect(answer).toEqual({ found: 'day', on: asker.today });
        else if (found.code === 'stock.short') {
          told += 1;
          const { complete } = found.data ?? {};
          expect(answer).toEqual(
            complete === undefined ? { found: 'nothing', because: 'no-day-known' } : { found: 'day', on: complete },
          );
        } else expect(answer?.found).toBe('nothing');
      }),
      { numRuns: 500 },
    );
    expect(told).toBeGreaterThan(20);
  });
});

describe('the price', () => {
  const classes = {
    items: [
      {
        code: 'A-1',
        prices: [{ price: '10' }, { price: '9', minimumQuantity: '100' }, { price: '8', customerClass: 'A' }],
      },
    ],
    customers: [{ code: 'C1', name: 'Ever Bright', customerClass: 'A' }],
  };

  it('is of one, for everybody, today, unless the formula says otherwise', () => {
    expect(price(classes)).toEqual({ found: 'price', price: '10' });
    expect(price(classes, { quantity: decimal('100') })).toEqual({ found: 'price', price: '9' });
    expect(price(classes, { customer: 'Ever Bright' })).toEqual({ found: 'price', price: '8' });
    const dated = {
      items: [{ code: 'A-1', prices: [{ price: '10' }, { price: '11', validFrom: date('2026-12-01') }] }],
    };
    expect(price(dated)).toEqual({ found: 'price', price: '10' });
    expect(price(dated, { on: date('2026-12-01') })).toEqual({ found: 'price', price: '11' });
  });

  it('is with tax, where the list is without', () => {
    expect(price({ tax: 'excluded' })).toEqual({ found: 'price', price: '11.3' });
  });

  it.each([
    ['no list', { items: null }, {}, 'no-price-list'],
    ['an unknown item', {}, { item: 'Z-9' }, 'item-unknown'],
    ['an unknown customer', {}, { customer: 'Nobody' }, 'customer-unknown'],
    ['an item without prices', { items: [{ code: 'A-1', prices: [] }] }, {}, 'no-price'],
    [
      'a price in another currency',
      { items: [{ code: 'A-1', prices: [{ price: '1', currency: 'USD' }] }] },
      {},
      'price-currency',
    ],
    [
      'a price that has ended',
      { items: [{ code: 'A-1', prices: [{ price: '1', validTo: date('2026-11-20') }] }] },
      {},
      'price-not-valid',
    ],
    [
      'prices of classes only',
      { items: [{ code: 'A-1', prices: [{ price: '1', customerClass: 'A' }] }] },
      {},
      'price-by-class',
    ],
  ] as const)('is none for %s, and why is said', (_what, books, more, because) => {
    expect(price(books as Books, more)).toMatchObject({ found: 'nothing', because });
  });

  it('names what may have been meant, and prices that contradict each other', () => {
    expect(price({ items: [{ code: 'FL-50' }] }, { item: 'FL-5O' })).toMatchObject({ hint: 'FL-50' });
    const twice = { items: [{ code: 'A-1', prices: [{ price: '10' }, { price: '11' }] }] };
    expect(price(twice)).toEqual({ found: 'nothing', because: 'price-ambiguous', hint: '10, 11' });
  });
});

describe('what a formula calls an item or a customer', () => {
  const books = {
    items: [
      { code: '00123', name: 'Hinge', barcode: '6901', customerItemCodes: ['K-7'] },
      { code: '0077', prices: [{ price: '1' }] },
      { code: '00077', prices: [{ price: '2' }] },
    ],
    customers: [{ code: '0042', name: 'Ever Bright', customerClass: 'A' }],
  };

  it.each(['00123', '6901', 'Hinge', 'hinge ', 'K-7', '123'])('%s is the item', (item) => {
    expect(price(books, { item })).toEqual({ found: 'price', price: '10' });
  });

  it('zeros that Excel took are not guessed where two codes could be meant', () => {
    expect(price(books, { item: '77' })).toMatchObject({ because: 'item-unknown' });
    expect(price(books, { item: '0077' })).toEqual({ found: 'price', price: '1' });
  });

  it.each(['0042', 'Ever Bright', '42'])('%s is the customer', (customer) => {
    expect(price(books, { item: '00123', customer })).toMatchObject({ found: 'price' });
  });
});

describe('stock', () => {
  const stock = (books: Books, lookup: Partial<ItemLookup> = {}) =>
    ask(books, { ask: 'available', item: 'A-1', ...lookup } as ItemLookup);

  it('is less what open orders hold, and asking takes nothing', () => {
    const books = { stock: { 'A-1': '100' }, openDemand: [{ orderNumber: 'SO-1', itemCode: 'A-1', quantity: '30' }] };
    const asked: ItemLookup[] = [
      { ask: 'earliest', item: 'A-1', quantity: decimal('70') },
      { ask: 'earliest', item: 'A-1', quantity: decimal('70') },
      { ask: 'available', item: 'A-1' },
    ];
    expect(answerLookups(asked, given(knowledge(books)))).toEqual([
      { found: 'day', on: today },
      { found: 'day', on: today },
      { found: 'quantity', quantity: '70' },
    ]);
  });

  it('is needed by no service, and unknown where no sheet lists it', () => {
    expect(stock({ items: [{ code: 'A-1', service: true }] })).toMatchObject({ because: 'stock-not-needed' });
    expect(stock({ stock: {} })).toMatchObject({ because: 'stock-unlisted' });
    expect(stock({ stock: null })).toMatchObject({ because: 'no-stock-sheet' });
    expect(stock({}, { item: 'Z-9' })).toMatchObject({ because: 'item-unknown' });
  });

  it('is found by its code where there is no price list', () => {
    expect(stock({ items: null, stock: { 'A-1': '5' } })).toEqual({ found: 'quantity', quantity: '5' });
  });
});
