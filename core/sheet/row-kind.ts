import { isBlank } from './cells.ts';
import type { CellValue } from './grid.ts';

/**
 * Words of total rows: 合计, 3月小计, 本页合计, 总 计:, Grand Total. The whole cell, so that a customer "Total Energies" stays one.
 */
const totalWord =
  /^(?:[本每此]?[页頁月年日季单單]|\d{1,4}年?(?:\d{1,2}月)?份?|[一二三四五六七八九十]{1,2}月份?|.{0,12}[\s-])?(?:合计|合計|总计|總計|小计|小計|共计|共計|总合计|累计|累計|合计数|总数|總數|total|totals|subtotal|sub-?total|grandtotal|sum|pagetotal)(?:金额|金額|数量|數量|大写|大寫|amount|qty)?[::]?.{0,2}$/;

/** Placeholders people put into the first row: xxxxx, xxxx-xxx. */
const placeholder = /^[x×*\-_.]{2,}$/i;

/** A total stands in place of what the columns name: one word, hardly any other text beside it. */
export function isTotalRow(cells: readonly CellValue[]): boolean {
  const texts = cells.filter(
    (content) => typeof content === 'string' && !isBlank(content) && /[^\d.,%¥￥$\s-]/.test(content),
  );
  if (texts.length === 0 || texts.length > 2) return false;
  return texts.some((text) => totalWord.test(spelled(String(text))));
}

const spelled = (text: string): string => {
  const plain = text.normalize('NFKC').toLowerCase().trim();
  // 合 计 is spread with blanks; English words keep theirs apart from what stands before.
  return /[\u4e00-\u9fff]/.test(plain) ? plain.replace(/\s+/g, '') : plain.replace(/^(grand|sub|page)\s+/, '$1');
};

export function isPlaceholderRow(cells: readonly CellValue[]): boolean {
  const filled = cells.filter((content) => !isBlank(content));
  return (
    filled.length >= 2 && filled.every((content) => typeof content === 'string' && placeholder.test(content.trim()))
  );
}
