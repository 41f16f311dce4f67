import type { Decimal } from '../value/decimal.ts';
import { parseDecimal } from '../value/decimal.ts';
import { type Taken, taken } from './said.ts';

export interface SaidPrice {
  readonly price: Decimal;
  /** 箱 of "12.5元/箱". */
  readonly per?: string;
}

const amount = String.raw`(\d{1,7}(?:,\d{3})*(?:\.\d{1,4})?)`;
const per = String.raw`(?:\s*(?:\/|每|per\s+)\s*([\p{Script=Han}]{1,2}|[A-Za-z]{1,8}))?`;
const shapes: readonly RegExp[] = [
  // 单价12.5, price: 12.50, @3.20, 每个12.5
  new RegExp(
    String.raw`(?:含税|未税)?(?:单价|單價|价格|價格|价|價|unit\s*price|price|@|\bat\s)\s*[:=]?\s*(?:is\s+)?[¥$]?\s*${amount}\s*(?:元|块|塊)?${per}(?:\s*each\b)?`,
    'iu',
  ),
  new RegExp(String.raw`[¥$]\s*${amount}\s*${per}(?:\s*each\b)?`, 'iu'),
  new RegExp(String.raw`每(?:个|個|只|隻|件|支|箱|包|套|台|条|條|根|米)\s*${amount}\s*(?:元|块|塊)?`, 'u'),
  new RegExp(
    String.raw`(?<![\d.])${amount}\s*(?:元|块钱|塊錢|块|塊)(?:钱|錢)?(?:一)?${per}(?:[个個只隻件支](?![\p{Script=Han}]))?`,
    'iu',
  ),
  new RegExp(String.raw`(?<![\d.])${amount}\s*each\b`, 'i'),
];

/** The price a line names, with its words; a bare number is never taken for one. */
export function priceIn(text: string): Taken<SaidPrice> | null {
  for (const shape of shapes) {
    const found = shape.exec(text);
    const price = found && parseDecimal((found[1] ?? '').replaceAll(',', ''));
    if (!found || !price) continue;
    const value = { price, ...(found[2] !== undefined && { per: found[2] }) };
    return taken(text, { value, sure: 'sure', from: found.index, to: found.index + found[0].trimEnd().length });
  }
  return null;
}
