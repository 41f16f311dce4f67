import { describe, expect, it, test } from 'vitest';
import { locales } from '../../../core/policy/locale.ts';
import { entryText } from '../../../desk/order/entry-text.ts';
import { textsIn } from '../../../locales/index.ts';
import { sideTellings } from '../../../server/app/history/side-records.ts';

const languageOf = (locale: (typeof locales)[number]) =>
  ({ t: textsIn(locale), locale }) as unknown as Parameters<typeof entryText>[1];

const money = [
  'opening-recorded',
  'payment-allocated',
  'allocation-released',
  'payment-reversed',
  'debt-written-off',
  'write-off-undone',
];
const told = [
  ...Object.values(sideTellings).flatMap((tellings) => Object.keys(tellings)),
  ...money,
  'invoice-recorded',
  'invoice-reversed',
];
const places = {
  record: 'CR-202611-00001',
  on: '2026-11-21',
  to: '李四',
  order: 'SO-202611-00002',
  department: 'finance',
  channel: 'phone',
  role: 'director',
  amount: '1250.5',
  currency: 'CNY',
  number: '26332000',
  communication: '5',
  speed: '4',
  attitude: '3',
};

describe.each(locales)('in %s', (locale) => {
  it.each(told)('%s is worded, with every place filled', (type) => {
    const text = entryText({ type, data: places }, languageOf(locale));
    expect(text).not.toContain('{{');
    expect(text).not.toContain('event.');
  });
});

test('days, amounts, departments and steps are written as the reader writes them', () => {
  const say = (type: string, data: Record<string, string>, reason?: string) =>
    entryText({ type, data, ...(reason !== undefined && { reason }) }, languageOf('en'));
  expect(say('payment-allocated', { record: 'PAY-1', amount: '1250.5', currency: 'CNY' })).toMatch(/1,250\.50/);
  expect(
    say('change-cosigned', { record: 'CR-1', department: 'finance', context: 'against', statement: 'too dear' }),
  ).toBe('co-signed against CR-1 for Finance: too dear');
  expect(say('step-signed', { step: 'credit:finance-manager', verdict: 'agree' }, 'alone')).toMatch(
    /^signed .*: alone$/,
  );
  expect(say('hold-released', { record: 'HD-1' }, 'paid')).toBe('released HD-1: paid');
});
