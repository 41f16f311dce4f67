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
