import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentText } from '../../../core/order/content-hash.ts';
import {
  formatNumber,
  letterPaper,
  noticePaper,
  parseInvoiceNumber,
  parseNumber,
  parseOrderNumber,
  parsePaymentNumber,
  parseShipmentNumber,
  parseWriteOffNumber,
  seriesOf,
} from '../../../core/order/number.ts';
import { orderKey } from '../../../core/order/order-key.ts';
import { isClassA } from '../../../core/policy/customer-class.ts';
import type { ParsedLine, ParsedOrder } from '../../../core/sheet/parsed-order.ts';
import type { ShipmentNumber } from '../../../core/shipment/shipment.ts';
import type { Month } from '../../../core/value/date.ts';
import { date, number, quantity } from './sample-order.ts';

const month = '2026-11' as Month;

describe('numbers', () => {
  test('are written per month and read back', () => {
    expect(seriesOf('SO', month)).toBe('SO-202611');
    expect(formatNumber({ kind: 'SO', month, sequence: 42 })).toBe('SO-202611-00042');
    expect(letterPaper(number(42), 2)).toBe('SO-202611-00042-L2');
    expect(noticePaper('DN-202611-00007' as ShipmentNumber)).toBe('DN-202611-00007-N');
    fc.assert(
      fc.property(
        fc.constantFrom('SO' as const, 'DN' as const, 'PAY' as const, 'WO' as const, 'INV' as const),
        fc.integer({ min: 1, max: 9_999_999 }),
        (kind, sequence) => {
          const given = { kind, month, sequence };
          expect(parseNumber(formatNumber(given))).toEqual(given);
        },
      ),
    );
  });

  test.each([
    'SO-202613-00001',
    'SO-202611-00000',
    'SO-202611-1',
    'SO-202611-000001',
    'so-202611-00001',
    'XX-202611-00001',
    '',
  ])('%j is none', (text) => expect(parseNumber(text)).toBeNull());

  test('an order number is no delivery note', () => {
    expect([parseOrderNumber('SO-202611-00001'), parseOrderNumber('DN-202611-00001')]).toEqual([
      'SO-202611-00001',
      null,
    ]);
    expect([parseShipmentNumber('DN-202611-00001'), parseShipmentNumber('SO-202611-00001')]).toEqual([
      'DN-202611-00001',
      null,
    ]);
  });
});

test.each([
  [parsePaymentNumber, 'PAY-202611-00001'],
  [parseWriteOffNumber, 'WO-202611-00001'],
  [parseInvoiceNumber, 'INV-202611-00001'],
])('each money record has a series of its own: %o', (parse, own) => {
  const all = ['SO', 'DN', 'PAY', 'WO', 'INV'].map((kind) => `${kind}-202611-00001`);
  expect(all.filter((text) => parse(text) !== null)).toEqual([own]);
});

describe('order key', () => {
  const parts = { book: 'main', customerCode: 'C001', key: 'PO-17', contentHash: 'h' };

  test('full width, case and blanks make no difference', () => {
    for (const key of ['ＰＯ-17', ' po-17　', 'Po-17']) expect(orderKey({ ...parts, key })).toBe(orderKey(parts));
    expect(orderKey({ ...parts, key: '№７' })).toBe(orderKey({ ...parts, key: 'no7' }));
  });

  test('book, customer and text do; the content only where there is no text', () => {
    for (const other of [{ book: 'b' }, { customerCode: 'C002' }, { key: 'PO-18' }, { key: null }])
      expect(orderKey({ ...parts, ...other })).not.toBe(orderKey(parts));
    expect(orderKey({ ...parts, contentHash: 'other' })).toBe(orderKey(parts));
    expect(orderKey({ ...parts, key: null, contentHash: 'other' })).not.toBe(orderKey({ ...parts, key: null }));
    expect(orderKey({ ...parts, key: 'h' })).not.toBe(orderKey({ ...parts, key: null }));
  });

  test('parts never run into each other', () => {
    const text = fc.string({ maxLength: 4 }).map((part) => part.normalize('NFKC').trim().toLowerCase());
    fc.assert(
      fc.property(text, text, text, text, (a, b, c, d) => {
        const same = a === c && b === d;
        const keyOf = (customerCode: string, key: string) => orderKey({ ...parts, customerCode, key });
        expect(keyOf(a, b) === keyOf(c, d)).toBe(same);
      }),
    );
  });
});

describe('content', () => {
  const row = (at: number, more: Partial<ParsedLine> = {}): ParsedLine => ({
    table: 0,
    row: at,
    itemCode: 'A01',
    quantity: quantity('3'),
    ...more,
  });
  const order = (...lines: ParsedLine[]): ParsedOrder => ({ key: 'PO-1', customer: { code: 'C001' }, lines });

  test('is what the rows say, not where they stand or in which order', () => {
    const rows = [row(4), row(5, { itemCode: 'B02' })] as const;
    const moved = [row(9, { itemCode: 'B02', table: 1 }), row(12)] as const;
    expect(contentText(order(...moved))).toBe(contentText(order(...rows)));
    const shuffled = JSON.parse('{"customer":{"code":"C001"},"lines":[],"key":"PO-1"}') as ParsedOrder;
    expect(contentText({ ...shuffled, lines: rows })).toBe(contentText(order(...rows)));
  });

  test('says nothing of what nobody says: orders posted before a field was known keep their text', () => {
    expect(contentText(order(row(4)))).toBe(
      '{"customer":{"code":"C001"},"key":"PO-1","lines":["{\\"itemCode\\":\\"A01\\",\\"quantity\\":\\"3\\"}"]}',
    );
  });

  test('changes with any field, and with a line more', () => {
    const base = contentText(order(row(4)));
    for (const changed of [
      order(row(4, { quantity: quantity('4') })),
      order(row(4, { remark: 'x' })),
      order(row(4, { address: 'Pier 9' })),
      order(row(4, { batch: 'L-1' })),
      order(row(4, { agreedArrival: date('2026-12-24') })),
      order(row(4), row(5)),
    ])
      expect(contentText(changed)).not.toBe(base);
    expect(contentText({ ...order(row(4)), poNumber: '7' })).not.toBe(base);
  });
});

test.each([
  ['A', true],
  ['a', true],
  ['Ａ类', true],
  [' A級 ', true],
  ['AA', false],
  ['B', false],
  ['', false],
  [undefined, false],
])('customer class %j is class A: %j', (text, expected) => expect(isClassA(text)).toBe(expected));
