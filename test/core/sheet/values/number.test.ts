import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberOf, parseDiscountWord, parseNumber } from '../../../../core/sheet/values/number.ts';

const read = (text: string): string => {
  const reading = parseNumber(text);
  return reading.kind === 'value' ? reading.value : reading.kind === 'empty' ? 'empty' : reading.problem;
};

describe('numbers typed as text', () => {
  it.each([
    ['１２３４．５', '1234.5'],
    ['￥5,000', '5000'],
    ['¥ 5,000.00', '5000'],
    ['5000元', '5000'],
    ['5000 元整', '5000'],
    ['NT$1,200', '1200'],
    ['US$ 3.5', '3.5'],
    ['RMB 3.5', '3.5'],
    ['12.5 USD', '12.5'],
    ['5000件', '5000'],
    ['12 pcs.', '12'],
    ['5千克', '5'],
    ['5千', '5000'],
    ['1.2万', '12000'],
    ['3万件', '30000'],
    ['3箱×24', '72'],
    ['3*24瓶', '72'],
    ['0.35元/件', '0.35'],
    ['5%', '0.05'],
    ['５％', '0.05'],
    ['-5', '-5'],
    ['−5', '-5'],
    ['(1,200.50)', '-1200.5'],
    ['5-', '-5'],
    ['1 234 567', '1234567'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['1e3', '1000'],
    ['-', 'empty'],
    ['  ', 'empty'],
    ['无', 'empty'],
    ['N/A', 'empty'],
    ['12,5', 'ambiguous'],
    ['1.234,56', 'ambiguous'],
    ['abc', 'not-a-number'],
    ['12 - 1 kg', 'not-a-number'],
    ['1,23,456', 'not-a-number'],
    ['1 2', 'not-a-number'],
    ['--5', 'not-a-number'],
    ['3/5', 'not-a-number'],
    ['约500', 'not-a-number'],
    ['M8', 'not-a-number'],
    ['元', 'not-a-number'],
  ])('%s → %s', (text, expected) => expect(read(text)).toBe(expected));

  const amount = fc.tuple(fc.bigInt(0n, 10n ** 12n), fc.integer({ min: 0, max: 9999 })).map(([whole, part]) => ({
    grouped: `${whole.toString().replace(/\B(?=(\d{3})+$)/g, ',')}.${String(part).padStart(4, '0')}`,
    plain: `${whole}.${String(part).padStart(4, '0')}`.replace(/\.?0+$/, ''),
  }));
  const wide = (text: string): string =>
    text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

  it('reads a number however it is dressed up', () => {
    fc.assert(
      fc.property(
        amount,
        fc.constantFrom('', '￥', '$', 'RMB '),
        fc.constantFrom('', '元', ' pcs', '件', ' '),
        ({ grouped, plain }, before, after) => {
          expect(read(`${before}${grouped}${after}`)).toBe(plain);
          expect(read(wide(grouped))).toBe(plain);
          expect(read(`(${grouped})`)).toBe(plain === '0' ? '0' : `-${plain}`);
        },
      ),
    );
  });

  it('never throws and never gives more decimals than a Decimal carries', () => {
    const pieces = fc.constantFrom(
      '0',
      '7',
      '12',
      '345',
      ',',
      '.',
      '-',
      '(',
      ')',
      '%',
      '￥',
      '元',
      '万',
      '千',
      '件',
      '箱',
      '×',
      'e',
      '５',
      ' ',
      '/',
    );
    fc.assert(
      fc.property(fc.string({ unit: pieces }), (text) => {
        const reading = parseNumber(text);
        if (reading.kind === 'value') expect(reading.value).toMatch(/^-?\d+(\.\d{1,10})?$/);
      }),
    );
  });
});

describe('number cells', () => {
  it('are exact to what Excel shows, with at most ten decimals', () => {
    expect(numberOf(0.1 + 0.2)).toMatchObject({ value: '0.3' });
    expect(numberOf(100 / 3)).toMatchObject({ value: '33.3333333333' });
    expect(numberOf(198482527105)).toMatchObject({ value: '198482527105' });
    expect(numberOf(Number.NaN)).toMatchObject({ kind: 'unreadable' });
  });
});

it('understands discounts that name what is paid', () => {
  expect(['9折', '85折', '9.5折', '９折', '折', '9'].map(parseDiscountWord)).toEqual([
    '0.1',
    '0.15',
    '0.05',
    '0.1',
    null,
    null,
  ]);
});
