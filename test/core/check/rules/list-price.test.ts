import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../../../core/check/knowledge.ts';
import { listPrice } from '../../../../core/check/rules/list-price.ts';
import { type Books, cells, checkWith, date, decimal, type GivenPrice, ordersTable, type Row } from '../given.ts';

/** As one asks who may grant any discount: then a low price is not-list's. */
const asked = { roles: ['general-manager'] } as const;
const checkPrice = (unitPrice: string, prices: readonly GivenPrice[], row: Row = {}, books: Books = {}) =>
  checkWith(
    [listPrice],
    [{ unitPrice: decimal(unitPrice), ...row }],
    { items: [{ code: 'A-1', prices }], ...books },
    asked,
  );

describe('list price', () => {
  it('accepts the list price however many zeros it is written with', () => {
    expect(cells(checkPrice('12.5', [{ price: '12.50' }]))).toEqual([]);
  });

  it.each([
    ['11.8', '5.6', 'below'],
    ['12.51', '-0.1', 'above'],
  ])('%s against 12.50: says how far off and offers the list price', (price, discount, context) => {
    const result = checkPrice(price, [{ price: '12.5' }]);
    expect(cells(result)).toEqual(['G2 price.not-list']);
    expect(result.findings[0]).toMatchObject({
      severity: 'warning',
      expected: { kind: 'money', value: '12.5', currency: 'CNY' },
      actual: { kind: 'money', value: price },
      data: { item: 'A-1', discount, context },
      fix: { cell: 'G2', value: 12.5 },
    });
  });

  it.each([
    ['12.5001', '12.5'],
    ['1', '0'],
  ])('%s against %s: says no percentage that would read as none', (price, list) => {
    expect(checkPrice(price, [{ price: list }]).findings[0]?.data).toEqual({ item: 'A-1' });
  });

  const breaks = [{ price: '10' }, { price: '9', minimumQuantity: '100' }, { price: '8', minimumQuantity: '500' }];
  it.each([
    ['99', '10'],
    ['100', '9'],
    ['499.999', '9'],
    ['500', '8'],
  ])('quantity break: %s pieces cost %s', (quantity, price) => {
    expect(cells(checkPrice(price, breaks, { quantity: decimal(quantity) }))).toEqual([]);
    expect(cells(checkPrice('7', breaks, { quantity: decimal(quantity) }))).toEqual(['G2 price.not-list']);
  });

  it('puts the price of the customer’s class before the general one', () => {
    const prices = [{ price: '10' }, { price: '9', customerClass: 'A' }, { price: '1', customerClass: 'B' }];
    expect(cells(checkPrice('9', prices, {}, { customers: [{ customerClass: 'ａ' }] }))).toEqual([]);
    expect(cells(checkPrice('9', prices))).toEqual(['G2 price.not-list']);
    expect(cells(checkPrice('9', prices, {}, { customers: [{ customerClass: 'A类' }] }))).toEqual([]);
  });

  const seasons = [
    { price: '10', validTo: date('2026-06-30') },
    { price: '11', validFrom: date('2026-07-01') },
    { price: '12', validFrom: date('2026-11-21'), validTo: date('2026-11-21') },
  ];
  it.each([
    ['2026-06-30', '10'],
    ['2026-07-01', '11'],
    ['2026-11-21', '12'],
    ['2026-11-22', '11'],
  ])('an order of %s pays %s', (orderDate, price) => {
    expect(cells(checkPrice(price, seasons, { order: { orderDate: date(orderDate) } }))).toEqual([]);
  });
  it('judges an order without a date by today', () => {
    expect(cells(checkPrice('12', seasons))).toEqual([]);
  });

  it.each([
    ['not-valid', [{ price: '10', validTo: date('2026-01-01') }]],
    ['not-valid', [{ price: '10', minimumQuantity: '50' }]],
    ['currency', [{ price: '10', currency: 'USD' }]],
  ])('says that the list has no price: %s', (context, prices) => {
    expect(checkPrice('10', prices).findings).toMatchObject([{ code: 'price.none', cell: 'G2', data: { context } }]);
  });

  it('says of an item that has no price in a list of prices; of a list that has none it says so once', () => {
    const priced = { code: 'B-1', prices: [{ price: '3' }] };
    const rows = [{ unitPrice: decimal('10') }, { unitPrice: decimal('11') }];
    const found = (items: Books['items']) => checkWith([listPrice], rows, items ? { items } : {}).findings;
    expect(found([{ code: 'A-1', prices: [] }, priced])).toMatchObject([
      { code: 'price.none', cell: 'G2', data: { context: 'no-price' } },
      { code: 'price.none', cell: 'G3' },
    ]);
    expect(found([{ code: 'A-1', prices: [] }])).toMatchObject([
      { code: 'check.not-run', data: { rule: 'list-price', context: 'listPrices' } },
    ]);
  });

  it('compares in the order’s currency', () => {
    const prices = [{ price: '70' }, { price: '10', currency: 'USD' }];
    expect(cells(checkPrice('10', prices, { order: { currency: '美元' } }))).toEqual([]);
    expect(cells(checkPrice('10', prices, { order: { currency: '人民币' } }))).toEqual(['G2 price.not-list']);
  });

  it('accepts each of several prices of the same standing and names them for any other', () => {
    const prices = [{ price: '10' }, { price: '11' }];
    expect(cells(checkPrice('11', prices))).toEqual([]);
    expect(checkPrice('12', prices).findings).toMatchObject([{ code: 'price.ambiguous', data: { prices: '10, 11' } }]);
  });

  it('leaves the discount column out: it is granted, not listed', () => {
    expect(cells(checkPrice('10', [{ price: '10' }], { discount: decimal('0.05') }))).toEqual([]);
  });

  it('puts a promotion before every other price while it lasts, and says so', () => {
    const prices = [
      { price: '10' },
      { price: '8', customerClass: 'A' },
      { price: '9', promotion: true, validFrom: date('2026-11-01'), validTo: date('2026-11-30') },
    ];
    const classA = { customers: [{ customerClass: 'A' }] };
    expect(cells(checkPrice('9', prices, {}, classA))).toEqual([]);
    expect(checkPrice('10', prices, {}, classA).findings[0]).toMatchObject({
      expected: { value: '9' },
      data: { context: 'promotion' },
    });
    const december = { order: { orderDate: date('2026-12-01') } };
    expect(cells(checkPrice('8', prices, december, classA))).toEqual([]);
    expect(checkPrice('9', prices, december).findings[0]).toMatchObject({ expected: { value: '10' } });
  });

  it('gives a promotion to its own class only', () => {
    const prices = [{ price: '10' }, { price: '9', promotion: true, customerClass: 'B' }];
    expect(cells(checkPrice('10', prices))).toEqual([]);
    expect(cells(checkPrice('9', prices, {}, { customers: [{ customerClass: 'B' }] }))).toEqual([]);
  });

  it('asks nothing of a gift', () => {
    expect(cells(checkPrice('0', [{ price: '10' }], { gift: true }))).toEqual([]);
  });

  it('offers each of several list prices', () => {
    expect(checkPrice('12', [{ price: '10' }, { price: '11' }]).findings[0]?.choices).toMatchObject([
      { cell: 'G2', value: 10, label: '10' },
      { cell: 'G2', value: 11, label: '11' },
    ]);
  });
});

describe('an item with prices of classes', () => {
  const prices = [{ price: '10' }, { price: '8', customerClass: '批发' }];
  const fixFor = (customerClass: string | undefined) =>
    checkPrice('7', prices, {}, { customers: [customerClass === undefined ? {} : { customerClass }] }).findings.map(
      ({ expected, fix }) => [expected?.value, fix?.value],
    );

  it('sets a row right by the price of the customer’s class, or by the general one for who has none', () => {
    expect(fixFor('批发商')).toEqual([['8', 8]]);
    expect(fixFor(undefined)).toEqual([['10', 10]]);
    expect(fixFor('零售客户')).toEqual([['10', 10]]);
  });

  it('names the general price to a class that has none, and leaves the row to the clerk', () => {
    expect(fixFor('经销商')).toEqual([['10', undefined]]);
    expect(checkPrice('7', prices, {}, { customers: null }).findings).toMatchObject([{ code: 'price.not-list' }]);
    expect(checkPrice('7', prices, {}, { customers: null }).findings[0]).not.toHaveProperty('fix');
  });

  it('still mends by a list that knows no classes', () => {
    const found = checkPrice('7', [{ price: '10' }], {}, { customers: [{ customerClass: '经销商' }] });
    expect(found.findings[0]?.fix?.value).toBe(10);
  });

  it('judges no price of a customer nobody can tell, as long as it depends on him', () => {
    const unknown: Row = { customer: { code: 'C9' } };
    const twice = { customers: [{}, { name: 'Its namesake', customerClass: '批发' }] };
    expect(cells(checkPrice('7', prices, unknown))).toEqual([]);
    expect(cells(checkPrice('7', prices, {}, twice))).toEqual([]);
    expect(cells(checkPrice('7', [{ price: '10' }], unknown))).toEqual(['G2 price.not-list']);
  });

  it('says nothing where no price is this customer’s', () => {
    const grades = [{ price: '8', customerClass: 'A' }];
    expect(cells(checkPrice('7', grades, {}, { customers: [{ customerClass: 'B' }] }))).toEqual([]);
    expect(cells(checkPrice('7', grades, {}, { customers: [{ customerClass: 'A' }] }))).toHaveLength(1);
  });
});

describe('list price without tax', () => {
  const excluded = (unitPrice: string, price: string, row: Row = {}) =>
    checkPrice(unitPrice, [{ price }], row, { tax: 'excluded' });

  it.each([
    ['113', '100'],
    ['14.125', '12.5'],
    ['14.13', '12.5'],
    ['14.12', '12.5'],
    ['0.0141', '0.0125'],
  ])('%s with 13 %% tax is %s without: rounding is no finding', (unitPrice, price) => {
    expect(cells(excluded(unitPrice, price))).toEqual([]);
  });

  it.each([
    ['14.14', '12.5', '14.13'],
    ['12.5', '12.5', '14.13'],
    ['0.01', '0.0125', '0.0141'],
    ['0.014', '0.0125', '0.0141'],
  ])('%s is not %s with tax: expects %s', (unitPrice, price, expected) => {
    expect(excluded(unitPrice, price).findings).toMatchObject([
      {
        code: 'price.not-list',
        expected: { value: expected },
        fix: { value: Number(expected) },
        data: { context: 'converted', listed: price, currency: 'CNY' },
      },
    ]);
  });

  it('takes no tax rate that takes everything', () => {
    expect(cells(excluded('100', '100', { taxRate: decimal('-1') }))).toEqual([]);
  });

  it('takes the row’s own tax rate before the usual one', () => {
    expect(cells(excluded('106', '100', { taxRate: decimal('0.06') }))).toEqual([]);
    expect(cells(excluded('113', '100', { taxRate: decimal('0.06') }))).toEqual(['G2 price.not-list']);
  });

  const beforeTax = { table: { ...ordersTable, beforeTax: ['unitPrice' as const] } };
  it('compares a column without tax with what the list price is without', () => {
    const books = (tax?: 'excluded'): Books => ({
      items: [{ code: 'A-1', prices: [{ price: '113' }] }],
      ...(tax && { tax }),
    });
    const found = (price: string, tax?: 'excluded') =>
      cells(checkWith([listPrice], [{ unitPrice: decimal(price) }], books(tax), beforeTax));
    expect(found('100')).toEqual([]);
    expect(found('113')).toEqual(['G2 price.not-list']);
    expect(found('113', 'excluded')).toEqual([]);
  });
});

describe('list price of another unit', () => {
  const pack = { size: decimal('24'), unit: '箱' };
  const found = (
    row: Row,
    item: Partial<Item> = { unit: '个', pack },
    prices: readonly GivenPrice[] = [{ price: '10' }],
  ) => checkWith([listPrice], [row], { items: [{ code: 'A-1', ...item, prices }] }, asked).findings;

  it.each([
    ['the price of a carton', { quantityUnit: '箱', unitPrice: decimal('240') }],
    ['the price of a piece, whatever is counted', { quantityUnit: '箱', unitPrice: decimal('10') }],
    ['the price of a carton beside pieces', { quantityUnit: '个', priceUnit: '箱', unitPrice: decimal('240') }],
    ['the unit column’s carton', { unit: 'CTN', unitPrice: decimal('240') }],
  ])('accepts %s', (_, row) => {
    expect(found(row)).toEqual([]);
  });

  it('names the price in the row’s own unit', () => {
    expect(found({ quantityUnit: '箱', unitPrice: decimal('230') })).toMatchObject([
      { expected: { value: '240' }, data: { listed: '10' } },
    ]);
    expect(found({ quantityUnit: '箱', unitPrice: decimal('11') })).toMatchObject([{ expected: { value: '10' } }]);
    expect(found({ priceUnit: '箱', quantityUnit: '箱', unitPrice: decimal('10') })).toMatchObject([
      { expected: { value: '240' } },
    ]);
  });

  it('counts cartons as what they hold for quantity breaks', () => {
    const breaks = [{ price: '10' }, { price: '9', minimumQuantity: '48' }];
    const ordered = (quantity: string, unitPrice: string) =>
      found({ quantity: decimal(quantity), quantityUnit: '箱', unitPrice: decimal(unitPrice) }, undefined, breaks);
    expect(ordered('2', '216')).toEqual([]);
    expect(ordered('1', '240')).toEqual([]);
    expect(ordered('1', '216')).toMatchObject([{ expected: { value: '240' } }]);
  });

  it('compares nothing while nobody knows what the row’s unit holds', () => {
    expect(found({ quantityUnit: '箱', unitPrice: decimal('1') }, { unit: '个' })).toEqual([]);
  });

  it('knows the price of one piece in a shop that orders cartons', () => {
    const row = {
      packSize: decimal('12'),
      quantity: decimal('30'),
      unitPrice: decimal('8.5'),
      amount: decimal('3060'),
    };
    expect(found({ ...row, unit: '箱' }, { unit: '箱' }, [{ price: '102' }])).toEqual([]);
    expect(found({ ...row, unit: '箱' }, { unit: '箱' }, [{ price: '8.5' }])).toEqual([]);
    expect(found({ ...row, unit: '箱' }, { unit: '箱' }, [{ price: '96' }])).toMatchObject([
      { expected: { value: '8' } },
    ]);
  });

  it('reads prices per thousand', () => {
    expect(found({ unitPrice: decimal('12.5'), priceUnit: '1000只' }, { unit: '个' }, [{ price: '0.0125' }])).toEqual(
      [],
    );
  });
});

it('a list that falls with the quantity never makes a larger order dearer', () => {
  const steps = fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 600 }), fc.integer({ min: 1, max: 600 }), (breaks, a, b) => {
      const sorted = [0, ...breaks].sort((one, other) => one - other);
      const prices = sorted.map((from, index) => ({ price: String(100 - index), minimumQuantity: String(from) }));
      const priceAt = (quantity: number): number =>
        Number(checkPrice('1', prices, { quantity: decimal(String(quantity)) }).findings[0]?.expected?.value);
      expect(priceAt(Math.max(a, b))).toBeLessThanOrEqual(priceAt(Math.min(a, b)));
    }),
  );
});
