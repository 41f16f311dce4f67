import { unitOf } from '../check/unit.ts';
import { type Decimal, parseDecimal } from '../value/decimal.ts';
import { chineseNumber } from './numbers.ts';

/** An amount as people say it: 12.5元, 16块2, 3毛5, 两块五, 16元2角5分. */
export interface Money {
  readonly amount: Decimal;
  readonly to: number;
  /** A word of money stands with it: none but an amount can be meant. Of 块 alone, which counts pieces as well, `mayCount`. */
  readonly isNamed: boolean;
  readonly mayCount: boolean;
  /** What follows could be a part of it, or count something: 16块2只. */
  readonly isUnclear: boolean;
}

const digit = '[零〇一二两兩三四五六七八九]';
/** 五毛一个: one of them costs fifty. */
const fen = '\\d|[零〇二两兩三四五六七八九]|一(?=分)';
const figure = /(\d{1,7}(?:,\d{3})*(?:\.\d{1,4})?|[零〇一二两兩三四五六七八九十百千万萬]+)\s*/y;
const moneyWord = /(?:元|块|塊|毛)(?:钱|錢)?/y;
/** After 块: 2, 25, 五, 零五, 2毛5, 半. */
const partsOfYuan = new RegExp(
  `(半)|(\\d|${digit})[毛角](?:(${fen})分?)?|(\\d{1,2})(?!分)|(${digit}(?:[二两三四五六七八九])?)`,
  'y',
);
/** After 毛: 5, 五, 半. */
const partsOfJiao = new RegExp(`(半)|(\\d|${digit})分?`, 'y');
/** What may follow words for a part; else they begin another word: 一块一起发. */
const endsWords = /^(?:$|[^\p{Script=Han}]|[毛角分钱錢每一的含不要税稅])/u;

/** Reads an amount that begins just there; null where none does. */
export function moneyAt(text: string, from: number): Money | null {
  const [whole = '', said = ''] = matchAt(figure, text, from) ?? [];
  const base = said === '' ? null : numberOf(said);
  if (base === null) return null;
  const word = matchAt(moneyWord, text, from + whole.length)?.[0];
  if (word === undefined)
    return isDigits(said)
      ? { amount: base, to: from + said.length, isNamed: false, mayCount: false, isUnclear: false }
      : null;
  const isYuan = !word.startsWith('毛');
  // Nobody says twelve 毛.
  if (!isYuan && !/^\d$/.test(base)) return null;
  const end = from + whole.length + word.length;
  const part = said.includes('.') ? null : partAt(text, end, isYuan);
  const isUnclear = part !== null && beginsWithUnit(text.slice(part.to));
  const counted = isUnclear ? null : part;
  const mayCount = /[块塊]$/.test(word) && counted === null && !base.includes('.');
  // 一块 is "together", 两块 two pieces; 十块一个 a price.
  if (mayCount && !isDigits(said) && !isForEach(text.slice(end))) return null;
  const amount = parseDecimal(amountText(isYuan, base, counted?.decimals ?? ''));
  return amount && { amount, to: counted?.to ?? end, isNamed: true, mayCount, isUnclear };
}

const amountText = (isYuan: boolean, base: Decimal, part: string): string =>
  isYuan ? `${base}${part && `.${part}`}` : `0.${base}${part}`;

interface Part {
  /** As they stand after the point. */
  readonly decimals: string;
  readonly to: number;
}

function partAt(text: string, from: number, isYuan: boolean): Part | null {
  const found = matchAt(isYuan ? partsOfYuan : partsOfJiao, text, from);
  if (!found) return null;
  const to = from + found[0].length;
  const [whole, half, first, second, digits, words] = found;
  if (/^[\d.%]/.test(text.slice(to)) || !(/\d$/.test(whole) || endsWords.test(text.slice(to)))) return null;
  if (half) return { decimals: '5', to };
  if (digits) return { decimals: digits, to };
  return { decimals: [first, second, words].map(plainDigits).join(''), to };
}

const plainDigits = (said: string | undefined): string =>
  Array.from(said ?? '', (sign) => (/\d/.test(sign) ? sign : String(chineseNumber(sign) ?? 0))).join('');

/** 一个, /只, 每箱. */
const isForEach = (after: string): boolean => {
  const found = /^\s*[/每一]\s*/.exec(after);
  return found !== null && beginsWithUnit(after.slice(found[0].length));
};

/** 16块2只: the 2 counts something; in 16块2包邮, 16块2打9折 it doesn't. */
export const beginsWithUnit = (after: string): boolean => {
  if (/^(?:包[邮郵运運税稅送]|打.{1,3}折)/.test(after)) return false;
  const [word = ''] = /^(?:\p{Script=Han}{1,2}|[A-Za-z]+)/u.exec(after) ?? [];
  return [word, word.slice(0, 1)].some((each) => each !== '' && unitOf(each).isKnown);
};

const isDigits = (said: string): boolean => /^\d/.test(said);

const numberOf = (said: string): Decimal | null => {
  if (isDigits(said)) return parseDecimal(said.replaceAll(',', ''));
  const number = chineseNumber(said);
  return number === null ? null : parseDecimal(String(number));
};

function matchAt(shape: RegExp, text: string, from: number): RegExpExecArray | null {
  shape.lastIndex = from;
  return shape.exec(text);
}
