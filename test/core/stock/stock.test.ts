import { describe, expect, it } from 'vitest';
import type { Item, OpenDemand, StockBook, StockLine } from '../../../core/check/knowledge.ts';
import { itemNamesIn } from '../../../core/check/stock-names.ts';
import { Stock } from '../../../core/stock/stock.ts';
import { date, decimal, demand } from './given.ts';

const today = date('2026-11-21');
type Line = Partial<Omit<StockLine, 'onHand' | 'inbound'>> & { onHand?: number; inbound?: number };
const stockOf = (
  lines: readonly Line[],
  more: { items?: Partial<Item>[]; open?: Partial<OpenDemand>[]; asOf?: string } = {},
) => {
  const { items = [{}], open = [], asOf } = more;
  const listed = items.map((item) => ({ code: 'A-1', discontinued: false, prices: [], ...item }));
  return new Stock({
    ...stockGiven(lines, open, asOf),
    items: itemNamesIn({ source: { from: 'workbook' }, currency: 'CNY', items: listed }),
  });
};
const stockGiven = (lines: readonly Line[], open: readonly Partial<OpenDemand>[], asOf?: string) => {
  const book: StockBook = {
    source: { from: 'workbook', ...(asOf !== undefined && { asOf: date(asOf) }) },
    lines: lines.map(({ onHand = 0, inbound = 0, ...line }) => ({
      itemCode: 'A-1',
      ...line,
      onHand: decimal(onHand),
      inbound: decimal(inbound),
    })),
  };
  const openDemand = open.map((one) => ({ orderNumber: 'SO-1', itemCode: 'A-1', quantity: decimal(1), ...one }));
  return { book, openDemand, today };
};
const freeOn = (stock: Stock, by: string | null, names = ['A-1']) =>
  stock.of(names)?.pool.freeBy({ by: by === null ? null : date(by), unit: null });

describe('the stock of an item', () => {
  it('is what lies in all its lines, and what arrives by the day', () => {
    const stock = stockOf([
      { onHand: 4, inbound: 3, inboundDate: date('2026-12-01') },
      { itemCode: 'ａ-1', onHand: 5 },
      { itemCode: 'B', onHand: 50 },
    ]);
    expect([null, '2026-11-30', '2026-12-01'].map((by) => freeOn(stock, by))).toEqual(['9', '9', '12']);
    expect(stock.of(['A-1'])).toBe(stock.of(['a-1']));
  });

  it('never counts what is on its way without a date, or should have come before the count', () => {
    const lines = [
      { inbound: 3 },
      { inbound: 4, inboundDate: date('2026-11-20') },
      { inbound: 5, inboundDate: today },
      { inbound: 6, inboundDate: date('2026-11-10') },
    ];
    const item = stockOf(lines).of(['A-1']);
    expect([item?.pool.freeBy({ by: today, unit: null }), item?.undated(null), item?.overdue(null)]).toEqual([
      '5',
      '3',
      '10',
    ]);
    // Counted before: what was to come since then has come.
    expect(freeOn(stockOf(lines, { asOf: '2026-11-20' }), '2026-11-21')).toBe('9');
    expect(freeOn(stockOf(lines, { asOf: '2026-11-09T08:00:00.000Z' }), '2026-11-21')).toBe('15');
  });

  it('takes a count below zero off what is elsewhere, then off what arrives', () => {
    const lines = [
      { onHand: -7, warehouse: 'A' },
      { onHand: 2, warehouse: 'B' },
      { onHand: 3, warehouse: 'a' },
      { inbound: 4, inboundDate: date('2026-12-01'), warehouse: 'B' },
    ];
    const item = stockOf(lines).of(['A-1']);
    expect(item?.backlog(null)).toBe('7');
    expect(item?.pool.freeBy({ by: null, unit: null })).toBe('0');
    expect(item?.pool.freeBy({ by: date('2026-12-01'), unit: null })).toBe('2');
  });

  it('takes it off its own warehouse first', () => {
    const lines = [
      { onHand: 5, warehouse: 'B' },
      { onHand: 5, warehouse: 'A' },
      { onHand: -3, warehouse: 'A' },
    ];
    const taken = stockOf(lines).of(['A-1'])?.pool.take(demand(7));
    expect(taken?.allocations.map(({ quantity, source }) => `${quantity} ${source.warehouse}`)).toEqual(['5 B', '2 A']);
  });

  it('is counted in the item’s own unit; what nobody can convert stays apart', () => {
    const items = [{ unit: '瓶', pack: { size: decimal(24), unit: '箱' } }];
    const lines = [
      { onHand: 2, unit: '箱' },
      { onHand: 3, unit: '瓶' },
      { onHand: 9, unit: '托' },
      { inbound: 7, unit: '托' },
    ];
    const item = stockOf(lines, { items }).of(['A-1']);
    const unit = 'piece 1';
    expect(item?.pool.freeBy({ by: null, unit })).toBe('51');
    expect(item?.undated(unit)).toBe('0');
    expect(item?.units).toEqual(['箱', '瓶', '托']);
    expect(stockOf([{ onHand: 2 }], { items }).of(['A-1'])?.units).toEqual([]);
  });
});

describe('which line is whose', () => {
  const items = [
    { code: 'A-1', barcode: '690', name: '螺丝' },
    { code: 'B-1', name: '垫圈' },
    { code: 'B-2', name: '垫圈' },
  ];
  it('goes by code, by barcode, and by a name only one item has', () => {
    const lines = [
      { itemCode: 'X', barcode: '690', onHand: 1 },
      { itemCode: '垫圈', onHand: 2 },
    ];
    const stock = stockOf(lines, { items });
    expect(['690', 'x', 'A-1'].map((name) => freeOn(stock, null, [name]))).toEqual(['1', '1', undefined]);
    expect(items.map((item) => stock.ofItem(item as Item) !== null)).toEqual([true, false, false]);
    expect(stockOf([{ itemCode: '螺丝' }], { items }).ofItem(items[0] as Item)).not.toBeNull();
    expect(stock.of([])).toBeNull();
  });

  it('keeps box and bag under one code apart by their units', () => {
    const two = [{ unit: '盒' }, { unit: '袋', pack: { size: decimal(10), unit: '盒' } }];
    const stock = stockOf(
      [
        { onHand: 2, unit: '盒' },
        { onHand: 3, unit: '袋' },
      ],
      { items: two },
    ).of(['A-1']);
    expect(['box 1', 'bag 1'].map((unit) => stock?.pool.freeBy({ by: null, unit }))).toEqual(['2', '3']);
  });
});

describe('open orders on the server', () => {
  it('are served before everybody, whatever the stock sheet lists their item under', () => {
    const stock = stockOf([{ itemCode: '690', onHand: 9 }], {
      items: [{ barcode: '690' }],
      open: [{ quantity: decimal(4) }, { quantity: decimal(2), orderNumber: 'SO-2' }, { itemCode: 'other' }],
    });
    const taken = stock.of(['A-1', '690'])?.pool.take(demand(4));
    expect(taken?.held?.named.map(({ holder, quantity }) => `${holder.order} ${quantity}`)).toEqual([
      'SO-1 4',
      'SO-2 2',
    ]);
  });

  it('are served by due date, those without one at once, and take what arrives before theirs', () => {
    const lines = [{ onHand: 5, inbound: 5, inboundDate: date('2026-12-01') }];
    const open = [
      { orderNumber: 'SO-3', quantity: decimal(5), dueDate: date('2026-12-02') },
      { orderNumber: 'SO-1', quantity: decimal(2) },
      { orderNumber: 'SO-2', quantity: decimal(2), dueDate: date('2026-11-01') },
    ];
    const pool = stockOf(lines, { open }).of(['A-1'])?.pool;
    expect(pool?.freeBy({ by: null, unit: null })).toBe('1');
    const taken = pool?.take(demand(9, '2026-12-02'));
    expect(taken?.held?.named.map(({ holder }) => holder)).toEqual([
      { order: 'SO-1' },
      { order: 'SO-2', dueDate: '2026-11-01' },
      { order: 'SO-3', dueDate: '2026-12-02' },
    ]);
  });

  it('that are overdue still get what comes today', () => {
    const lines = [{ onHand: 1, inbound: 1, inboundDate: today }];
    const pool = stockOf(lines, { open: [{ dueDate: date('2026-11-01') }] }).of(['A-1'])?.pool;
    expect(pool?.freeBy({ by: null, unit: null })).toBe('1');
  });

  it('are due when the first of their lines is that has a date', () => {
    const open = [
      { quantity: decimal(2), dueDate: date('2026-12-09') },
      { quantity: decimal(1) },
      { quantity: decimal(2), dueDate: date('2026-12-05') },
    ];
    const taken = stockOf([{ onHand: 5 }], { open })
      .of(['A-1'])
      ?.pool.take(demand(1));
    expect(taken?.held?.named).toEqual([{ holder: { order: 'SO-1', dueDate: '2026-12-05' }, quantity: '5' }]);
  });

  it('are one holder however many lines they have; lines that want nothing hold nothing', () => {
    const open = [
      { quantity: decimal(2) },
      { quantity: decimal(0) },
      { quantity: decimal(3) },
      { quantity: decimal(-1) },
    ];
    const taken = stockOf([{ onHand: 5 }], { open })
      .of(['A-1'])
      ?.pool.take(demand(1));
    expect(taken?.held?.named).toEqual([{ holder: { order: 'SO-1' }, quantity: '5' }]);
  });
});

describe('the stock of sizes that share one code', () => {
  const sizes = ['40', '41', '42'].map((specification) => ({ specification, barcode: `69${specification}` }));
  const free = (stock: Stock, size: number) =>
    stock.ofItem(items[size] as Item)?.pool.freeBy({ by: null, unit: null }) ?? null;
  const items = sizes.map((size) => ({ code: 'A-1', discontinued: false, prices: [], ...size }));
  const stockIn = (lines: readonly Line[], open: Partial<OpenDemand>[] = []) =>
    new Stock({
      ...stockGiven(lines, open),
      items: itemNamesIn({ source: { from: 'workbook' }, currency: 'CNY', items }),
    });

  it('is each its own where every line says of which it is; a size without a line isn’t listed', () => {
    const stock = stockIn([
      { specification: '40', onHand: 2 },
      { barcode: '6941', onHand: 3 },
      { specification: '40', onHand: 1 },
    ]);
    expect([0, 1, 2].map((size) => free(stock, size))).toEqual(['3', '3', null]);
  });

  it('is one for all where a line doesn’t say, or an open order holds some of the code', () => {
    const lines = [{ specification: '40', onHand: 2 }, { onHand: 3 }];
    expect(free(stockIn(lines), 0)).toBe('5');
    expect(free(stockIn(lines.slice(0, 1), [{ quantity: decimal(1) }]), 0)).toBe('1');
  });
});
