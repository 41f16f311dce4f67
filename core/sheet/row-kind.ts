import { isBlank } from './cells.ts';
import type { CellValue } from './grid.ts';

/** What precedes a total word: 3月小计, 本页合计, 2026年3月合计. The whole cell, so that "Total Energies" stays a customer. */
const chineseTotal =
  /^(?:.{0,12}?)(?:合计|合計|总计|總計|小计|小計|共计|共計|累计|累計|合计数|总数|總數)(?:金额|金額|数量|數量|大写|大寫)?[:：]?$/;
const englishTotal = /^(?:grand|sub|page)?[\s-]?(?:total|totals|sum)(?:\s(?:amount|qty|quantity))?:?$/i;

/** Placeholders people put into the first row: xxxxx, xxxx-xxx. */
const placeholder = /^[x×*\-_.]{2,}$/i;

/** The cells of a row that say which order and which item it is about. */
export interface RowIdentity {
  readonly codes: readonly CellValue[];
  readonly names: readonly CellValue[];
}

/**
 * A total stands in a row that names no item. No item is called 合计 in Chinese; in English one may be called Total, so there
 * the row must hold no order number or code either.
 */
export function isTotalRow(cells: readonly CellValue[], { codes, names }: RowIdentity): boolean {
  const words = cells.flatMap((content) =>
    typeof content === 'string' && mayBeTotal(content) ? spelled(content) : [],
  );
  if (words.length === 0) return false;
  const chinese = words.some((word) => chineseTotal.test(word));
  if (!chinese && !words.some((word) => englishTotal.test(word))) return false;
  const isWord = (content: CellValue): boolean =>
    isBlank(content) || chineseTotal.test(spelled(String(content))) || englishTotal.test(spelled(String(content)));
  return names.every(isWord) && (chinese || codes.every(isWord));
}

/** Long sheets are read often: most cells are passed over without a closer look. */
const mayBeTotal = (text: string): boolean => text.length <= 40 && /[计計數数]|total|sum/i.test(text);

/** 合 计 is spread over the cell with blanks. */
const spelled = (text: string): string => {
  const plain = text.normalize('NFKC').trim();
  return /[\u4e00-\u9fff]/.test(plain) ? plain.replace(/\s+/g, '') : plain;
};

export function isPlaceholderRow(cells: readonly CellValue[]): boolean {
  const filled = cells.filter((content) => !isBlank(content));
  return (
    filled.length >= 2 && filled.every((content) => typeof content === 'string' && placeholder.test(content.trim()))
  );
}
