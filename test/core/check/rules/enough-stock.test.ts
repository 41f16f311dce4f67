import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../../core/check/finding.ts';
import type { StockLine } from '../../../../core/check/knowledge.ts';
import { enoughStock } from '../../../../core/check/rules/enough-stock.ts';
import { standardCheckPolicy } from '../../../../core/policy/check-policy.ts';
import type { Locale } from '../../../../core/policy/locale.ts';
import type { PriorityLaw } from '../../../../core/policy/priority-law.ts';
import { describeFinding } from '../../../../locales/describe.ts';
import { textsIn } from '../../../../locales/index.ts';
import { type Books, cells, check, checkWith, date, decimal, knowledge, ordersTable, type Row } from '../given.ts';

const table = { ...ordersTable, columns: { ...ordersTable.columns, unit: 15, warehouse: 16, openQuantity: 17 } };
const wants = (quantity: string, row: Row = {}): Row => ({ quantity: decimal(quantity), ...row });
const wantsBy = (quantity: string, dueDate: string, row: Row = {}): Row =>
  wants(quantity, { dueDate: date(dueDate), ...row });

type Line = Partial<Omit<StockLine, 'onHand' | 'inbound'>> & { onHand?: string; inbound?: string };
interface More extends Books {
  /** Lines of A-1 unless they say otherwise. */
  readonly lines?: readonly Line[];
  readonly leadTimeDays?: number;
  readonly priority?: PriorityLaw;
  readonly longestWaitDays?: number;
}
const checkStock = (rows: readonly Row[], more: More = {}) => {
  const { lines, leadTimeDays = null, priority = 'first-come', longestWaitDays = null, ...books } = more;
  const known = knowledge(books);
  const stock = lines && {
    source: { from: 'workbook' as const },
    lines: lines.map(({ onHand = '0', inbound = '0', ...line }) => ({
      itemCode: 'A-1',
      ...line,
      onHand: decimal(onHand),
      inbound: decimal(inbound),
    })),
  };
  const policy = { ...standardCheckPolicy, leadTimeDays, precedence: { law: priority, longestWaitDays } };
  return checkWith([enoughStock], rows, books, { table, policy, knowledge: stock ? { ...known, stock } : known });
};
const arriving = (inbound: string, on: string): Line => ({ inbound, inboundDate: date(on) });

const say = (finding: Finding | undefined, locale: Locale = 'en'): string =>
  finding ? describeFinding(finding, textsIn(locale), locale).message : 'nothing';
/** The sentences after the first. */
const further = (finding: Finding | undefined): string[] =>
  say(finding === undefined ? undefined : { ...finding, code: 'due-date.past' })
    .split(/(?<=\.) /)
    .slice(2);
const choices = (finding: Finding | undefined) =>
  finding?.choices?.map(({ cell, value, label, format }) => [cell, value, label, format].filter(Boolean).join(' '));

describe('rows compete for stock', () => {
  it('in running order, also within one order, and are told who holds it', () => {
    const rows = [wants('6', { key: 'PO-1' }), wants('4', { key: 'PO-2' }), wants('3', { key: 'PO-1' })];
    const result = checkStock(rows, { stock: { 'A-1': '9' } });
    expect(cells(result)).toEqual(['F3 stock.short', 'F4 stock.short']);
    expect(result.findings.map(({ data }) => data)).toEqual([
      { item: 'A-1', available: '3', wanted: '4', short: '1', context: 'now' },
      { item: 'A-1', available: '0', wanted: '3', short: '3', context: 'now' },
    ]);
    expect(result.findings[0]).toMatchObject({ expected: { value: '3' }, actual: { value: '4' } });
    expect(result.findings.map(further)).toEqual([['Held by PO-1 (6).'], ['Held by PO-1 (6) and PO-2 (3).']]);
  });

  it('over all lines of the item in the stock sheet, whatever its spelling', () => {
    const rows = [wants('9'), wants('1')];
    expect(cells(checkStock(rows, { stock: { 'A-1': '4', 'a-1': '5' } }))).toEqual(['F3 stock.short']);
    expect(cells(checkStock([wants('6'), wants('3')], { stock: { 'A-1': '9' } }))).toEqual([]);
  });

  it('as the sheet has them where orders are mixed', () => {
    const rows = [wants('1', { key: 'A' }), wants('5', { key: 'B' }), wants('5', { key: 'A' })];
    expect(cells(checkStock(rows, { stock: { 'A-1': '6' } }))).toEqual(['F4 stock.short']);
  });

  it('or by the company’s priority: due date first, class first', () => {
    const customers = [{ code: 'C1' }, { code: 'C2', customerClass: 'A' }];
    const rows = [
      wantsBy('5', '2026-12-09'),
      wantsBy('5', '2026-12-01'),
      wants('5', { key: '2', customer: { code: 'C2' } }),
    ];
    const short = (priority: PriorityLaw) => cells(checkStock(rows, { customers, priority, stock: { 'A-1': '5' } }));
    expect(short('first-come')).toEqual(['F3 stock.short', 'F4 stock.short']);
    expect(short('nearest-due')).toEqual(['F2 stock.short', 'F4 stock.short']);
    expect(short('class')).toEqual(['F2 stock.short', 'F3 stock.short']);
  });

  it('the small one first, the one somebody put first; none by an order date that anybody can type', () => {
    const rows = [
      wants('5', { key: '1', order: { priority: '低' } }),
      wants('1', { key: '1', order: { priority: '低' } }),
      wants('5', { key: '2', order: { priority: '急', orderDate: date('2026-11-01') } }),
    ];
    const short = (more: More) => cells(checkStock(rows, { stock: { 'A-1': '5' }, ...more }));
    expect(short({})).toEqual(['F3 stock.short', 'F4 stock.short']);
    for (const priority of ['small-first', 'given-sequence'] as const)
      expect(short({ priority })).toEqual(['F2 stock.short', 'F3 stock.short']);
    expect(short({ priority: 'class' })).toEqual(['F3 stock.short', 'F4 stock.short']);
    expect(short({ priority: 'class', longestWaitDays: 10 })).toEqual(['F3 stock.short', 'F4 stock.short']);
  });

  it('with open orders on the server, which come first', () => {
    const openDemand = [
      { orderNumber: 'SO-202611-00003', itemCode: 'a-1', quantity: '6', dueDate: date('2026-11-28') },
      { orderNumber: 'SO-202611-00004', itemCode: 'a-1', quantity: '2' },
    ];
    const [finding] = checkStock([wants('5')], { stock: { 'A-1': '9' }, openDemand }).findings;
    expect(finding?.data).toMatchObject({ available: '1', short: '4' });
    expect(further(finding)).toEqual(['Held by SO-202611-00004 (2) and SO-202611-00003 (6, due Nov 28, 2026).']);
  });

  it('but never with themselves, when they are on the server already and keep their place there', () => {
    const openDemand = (customerCode: string) => [
      { orderNumber: 'SO-1', postedAs: { customerCode, key: 'po-7' }, itemCode: 'A-1', quantity: '5' },
      { orderNumber: 'SO-2', itemCode: 'A-1', quantity: '2' },
    ];
    const rows = [wants('3', { key: 'PO-6' }), wants('5', { key: 'PO-7' })];
    const result = checkStock(rows, { stock: { 'A-1': '8' }, openDemand: openDemand('c1') });
    expect(cells(result)).toEqual(['F2 stock.short']);
    expect(further(result.findings[0])).toEqual(['Held by SO-2 (2) and PO-7 (5).']);
    expect(cells(checkStock(rows, { stock: { 'A-1': '8' }, openDemand: openDemand('C9') }))).toEqual([
      'F2 stock.short',
      'F3 stock.short',
    ]);
  });

  it('though they have other errors: those will be mended', () => {
    const rows = [wants('9', { customer: {} }), wants('1', { key: '2' })];
    expect(cells(check(rows, { stock: { 'A-1': '9' } }))).toEqual(['B2 field.missing', 'F3 stock.short']);
  });

  it('and are named by their cell where the sheet gives no order numbers', () => {
    const rows = [wants('3', { order: { key: null } }), wants('1', { order: { key: null } })];
    expect(further(checkStock(rows, { stock: { 'A-1': '3' } }).findings[0])).toEqual(['Held by F2 (3).']);
  });

  it('five are named, the others added up', () => {
    const rows = Array.from({ length: 8 }, (_, index) => wants('1', { key: `P${index}` }));
    const [finding] = checkStock(rows, { stock: { 'A-1': '7' } }).findings;
    expect(further(finding)).toEqual(['Held by P0 (1), P1 (1), P2 (1), P3 (1), P4 (1), and others (2).']);
  });
});

describe('a row asks', () => {
  const stock = { 'A-1': '9' };
  it('nothing when its goods have left, it is no goods, or it wants less than nothing', () => {
    const rows = [wants('9', { shippedDate: date('2026-11-01') }), wants('-4'), wants('0'), wants('9')];
    expect(cells(checkStock(rows, { stock }))).toEqual([]);
    const items = [{ code: 'A-1', service: true }];
    expect(cells(checkStock([wants('90')], { stock, items }))).toEqual([]);
  });

  it('for what is still to go', () => {
    const some = { shippedDate: date('2026-11-01') };
    expect(cells(checkStock([wants('20', { ...some, openQuantity: decimal('9') })], { stock }))).toEqual([]);
    expect(cells(checkStock([wants('20', { ...some, shippedQuantity: decimal('11') })], { stock }))).toEqual([]);
    const [finding] = checkStock([wants('20', { shippedQuantity: decimal('5') })], { stock }).findings;
    expect(finding?.data).toMatchObject({ wanted: '15', available: '9', short: '6' });
    // 5 gone and 9 there: 14 can be ordered.
    expect(choices(finding)).toEqual(['F2 14 14']);
    const [open] = checkStock([wants('20', { openQuantity: decimal('15') })], { stock }).findings;
    expect(open?.choices).toBeUndefined();
  });

  it('in the item’s own unit', () => {
    const items = [{ code: 'A-1', unit: '瓶', pack: { size: decimal('24'), unit: '箱' } }];
    const result = checkStock([wants('2', { unit: '箱' })], { items, lines: [{ onHand: '40', unit: '瓶' }] });
    expect(result.findings[0]).toMatchObject({
      expected: { value: '40', unit: '瓶' },
      actual: { value: '48', unit: '瓶' },
    });
    // 40 瓶 are not what the cell counts.
    expect(result.findings[0]?.choices).toBeUndefined();
    expect(cells(checkStock([wants('48', { unit: '瓶' })], { items, lines: [{ onHand: '2', unit: '箱' }] }))).toEqual(
      [],
    );
  });

  it('and is told when nobody can compare its unit with the stock’s', () => {
    const items = [{ code: 'A-1', name: 'Cola', unit: '瓶' }];
    const lines = [
      { onHand: '2', unit: '箱' },
      { onHand: '2', unit: '托' },
    ];
    const result = checkStock([wants('1', { unit: '瓶' })], { items, lines });
    expect(cells(result)).toEqual(['P2 stock.unit-differs']);
    expect(say(result.findings[0])).toContain('A-1 Cola is counted in 箱, 托 in the stock sheet but ordered in 瓶,');
  });

  it('under any name the stock sheet may know its item by', () => {
    const items = [{ code: 'A-1', barcode: '6901' }];
    const rows = [wants('4'), wants('4', { itemCode: '6901' })];
    expect(cells(checkStock(rows, { items, stock: { '6901': '6' } }))).toEqual(['F3 stock.short']);
    expect(cells(checkStock([wants('4')], { items: null, stock: { 'A-1': '3' } }))).toEqual(['F2 stock.short']);
    const named = wants('4', { itemCode: '1', itemName: 'Cola' });
    expect(cells(checkStock([named], { items: null, stock: { cola: '3' } }))).toEqual(['F2 stock.short']);
    expect(cells(checkStock([wants('4', { itemCode: 'Z' })], { stock: { Z: '3' } }))).toEqual([]);
  });

  it('an item the stock sheet lacks, which is not endless', () => {
    const result = checkStock([wants('2', { unit: 'pcs' })], { stock: { 'B-1': '5' } });
    expect(cells(result)).toEqual(['F2 stock.unlisted']);
    expect(say(result.findings[0])).toBe("A-1 is not in the stock sheet; 2 pcs can't be promised.");
    const unknown = checkStock([wants('2', { itemCode: 'Q' })], { items: null, stock: { 'B-1': '5' } });
    expect(unknown.findings[0]?.data).toEqual({ item: 'Q' });
  });
});

describe('goods on their way', () => {
  it('count from their day on', () => {
    const rows = [wantsBy('5', '2026-12-01')];
    expect(cells(checkStock(rows, { lines: [arriving('5', '2026-12-01')] }))).toEqual([]);
    const [finding] = checkStock(rows, { lines: [{ onHand: '2', ...arriving('5', '2026-12-02') }] }).findings;
    expect(finding?.data).toEqual({ item: 'A-1', available: '2', wanted: '5', short: '3', complete: '2026-12-02' });
    expect(say(finding)).toBe(
      'Not enough stock of A-1: 3 short (5 wanted, 2 available by the wished date). ' +
        'All of it can be there on Dec 2, 2026. In parts: 2 in time and 3 on Dec 2, 2026.',
    );
    expect(choices(finding)).toEqual(['F2 2 2', 'J2 2026-12-02 2026-12-02 yyyy-mm-dd']);
  });

  it('are left to those who come later as far as they can use them', () => {
    const lines = [{ onHand: '5', ...arriving('5', '2026-12-01') }];
    expect(cells(checkStock([wantsBy('5', '2026-12-01'), wants('5')], { lines }))).toEqual([]);
  });

  it('don’t count for a row without date, nor for one whose date has passed before they come', () => {
    const lines = [arriving('5', '2026-11-21')];
    const [undated, overdue] = [wants('5', { dateOpen: true }), wantsBy('5', '2026-11-01')];
    const [finding] = checkStock([undated], { lines }).findings;
    expect(say(finding)).toBe(
      'Not enough stock of A-1: 5 short (5 wanted, 0 available now; the row names no date). All of it can be there on Nov 21, 2026.',
    );
    expect(choices(finding)).toEqual(['J2 2026-11-21 2026-11-21 yyyy-mm-dd']);
    // What comes today is in time for what should have gone yesterday.
    expect(cells(checkStock([overdue], { lines }))).toEqual([]);
  });

  it('without a date, overdue, or sold already, are said not to count', () => {
    const lines = [{ onHand: '-3', inbound: '20', unit: 'pcs' }, { ...arriving('7', '2026-11-20') }];
    const [finding] = checkStock([wants('2')], { lines, items: [{ code: 'A-1', unit: 'pcs' }] }).findings;
    expect(finding?.data).toMatchObject({ available: '0', short: '2' });
    expect(further(finding)).toEqual([
      '3 pcs were sold before they were booked in (stock below zero) and come off what arrives.',
      "20 pcs on the way have no arrival date and don't count.",
      "7 pcs on the way are overdue and don't count.",
    ]);
  });
});

describe('the earliest day', () => {
  const dueDate = '2026-11-25';
  it('is told by the lead time of the item, else of the company, where nothing more is on its way', () => {
    const [company] = checkStock([wantsBy('5', dueDate)], { stock: { 'A-1': '2' }, leadTimeDays: 10 }).findings;
    expect(further(company)).toEqual([
      'All of it can be there on Dec 1, 2026 if ordered today.',
      'In parts: 2 in time and 3 on Dec 1, 2026.',
    ]);
    const items = [{ code: 'A-1', leadTimeDays: 2.5 }];
    const [own] = checkStock([wantsBy('5', dueDate)], { items, stock: { 'A-1': '0' }, leadTimeDays: 10 }).findings;
    expect(further(own)).toEqual(['If ordered today, all of it can be there on Nov 24, 2026, in time.']);
    expect(own?.choices).toBeUndefined();
    const [exact] = checkStock([wantsBy('5', '2026-12-01')], { stock: { 'A-1': '2' }, leadTimeDays: 10 }).findings;
    expect(further(exact)).toEqual(['If ordered today, all of it can be there on Dec 1, 2026, in time.']);
    expect(choices(exact)).toEqual(['F2 2 2']);
  });

  it('is not guessed: parts are said as far as they are known', () => {
    const [finding] = checkStock([wants('5')], { lines: [arriving('2', '2026-12-02')] }).findings;
    expect(further(finding)).toEqual(['In parts: 2 on Dec 2, 2026.']);
    expect(finding?.data?.complete).toBeUndefined();
    const [now] = checkStock([wants('9')], { lines: [{ onHand: '1', ...arriving('2', '2026-12-02') }] }).findings;
    expect(further(now)).toEqual(['In parts: 1 now and 2 on Dec 2, 2026.']);
    expect(further(checkStock([wants('5')], { stock: { 'A-1': '1' } }).findings[0])).toEqual([]);
  });
});

describe('what could go instead', () => {
  it('is what the price list names and the stock has left by the day, three at most', () => {
    const items = [
      { code: 'A-1', substitutes: ['B-1', 'gone', 'old', 'empty', 'late', 'b-2', 'B-3', 'B-4'] },
      { code: 'B-1', name: 'Bolt', unit: 'pcs' },
      { code: 'old', discontinued: true },
      ...['empty', 'late', 'B-2', 'B-3', 'B-4'].map((code) => ({ code })),
    ];
    const lines = [
      { onHand: '1' },
      { itemCode: 'B-1', onHand: '9' },
      { itemCode: 'old', onHand: '9' },
      { itemCode: 'empty', onHand: '1' },
      { itemCode: 'late', ...arriving('9', '2026-12-09') },
      ...['B-2', 'B-3', 'B-4'].map((itemCode) => ({ itemCode, onHand: '3' })),
    ];
    const rows = [wantsBy('2', '2026-12-01'), wants('4', { itemCode: 'B-1' }), wants('1', { itemCode: 'empty' })];
    const [finding] = checkStock(rows, { items, lines }).findings;
    expect(further(finding)).toEqual(['In stock instead: B-1 Bolt (5 pcs), B-2 (3), and B-3 (3).']);
  });

  it('or what bears its name and size under another code', () => {
    const size = { name: 'Bolt', specification: 'M8', unit: 'pcs' };
    const items = [
      { code: 'A-1', ...size },
      { code: 'A-2', ...size, specification: 'm8' },
      { code: 'A-3', ...size, specification: 'M10' },
      { code: 'A-4', ...size, color: 'red' },
      { code: 'A-5', ...size, unit: 'box' },
      { code: 'a-1', ...size, barcode: '7' },
    ];
    const stock = { 'A-2': '9', 'A-3': '9', 'A-4': '9', 'A-5': '9', 'A-1': '0' };
    const [finding] = checkStock([wants('2', { ...size, itemCode: 'A-2' })], {
      items,
      stock: { ...stock, 'A-2': '0', 'A-9': '1' },
    }).findings;
    expect(further(finding)).toEqual([]);
    const other = items.filter(({ code }) => code !== 'a-1');
    const [short] = checkStock([wants('2')], { items: other, stock }).findings;
    expect(further(short)).toEqual(['In stock instead: A-2 Bolt (9 pcs).']);
  });

  it('is not looked for where the item is not known', () => {
    expect(further(checkStock([wants('2')], { items: null, stock: { 'A-1': '1' } }).findings[0])).toEqual([]);
  });
});

describe('a row that names its warehouse', () => {
  const lines = [
    { onHand: '2', warehouse: '上海仓' },
    { onHand: '3', warehouse: '北京仓' },
    { onHand: '9', warehouse: '广州仓' },
  ];
  it('is told what must come from another', () => {
    const result = checkStock([wants('6', { warehouse: '上海仓' })], { lines });
    expect(cells(result)).toEqual(['Q2 stock.other-warehouse']);
    expect(result.findings[0]?.choices).toBeUndefined();
    expect(say(result.findings[0])).toBe(
      'Warehouse 上海仓 has 2 of A-1 for this row, 6 are wanted. More of it lies in 北京仓 (3) and 广州仓 (1).',
    );
  });

  it('and may name that one instead where it has all', () => {
    const result = checkStock([wants('3', { warehouse: '深圳仓' })], { lines: lines.slice(1) });
    expect(choices(result.findings[0])).toEqual(['Q2 北京仓 北京仓']);
  });

  it('gets its own first, and is short when all together are', () => {
    expect(cells(checkStock([wants('9', { warehouse: '广州仓' })], { lines }))).toEqual([]);
    expect(cells(checkStock([wants('15', { warehouse: '广州仓' })], { lines }))).toEqual([
      'F2 stock.short',
      'Q2 stock.other-warehouse',
    ]);
    expect(cells(checkStock([wants('6')], { lines }))).toEqual([]);
  });

  it('takes nothing of the others, which are free for who names them', () => {
    const rows = [wants('6', { warehouse: '上海仓' }), wants('13', { warehouse: '广州仓', key: '2' })];
    expect(cells(checkStock(rows, { lines }))).toEqual([
      'Q2 stock.other-warehouse',
      'F3 stock.short',
      'Q3 stock.other-warehouse',
    ]);
    expect(say(checkStock(rows, { lines }).findings[2])).toContain('has 9 of A-1 for this row, 13 are wanted');
  });

  it('gets its goods though a row that doesn’t mind came first', () => {
    const rows = [wants('9'), wants('2', { warehouse: '上海仓', key: '2' })];
    expect(cells(checkStock(rows, { lines }))).toEqual([]);
  });

  it('or its batch is short of that batch', () => {
    const lots = [
      { onHand: '2', batch: 'L-1' },
      { onHand: '9', batch: 'L-2' },
    ];
    expect(cells(checkStock([wants('3', { batch: 'L-1' })], { lines: lots }))).toEqual(['F2 stock.short']);
    expect(cells(checkStock([wants('3', { batch: 'L-2' })], { lines: lots }))).toEqual([]);
  });
});

it('says all of it in each language', () => {
  const openDemand = [{ orderNumber: 'SO-3', itemCode: 'A-1', quantity: '8', dueDate: date('2026-11-28') }];
  const items = [
    { code: 'A-1', name: '螺丝', unit: '盒', substitutes: ['B-1'] },
    { code: 'B-1', name: '螺栓' },
  ];
  const lines = [{ onHand: '9' }, arriving('1', '2026-12-02'), { itemCode: 'B-1', onHand: '7' }];
  const [finding] = checkStock([wantsBy('5', '2026-11-30')], { items, lines, openDemand, leadTimeDays: 14 }).findings;
  expect([say(finding, 'zh-Hans'), say(finding, 'zh-Hant')]).toEqual([
    '库存不足：A-1 螺丝 缺 4（需要 5 盒，交期前可用 1 盒）。占用的订单：SO-3（8，2026年11月28日交货）。' +
      '今天下单补货，最早 2026年12月5日可全部交齐。可分批：按期 1 盒、2026年12月2日 1 盒和2026年12月5日 3 盒。' +
      '可替代的现货：B-1 螺栓（7）。',
    '庫存不足：A-1 螺丝 缺 4（需要 5 盒，交期前可用 1 盒）。占用的訂單：SO-3（8，2026年11月28日交貨）。' +
      '今天下單補貨，最早 2026年12月5日可全數交齊。可分批：如期 1 盒、2026年12月2日 1 盒和2026年12月5日 3 盒。' +
      '可替代的現貨：B-1 螺栓（7）。',
  ]);
});

it('one-sheet offices: half the rows exceed a stock that is partly below zero', () => {
  // Stock and order quantity on the same row, no dates, no order numbers.
  const sheet = [
    ['K01', '5', '4'],
    ['K02', '3', '6'],
    ['K03', '-2', '1'],
    ['K04', '8', '8'],
    ['K05', '0', '2'],
    ['K06', '-1', '0'],
  ] as const;
  const items = sheet.map(([code]) => ({ code, unit: '件' }));
  const stock = Object.fromEntries(sheet.map(([code, onHand]) => [code, onHand]));
  const rows = sheet.map(([itemCode, , quantity]) => wants(quantity, { itemCode, order: { key: null } }));
  const { findings } = checkStock(rows, { items, stock });
  expect(findings.map(({ cell, data }) => `${cell} ${data?.item}: ${data?.available} of ${data?.wanted}`)).toEqual([
    'F3 K02: 3 of 6',
    'F4 K03: 0 of 1',
    'F6 K05: 0 of 2',
  ]);
  expect(say(findings[1], 'zh-Hans')).toBe(
    '库存不足：K03 缺 1（需要 1 件，现在可用 0 件；本行没有交期）。库存为负：有 2 件 未入库先售出，到货先补这一部分。',
  );
});
