import { unitOf } from '../check/unit.ts';
import type { Decimal } from '../value/decimal.ts';
import { beginsWithUnit, type Money, moneyAt } from './money.ts';
import { type Sureness, type Taken, taken } from './said.ts';

export interface SaidPrice {
  readonly price: Decimal;
  /** 箱 of "12.5元/箱". */
  readonly per?: string;
  /** 20块 are twenty pieces as well. */
  readonly mayCount?: true;
}

interface Shape {
  /** What stands right before the amount. */
  readonly before: RegExp;
  /** Of amounts with no word of money: what has to stand behind them. */
  readonly behind?: RegExp;
  readonly isNamed?: true;
}

/** The first that fits decides. */
const shapes: readonly Shape[] = [
  // 单价12.5, price: 12.50, @3.20
  {
    before:
      /(?:含税|未税)?(?:单价|單價|价格|價格|价|價|unit\s*price|price|@|\bat\s)\s*[:=]?\s*(?:is\s+)?[¥$]?\s*(?=[\d零〇一二两兩三四五六七八九十百])/giu,
  },
  { before: /[¥$]\s*(?=\d)/gu },
  // 每盒16.2; 每箱50个 says what one holds.
  { before: /每\p{Script=Han}\s*(?=[\d一二两兩三四五六七八九十])/gu },
  { before: /(?<![\d.零〇一二两兩三四五六七八九十百千万萬])(?=[\d一二两兩三四五六七八九十百])/gu, isNamed: true },
  { before: /(?<![\d.])(?=\d)/g, behind: /^\s*each\b/i },
];
/** 一共194块, 总价194, 运费15块: not what one costs. */
const isOfAnother = (before: string): boolean =>
  /(?:共|计|計|总|總|金额|金額|[运運邮郵]费|運費|郵費|[定订訂押]金|优惠|便宜|[降涨漲加]价?|減|减|让|讓|差|total)\s*:?\s*(?:是|为|為|[¥$])?\s*$/i.test(
    before,
  );

/** 25.5/只; without a word of money it may be how many a pack holds, too. */
const perPiece = /(?<![\w./-])(\d{1,7}(?:\.\d{1,4})?)\s*\/\s*(?:\p{Script=Han}{1,2}|[A-Za-z]{1,8})/gu;

/** The price a line names, with its words; a bare number is never taken for one. */
export function priceIn(text: string): Taken<SaidPrice> | null {
  for (const { before, behind, isNamed } of shapes)
    for (const found of text.matchAll(before)) {
      if (isOfAnother(text.slice(0, found.index))) continue;
      const start = found.index + found[0].length;
      const money = moneyAt(text, start);
      if (!money || (isNamed && !money.isNamed)) continue;
      if (/^每/.test(found[0]) && !money.isNamed && beginsWithUnit(text.slice(money.to))) continue;
      if (behind && !behind.test(text.slice(money.to))) continue;
      return priceOf(text, found.index, money, isNamed ? money.mayCount : false);
    }
  return perPieceIn(text);
}

function priceOf(text: string, from: number, money: Money, mayCount: boolean): Taken<SaidPrice> {
  const each = /^每(\p{Script=Han})/u.exec(text.slice(from))?.[1];
  const per = each === undefined ? perAt(text, money.to) : { unit: each, to: money.to };
  const value = {
    price: money.amount,
    ...(per && { per: per.unit }),
    ...(mayCount && !per && { mayCount: true as const }),
  };
  const end = per?.to ?? money.to;
  const to = end + (/^\s*each\b/i.exec(text.slice(end))?.[0].length ?? 0);
  return taken(text, { value, sure: money.isUnclear ? 'unsure' : 'sure', from, to });
}

function perPieceIn(text: string): Taken<SaidPrice> | null {
  for (const { 0: whole, 1: number = '', index } of text.matchAll(perPiece)) {
    const at = index + whole.indexOf('/');
    const [money, per] = [moneyAt(text, index), perAt(text, at)];
    if (!money || !per) continue;
    const { kind } = unitOf(per.unit);
    const sure: Sureness = number.includes('.') || kind === 'piece' ? 'likely' : 'unsure';
    return taken(text, { value: { price: money.amount, per: per.unit }, sure, from: index, to: per.to });
  }
  return null;
}

/** /箱, 每箱, per box, 一个: for one of what. */
function perAt(text: string, from: number): { readonly unit: string; readonly to: number } | null {
  const found = /^\s*(?:\/|每|per\s+|一(?=\p{Script=Han}))\s*([\p{Script=Han}]{1,2}|[A-Za-z]{1,8})/iu.exec(
    text.slice(from),
  );
  const word = found?.[1] ?? '';
  const unit = [word, word.slice(0, 1)].find((each) => isUnit(each, word));
  return found && unit !== undefined ? { unit, to: from + found[0].length - word.length + unit.length } : null;
}

const isUnit = (unit: string, word: string): boolean =>
  (unit === word || /\p{Script=Han}/u.test(unit)) && unit !== '' && unitOf(unit).isKnown;
