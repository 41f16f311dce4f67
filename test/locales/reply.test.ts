import { describe, expect, it } from 'vitest';
import type { Finding } from '../../core/check/finding.ts';
import type { PlainDate } from '../../core/value/date.ts';
import type { Decimal } from '../../core/value/decimal.ts';
import { textsIn } from '../../locales/index.ts';
import { languageOfCustomer, replyToOpen, replyToPosted } from '../../locales/reply.ts';

const decimal = (value: string) => value as Decimal;

describe('the answer to a posted order', () => {
  const order = {
    key: 'CG-118',
    number: 'SO-202611-00042',
    lines: [
      {
        itemCode: 'QF002',
        itemName: '法兰',
        quantity: decimal('1200'),
        unit: '件',
        promised: '2026-12-03' as PlainDate,
      },
      { itemCode: 'B-10', itemName: '', quantity: decimal('5') },
    ],
  };

  it('names items, quantities, dates and our number, in each language', () => {
    expect(replyToPosted(order, textsIn('en'), 'en')).toBe(
      [
        'Thank you, we have your order CG-118. Our number: SO-202611-00042.',
        '- QF002 法兰: 1,200 件, ready on Dec 3, 2026',
        '- B-10: 5',
        'We will confirm the date soon.',
      ].join('\n'),
    );
    expect(replyToPosted(order, textsIn('zh-Hans'), 'zh-Hans')).toContain(
      '您好，订单 CG-118 已收到，我方编号 SO-202611-00042',
    );
    expect(replyToPosted(order, textsIn('zh-Hant'), 'zh-Hant')).toContain('交期');
  });

  it('gives the day it was put off to', () => {
    const lines = order.lines.map((line) => ({ ...line, postponed: '2026-12-09' as PlainDate }));
    const late = { ...order, lines };
    expect(replyToPosted(late, textsIn('en'), 'en')).toContain('Dec 9, 2026');
    expect(replyToPosted(late, textsIn('en'), 'en')).not.toContain('Dec 3, 2026');
  });
});

describe('the answer to an order that is not taken yet', () => {
  const line = { table: 0, row: 4, itemCode: 'QF002', quantity: decimal('120'), unit: '件' };
  const at = { severity: 'warning', sheet: '订单', cell: 'H5', row: 4, column: 7, order: 'CG-118' } as const;
  const asked = (...findings: Finding[]) =>
    replyToOpen({ key: 'CG-118', lines: [line] }, findings, textsIn('en'), 'en');

  it('asks what only the customer can say', () => {
    const said = asked(
      { ...at, code: 'stock.short', data: { complete: '2026-12-03' } },
      {
        ...at,
        code: 'price.not-list',
        expected: { kind: 'money', value: '12.5', currency: 'CNY' },
        actual: { kind: 'money', value: '11.8', currency: 'CNY' },
      },
      { ...at, code: 'field.missing', data: { field: 'dueDate' } },
    );
    expect(said).toContain('- QF002: 120 件 can be ready on Dec 3, 2026 at the earliest. Is that all right?');
    expect(said).toContain('your price is ¥11.80, ours is ¥12.50');
    expect(said.split('\n')).toHaveLength(4);
  });

  it('asks for another item where his is discontinued, and of that row nothing else', () => {
    const gone = { ...at, code: 'item.discontinued', severity: 'error', data: { item: 'QF002' } } as const;
    const short = { ...at, code: 'stock.short', data: { complete: '2026-12-03' } } as const;
    expect(asked(gone, short).split('\n').slice(1)).toEqual([
      '- QF002: we are sorry, this item is discontinued. Which item would you like instead?',
    ]);
    const inChinese = replyToOpen({ key: 'CG-118', lines: [line] }, [gone], textsIn('zh-Hans'), 'zh-Hans');
    expect(inChinese).toContain('- QF002：很抱歉，这款已停产，请问换哪一款？');
  });

  it('says how much there is of what is short', () => {
    const expected = { kind: 'quantity', value: '80', unit: '件' } as const;
    const short = { ...at, code: 'stock.short', expected } as const;
    expect(asked({ ...short, data: { available: '80', complete: '2026-12-03' } })).toContain(
      '80 件 of 120 件 are available; all of it can be ready on Dec 3, 2026',
    );
    expect(asked({ ...short, data: { available: '80' } })).toContain('80 件 of 120 件 are available; we are looking');
    expect(asked({ ...short, data: { available: '0' } })).toContain("we don't have all of 120 件 in stock");
  });

  it('asks about a day once: a shortage names it, too', () => {
    const soon = {
      ...at,
      code: 'due-date.too-soon',
      expected: { kind: 'date', value: '2026-12-05' },
      actual: { kind: 'date', value: '2026-11-25' },
    } as const;
    const short = { ...at, code: 'stock.short', data: { complete: '2026-12-03' } } as const;
    expect(asked(soon)).toContain("we can't have it ready by Nov 25, 2026; Dec 5, 2026 is the earliest");
    expect(asked(soon, short)).not.toContain('Dec 5');
  });

  const text = (value: string) => ({ kind: 'text', value }) as const;
  const pieces = (value: string) => ({ kind: 'quantity', value, unit: '件' }) as const;
  const day = (value: string) => ({ kind: 'date', value }) as const;
  const ofCustomers: readonly Pick<Finding, 'code' | 'expected' | 'actual' | 'data'>[] = [
    { code: 'item.unknown' },
    { code: 'item.ambiguous' },
    { code: 'item.discontinued' },
    { code: 'region.not-allowed' },
    { code: 'item.name-differs', expected: text('法兰'), actual: text('螺母') },
    { code: 'item.specification-differs', expected: text('M8'), actual: text('M10') },
    { code: 'item.unit-differs', expected: text('件'), actual: text('箱') },
    { code: 'quantity.unit-differs', expected: text('件'), actual: text('箱') },
    { code: 'quantity.unit-unclear', expected: text('件'), actual: text('包') },
    { code: 'quantity.not-positive', actual: pieces('0') },
    { code: 'quantity.below-minimum', expected: pieces('200'), actual: pieces('120') },
    { code: 'quantity.not-multiple', expected: pieces('50'), actual: pieces('120') },
    { code: 'quantity.unusual', expected: pieces('12'), actual: pieces('120') },
    { code: 'quantity.fraction', actual: pieces('1.5') },
    { code: 'quantity.packs-differ', expected: pieces('240'), actual: pieces('120') },
    { code: 'price.not-list', expected: text('12.5'), actual: text('11.8') },
    { code: 'stock.short', expected: pieces('80'), data: { available: '80', complete: '2026-12-03' } },
    { code: 'stock.short', expected: pieces('80'), data: { available: '80' } },
    { code: 'stock.short', data: { complete: '2026-12-03' } },
    { code: 'stock.unlisted', actual: pieces('120') },
    { code: 'due-date.past', expected: day('2026-11-23'), actual: day('2026-11-02') },
    { code: 'due-date.non-working', actual: day('2026-11-28') },
    { code: 'due-date.too-soon', expected: day('2026-12-05'), actual: day('2026-11-25') },
    { code: 'due-date.unusual', actual: day('2062-11-25') },
    { code: 'due-date.before-order', expected: day('2026-11-20'), actual: day('2026-11-19') },
    { code: 'field.missing', data: { field: 'dueDate' } },
    { code: 'field.unreadable', actual: text('年前'), data: { field: 'dueDate' } },
    { code: 'line.duplicate', actual: text('QF002') },
    { code: 'order.repeated', data: { first: '订单 A3' } },
    { code: 'order.posted-before', data: { number: 'SO-202611-00001', on: '2026-11-20' } },
  ];

  it.each(['en', 'zh-Hans', 'zh-Hant'] as const)('asks politely about all a customer can say, in %s', (locale) => {
    for (const seen of ofCustomers) {
      const said = replyToOpen({ key: null, lines: [line] }, [{ ...at, ...seen }], textsIn(locale), locale).split('\n');
      expect(said, seen.code).toHaveLength(2);
      expect(said[1], seen.code).toMatch(/^- .*[?？。.]$/);
      expect(said[1], seen.code).not.toMatch(/\{\{|undefined|reply\./);
    }
  });

  it('leaves to the clerk what is certain, and returns', () => {
    const fix = { sheet: '订单', cell: 'H5', row: 4, column: 7, value: 72 };
    const sure = { ...at, code: 'quantity.unit-differs', expected: pieces('72'), actual: text('3箱'), fix } as const;
    const back = { ...at, code: 'quantity.not-positive', actual: pieces('-3'), data: { context: 'return' } } as const;
    expect(asked(sure, back)).toContain('We are checking it');
  });

  it('keeps what is ours to itself', () => {
    expect(
      asked({ ...at, code: 'price.low-margin' }, { ...at, code: 'field.missing', data: { field: 'orderKey' } }),
    ).toBe('Thank you, we have your order CG-118. We are checking it and will confirm it soon.');
  });
});

it('a customer is written to in his language', () => {
  expect(languageOfCustomer('华东精密', 'en')).toBe('zh-Hans');
  expect(languageOfCustomer('華東精密', 'zh-Hant')).toBe('zh-Hant');
  expect(languageOfCustomer('Alfreds Futterkiste', 'zh-Hans')).toBe('en');
});
