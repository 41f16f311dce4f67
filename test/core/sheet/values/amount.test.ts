import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMoney, parseQuantity, parseThreshold } from '../../../../core/sheet/values/amount.ts';
import { parseNumber } from '../../../../core/sheet/values/number.ts';
import { saidBy, shown } from './shown.ts';

const quantity = (text: string) => parseQuantity(text, 'point');
const money = (text: string) => parseMoney(text, 'point');

describe('quantities typed as text', () => {
  it.each([
    ['１２３４．５', '1234.5', undefined],
    ['12。5', '12.5', undefined],
    ['5000件', '5000', '件'],
    ['5 箱', '5', '箱'],
    ['5\u00a0箱\u200b', '5', '箱'],
    ['2打', '2', '打'],
    ['12 pcs.', '12', 'pcs'],
    ['1,200 PCS', '1200', 'PCS'],
    ['5块', '5', '块'],
    ['5㎡', '5', 'm2'],
    ['5千克', '5', '千克'],
    ['5kg', '5', 'kg'],
    ['5千', '5000', undefined],
    ['3千件', '3000', '件'],
    ['5k', '5000', undefined],
    ['1.2万', '12000', undefined],
    ['3百万', '3000000', undefined],
    ['2亿', '200000000', undefined],
    ['3百件', '300', '件'],
    ['3萬件', '30000', '件'],
    ['-5箱', '-5', '箱'],
    ['−5', '-5', undefined],
    ['(5)', '-5', undefined],
    ['5-', '-5', undefined],
    ['+5', '5', undefined],
    ["'5", '5', undefined],
    ['1.2E+05', '120000', undefined],
    ['-', 'empty', undefined],
    ['  ', 'empty', undefined],
    ['无', 'empty', undefined],
    ['N/A', 'empty', undefined],
    ['12,5件', 'ambiguous 12.5 125', undefined],
    ['-12,5', 'ambiguous -12.5 -125', undefined],
    ['1,2万', 'ambiguous 12000 120000', undefined],
  ])('%s → %s %s', (text, expected, unit) => {
    expect(shown(quantity(text))).toBe(expected);
    expect(saidBy(quantity(text))?.quantityUnit).toBe(unit);
  });

  it.each([
    'abc',
    '12 - 1 kg',
    '--5',
    '(-5)',
    '3/5',
    '约500',
    '500左右',
    '500以上',
    '5000多件',
    '5箱半',
    '500起',
    '5 or',
    '三箱',
    'M8',
    '12M8',
    '元',
    '5元',
    '￥5',
    '5%',
    '24/箱',
    '3箱(72瓶)',
    `${'9'.repeat(21)}万`,
    '99999999999999999999万',
    '1'.repeat(61),
  ])('%s is no quantity', (text) => expect(shown(quantity(text))).toBe('not-a-number'));
});

describe('quantities in packs', () => {
  const of24 = (more: object) => ({ packs: { count: '3', unit: '箱', size: '24', ...more } });
  const bottles = { quantityUnit: '瓶', ...of24({ sizeUnit: '瓶' }) };
  it.each([
    ['3箱×24', '72', of24({})],
    ['３箱＊２４', '72', of24({})],
    ['3箱 x 24', '72', of24({})],
    ['3箱*24瓶', '72', bottles],
    ['24瓶×3箱', '72', bottles],
    ['24×3箱', '72', of24({})],
    ['3箱*24瓶=72', '72', bottles],
    ['3箱*24=72瓶', '72', { quantityUnit: '瓶', ...of24({ sizeUnit: '瓶' }) }],
    ['3箱(24瓶/箱)', '72', bottles],
    ['3箱（每箱24瓶）', '72', bottles],
    ['-3箱×24', '-72', { packs: { count: '-3', unit: '箱', size: '24' } }],
    ['3箱×24盒', '72', { quantityUnit: '盒', ...of24({ sizeUnit: '盒' }) }],
    ['3 ctn x 24 pcs', '72', { quantityUnit: 'pcs', packs: { count: '3', unit: 'ctn', size: '24', sizeUnit: 'pcs' } }],
    ['1.5箱×24', '36', { packs: { count: '1.5', unit: '箱', size: '24' } }],
    ['3*24', '72', undefined],
  ])('%s → %s', (text, expected, said) => {
    expect(shown(quantity(text))).toBe(expected);
    expect(saidBy(quantity(text))).toEqual(said);
  });

  it('asks where the product is another number, or a factor has two readings', () => {
    expect(shown(quantity('3箱*24=70'))).toBe('ambiguous 72 70');
    expect(shown(quantity('3箱*24=7,0'))).toBe('ambiguous');
    expect(shown(quantity('3箱*1,2'))).toBe('ambiguous 1.2 12');
    expect(shown(quantity('1,2箱*3'))).toBe('ambiguous 1.2 12');
  });

  it('asks for the total of several amounts, and offers it where units agree', () => {
    expect(shown(quantity('3箱+5瓶'))).toBe('several-amounts');
    expect(shown(quantity('3箱5瓶'))).toBe('several-amounts');
    expect(shown(quantity('3箱零5瓶'))).toBe('several-amounts');
    expect(shown(quantity('3箱+5'))).toBe('several-amounts');
    expect(shown(quantity('100+5'))).toBe('several-amounts 105 100');
    expect(shown(quantity('100送5'))).toBe('several-amounts 105 100');
    expect(shown(quantity('100件+5件'))).toBe('several-amounts 105 100');
    expect(shown(quantity('100+1,2'))).toBe('several-amounts');
  });
});

it.each([
  ['≥500', '500'],
  ['>=1,000', '1000'],
  ['500以上', '500'],
  ['500及以上', '500'],
  ['500起订', '500'],
  ['500+', '500'],
  ['500 and up', '500'],
  ['MOQ: 500', '500'],
  ['500', '500'],
  ['<500', 'not-a-number'],
])('as a least quantity, %s is %s', (text, expected) => expect(shown(parseThreshold(text, 'point'))).toBe(expected));

describe('prices typed as text', () => {
  it.each([
    ['￥5,000', '5000', { currency: '¥' }],
    ['¥ 5,000.00', '5000', { currency: '¥' }],
    ['5000元', '5000', undefined],
    ['5000 元整', '5000', undefined],
    ['5块', '5', undefined],
    ['1.2万元', '12000', undefined],
    ['人民币5000元', '5000', { currency: '人民币' }],
    ['NT$1,200', '1200', { currency: 'NT$' }],
    ['US$ 3.5', '3.5', { currency: 'US$' }],
    ['RMB: 3.5', '3.5', { currency: 'RMB' }],
    ['12.5 USD', '12.5', { currency: 'USD' }],
    ['12.5 dollars', '12.5', undefined],
    ['-￥5', '-5', { currency: '¥' }],
    ['￥-5', '-5', { currency: '¥' }],
    ['￥(5.00)', '-5', { currency: '¥' }],
    ['(￥5)', '-5', { currency: '¥' }],
    ['￥5-', '-5', { currency: '¥' }],
    ['12.5元/箱', '12.5', { priceUnit: '箱' }],
    ['12.5 / pcs', '12.5', { priceUnit: 'pcs' }],
    ['12.5每箱', '12.5', { priceUnit: '箱' }],
    ['12.5/1000只', '12.5', { priceUnit: '1000只' }],
    ['$3 per pc.', '3', { currency: '$', priceUnit: 'pc' }],
    ['无', 'empty', undefined],
    ['5,00', 'ambiguous 5 500', undefined],
    ['5件', 'not-a-number', undefined],
    ['5%', 'not-a-number', undefined],
    ['3/5', 'not-a-number', undefined],
    ['$$5', 'not-a-number', undefined],
    ['usdx5', 'not-a-number', undefined],
    ['12.5含税', 'not-a-number', undefined],
    ['-(5)', 'not-a-number', undefined],
  ])('%s → %s', (text, expected, said) => {
    expect(shown(money(text))).toBe(expected);
    expect(saidBy(money(text))).toEqual(said);
  });
});

it('reads any number for a look at a column', () => {
  expect(['5%', '5件', '￥1,234', ''].map((text) => shown(parseNumber(text)))).toEqual(['0.05', '5', '1234', 'empty']);
});

describe('any amount', () => {
  const amount = fc.tuple(fc.bigInt(1n, 10n ** 12n), fc.integer({ min: 0, max: 9999 })).map(([whole, part]) => {
    const decimals = String(part).padStart(4, '0');
    const groups = (sign: string): string => whole.toString().replace(/\B(?=(\d{3})+$)/g, sign);
    return {
      plain: `${whole}.${decimals}`.replace(/\.?0+$/, ''),
      texts: [
        `${whole}.${decimals}`,
        `${groups(',')}.${decimals}`,
        `${groups(' ')}.${decimals}`,
        `${groups("'")}.${decimals}`,
      ],
      european: `${groups('.')},${decimals}`,
    };
  });
  const wide = (text: string): string =>
    text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

  it('reads back however it is dressed up, negative or not', () => {
    const before = fc.constantFrom('', '￥', '$', 'RMB ', 'NT$', ' ');
    const after = fc.constantFrom('', '元', ' USD', '/件', ' ');
    fc.assert(
      fc.property(amount, before, after, ({ plain, texts, european }, front, back) => {
        const none = plain === '0';
        expect(shown(parseMoney(`${front}${european}${back}`, 'comma'))).toBe(plain);
        for (const text of [...texts, ...texts.map(wide)]) {
          expect(shown(money(`${front}${text}${back}`))).toBe(plain);
          for (const negative of [`(${front}${text}${back})`, `-${front}${text}${back}`, `${front}-${text}${back}`])
            expect(shown(money(negative))).toBe(none ? '0' : `-${plain}`);
          expect(shown(quantity(`${text}件`))).toBe(plain);
        }
      }),
    );
  });

  it('reads its own value again', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0179.,- 件箱×￥元万千k%/()+e') }), (text) => {
        for (const parse of [quantity, money]) {
          const reading = parse(text);
          if (reading.kind === 'value') expect(shown(parse(reading.value))).toBe(reading.value);
        }
      }),
    );
  });

  it('never throws, and gives only what a Decimal carries, whatever is typed', () => {
    const pieces = fc.constantFrom(...'0 7 12 345 , . - ( ) % ￥ 元 万 千 件 箱 × e ５ / + =  送 USD'.split(' '), ' ');
    const anything = fc.oneof(
      fc.array(fc.nat({ max: 0xffff })).map((units) => String.fromCharCode(...units)),
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: pieces }),
    );
    fc.assert(
      fc.property(anything, fc.constantFrom('point' as const, 'comma' as const, null), (text, mark) => {
        for (const reading of [
          parseQuantity(text, mark),
          parseMoney(text, mark),
          parseThreshold(text, mark),
          parseNumber(text),
        ]) {
          const values =
            reading.kind === 'value' ? [reading.value] : reading.kind === 'unreadable' ? (reading.choices ?? []) : [];
          for (const value of values) expect(value).toMatch(/^-?\d{1,20}(\.\d{1,10})?$/);
        }
      }),
    );
  });
});
