import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rmbCapitals } from '../../../core/document/capitals.ts';
import type { Decimal } from '../../../core/value/decimal.ts';

const capitals = (amount: string) => rmbCapitals(amount as Decimal);

describe('RMB capitals (X6)', () => {
  it.each([
    ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
    ['325.04', '叁佰贰拾伍元零肆分'],
    ['107000.53', '壹拾万柒仟元零伍角叁分'],
    ['1680.32', '壹仟陆佰捌拾元零叁角贰分'],
    ['10', '壹拾元整'],
    ['100000001', '壹亿零壹元整'],
    ['1010.1', '壹仟零壹拾元零壹角整'],
    ['21.5', '贰拾壹元伍角整'],
    ['0', '零元整'],
    ['0.5', '伍角整'],
    ['0.05', '伍分'],
    ['0.004', '零元整'],
    ['-12.3', '负壹拾贰元叁角整'],
    ['0.055', '陆分'],
  ])('%s is written %s', (amount, expected) => {
    expect(capitals(amount)).toBe(expected);
  });

  it('has its own traditional form', () => {
    expect(rmbCapitals('-26400.35' as Decimal, 'zh-Hant')).toBe('負貳萬陸仟肆佰元零參角伍分');
  });

  it('reads back as the amount, whatever the amount', () => {
    const cents = fc.oneof(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.bigInt({ min: 0n, max: 200_000n }), zeroRich());
    fc.assert(
      fc.property(cents, fc.boolean(), (value, negative) => {
        const signed = negative ? -value : value;
        expect(readCents(capitals(decimalOf(signed)))).toBe(signed);
      }),
      { numRuns: 2000 },
    );
  });

  it('says 整 after 元 and 角, and never after 分; never two zeros in a row', () => {
    fc.assert(
      fc.property(zeroRich(), (cents) => {
        const text = capitals(decimalOf(cents));
        expect(text).toMatch(/(元整|角整|分)$/);
        expect(text).not.toMatch(/零零|分整|零[万亿]/);
      }),
    );
  });
});

/** Amounts full of zeros, where the rules of 零 live. */
const zeroRich = () =>
  fc
    .array(fc.constantFrom('0', '0', '0', '1', '7'), { minLength: 1, maxLength: 15 })
    .map((digits) => BigInt(digits.join('')));

function decimalOf(cents: bigint): Decimal {
  const [sign, value] = cents < 0n ? ['-', -cents] : ['', cents];
  return `${sign}${value / 100n}.${String(value % 100n).padStart(2, '0')}` as Decimal;
}

/** Reads capitals the way a bank clerk does, independent of how they were written. */
function readCents(text: string): bigint {
  const [, minus, yuan = '', jiao, fen] = /^(负)?(?:(.+)元)?零?(?:(.)角)?零?(?:(.)分)?整?$/u.exec(text) ?? [];
  const digit = (char: string | undefined) => BigInt(char ? '零壹贰叁肆伍陆柒捌玖'.indexOf(char) : 0);
  const cents = readInteger(yuan) * 100n + digit(jiao) * 10n + digit(fen);
  return minus ? -cents : cents;
}

function readInteger(text: string): bigint {
  for (const [unit, worth] of [
    ['亿', 10n ** 8n],
    ['万', 10n ** 4n],
    ['仟', 1000n],
    ['佰', 100n],
    ['拾', 10n],
  ] as const) {
    const at = text.lastIndexOf(unit);
    if (at >= 0) return readInteger(text.slice(0, at)) * worth + readInteger(text.slice(at + 1));
  }
  return BigInt('零壹贰叁肆伍陆柒捌玖'.indexOf(text.replace(/^零+(?=.)/, '') || '零'));
}
