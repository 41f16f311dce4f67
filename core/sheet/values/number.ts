import { type Decimal, divide, multiply, negate } from '../../value/decimal.ts';
import { carried, type DecimalMark, readDigits } from './digits.ts';
import { change, empty, type Reading, unreadable } from './reading.ts';
import { typedText } from './typed-text.ts';

/** A number somebody typed, taken apart: `-￥1.2万元/箱` is negative, money, 1.2, four zeros, per 箱. */
export interface Figure {
  readonly number: Reading<Decimal>;
  /** Dressed as money: ￥, 元, USD. */
  readonly money: boolean;
  readonly percent: boolean;
  /** 件, pcs behind the number; 块 is a coin and a piece: then both money and unit. */
  readonly unit?: string;
  /** 箱 of /箱, 每箱, per box; 1000只 of /1000只. */
  readonly per?: string;
}

const nothing = /^(?:-+|[/\\_]+|无|無|n\/?a|null|none|nil)$/i;
const moneyWords =
  '人民[币幣]|新[台臺][币幣]|[台臺][币幣]|港[币幣元]|美[元金]|[欧歐]元|日[元圓]|英[镑鎊]|rmb|cny|usd|hkd|twd|ntd|eur|gbp|jpy|sgd|aud|cad|[¥$€£]';
const moneyBefore = new RegExp(`^(?:(?:us|hk|nt|cn|au|ca|s|a|c)[$¥]|${moneyWords})\\s*:?\\s*(?![a-z])`, 'i');
const moneyAfter = new RegExp(`\\s*(?:元[整正]|[圆圓][整正]|[元圆圓块塊]|dollars?|(?<![a-z])(?:${moneyWords}))$`, 'i');
const perUnit = /\s*(?:\/|每|(?<![a-z])per )\s*((?:\d{1,6} ?)?\p{L}[\p{L}\d]{0,11})\.?$/iu;
/** 1.2万, 3百万, 5千, 2k; but 5千克 is five kilograms and 5kg no 5,000 g. */
const body =
  /^((?:\d[\d.,' ]*|\.\d+)(?:(?<=\d)e[+-]?\d{1,3}(?![\p{L}\d]))?)\s*([百千]?[万萬]|[亿億]|千(?![克米瓦卡帕赫伏升安])|百|k(?!\p{L}))?\s*(%|\p{L}[\p{L}.]{0,14}[23]?)?$/iu;
/** Words that make the number a rough one, or another: 500左右, 5000多件, 5箱半. */
const vague =
  /左右|上下|以[上下内內]|之?[内內]$|^[余餘多几幾来來]|半|起$|起[订訂]|不到|^(?:approx|about|max|min|to|or|and|x|up)$/i;
const zeros: Readonly<Record<string, number>> = { 百: 2, 千: 3, k: 3, 万: 4, 萬: 4, 亿: 8, 億: 8 };

/** Nobody writes a number this long; a cell may hold 32,767 characters. */
const longest = 60;
const ten = (power: number): Decimal => `1${'0'.repeat(power)}` as Decimal;

/**
 * Null when nothing is in the cell. What is no number at all comes back as a figure whose number can't be read.
 * @param mark the column's decimal mark, where it is known
 */
export function figureIn(typed: string, mark: DecimalMark | null): Figure | null {
  const text = typedText(typed);
  if (text === '' || nothing.test(text)) return null;
  const bare = text.length > longest ? null : undress(text);
  const per = bare && perUnit.exec(bare.rest);
  const without = per ? bare.rest.slice(0, per.index) : (bare?.rest ?? '');
  const counted = without.replace(moneyAfter, '');
  const found = body.exec(counted);
  const [, digits = '', scale = '', last = ''] = found ?? [];
  if (!bare || !found || vague.test(last)) return { number: unreadable('not-a-number'), money: false, percent: false };
  const percent = last === '%';
  const power = [...scale.toLowerCase()].reduce((sum, word) => sum + (zeros[word] ?? 0), 0);
  const number = change(readDigits(digits.trim(), mark), (size) => {
    const scaled = percent ? divide(size, ten(2)) : multiply(size, ten(power));
    return bare.negative ? negate(scaled) : scaled;
  });
  const unit = percent ? '' : last.replace(/\.$/, '') || (/[块塊]$/.exec(without)?.[0] ?? '');
  return {
    number: carried(number),
    money: bare.money || counted !== without,
    percent,
    ...(unit && { unit }),
    ...(per?.[1] && { per: per[1] }),
  };
}

/** Takes off sign and currency, in any order: -￥5, ￥-5, (￥5), ￥(5), 5-. Null when there are two signs. */
export function undress(text: string): { rest: string; negative: boolean; money: boolean } | null {
  let rest = text;
  let money = false;
  const signs: string[] = [];
  for (let before = ''; before !== rest; ) {
    before = rest;
    const sign = /^[+-]\s*/.exec(rest)?.[0] ?? '';
    const currency = sign || money ? '' : (moneyBefore.exec(rest)?.[0] ?? '');
    const inside = /^\((.+)\)$/.exec(rest)?.[1];
    if (sign) signs.push(sign.trim());
    if (currency) money = true;
    if (inside !== undefined) signs.push('-');
    rest = (inside ?? rest.slice(sign.length + currency.length)).trim();
  }
  const trailing = /^(.*\d.*)-$/.exec(rest)?.[1];
  if (trailing !== undefined) signs.push('-');
  return signs.length > 1 ? null : { rest: (trailing ?? rest).trim(), negative: signs[0] === '-', money };
}

/** Any number, whatever stands beside it: for looking at columns, not for values. */
export function parseNumber(typed: string): Reading<Decimal> {
  return figureIn(typed, 'point')?.number ?? empty;
}
