import { isBlank } from './cells.ts';
import type { CellValue } from './grid.ts';

/** What precedes a total word: 3月小计, 本页合计, 2026年3月合计. The whole cell, so that "Total Energies" stays a customer. */
const chineseTotal =
  /^(?:.{0,12}?)(?:合计|合計|总计|總計|小计|小計|共计|共計|累计|累計|合计数|总数|總數)(?:金额|金額|数量|數量|大写|大寫)?[:：]?$/;
/** The total in capital numerals: 合计人民币（大写）：贰佰元整. */
const inCapitals =
  /^.{0,16}大[写寫]\)?(?:金[额額]|合[计計])?[:：]?[零〇一二三四五六七八九十百千壹贰貳叁參肆伍陆陸柒捌玖拾佰仟万萬亿億元圆圓角分整正¥\d.,]*$/;
const englishTotal =
  /^(?:[\w.]+\s){0,2}(?:grand|sub)?-?(?:totals?|sum)(?:\s(?:amount|qty|quantity)|\s(?:for|of)\s.{1,20})?:?$/i;

/** Placeholders people put into the first row: xxxxx, xxxx-xxx. */
const placeholder = /^[x×*\-_.]{2,}$/i;

/** How a template says below its headings what to fill in: (必填), 选填，如 1001, [optional], yyyy-mm-dd. */
const fillingHint =
  /^[*＊]?[([（［【]?(?:(?:必填|必[须須]|选填|選填|非必填)[项項]?(?:[,，:：].{0,40})?|required|mandatory|optional|y{2,4}[-/.年]m{1,2}[-/.月]d{1,2}日?)[)\]）］】]?[*＊]?$/i;

/** Who signed for the sheet, at its foot: 制单：王丽, 审核：, Approved by: … */
const signature =
  /^(?:制单|製單|制表|製表|填表|填单|审核|審核|复核|覆核|核准|批准|审批|審批|经办|經辦|主管|会计|會計|签字|簽字|签名|簽名|日期|(?:prepared|checked|approved|authorized|signed)(?: by)?|signature|date)(?:人|员|員|日期)?\s*[:：]/i;

/** A row of a table that orders nothing and lists nothing, and why it was passed over. */
export interface SkippedRow {
  /** Zero-based sheet row. */
  readonly row: number;
  readonly because: 'total' | 'placeholder' | 'signature' | 'label' | 'unused-columns' | 'struck';
}

/** The cells of a row that say which order and which item it is about, and what is only said beside it. */
export interface RowIdentity {
  readonly orders: readonly CellValue[];
  readonly items: readonly CellValue[];
  readonly remarks: readonly CellValue[];
}

/** Why a row is none of the table's own; null when it is one. */
export function skipReason(cells: readonly CellValue[], identity: () => RowIdentity): SkippedRow['because'] | null {
  if (isPlaceholderRow(cells)) return 'placeholder';
  if (isSignatureRow(cells)) return 'signature';
  return isTotalRow(cells, identity) ? 'total' : null;
}

/**
 * A total stands in a row that names no item, and not in its remark. No item is called 合计 in Chinese; in English one may be
 * called Total, so there the row must hold no order number either.
 */
function isTotalRow(cells: readonly CellValue[], identity: () => RowIdentity): boolean {
  if (!cells.some(mayBeTotal)) return false;
  const { orders, items, remarks } = identity();
  const words = cells
    .filter(mayBeTotal)
    .filter((content) => !remarks.includes(content))
    .map(spelled);
  const isChinese = (word: string): boolean => chineseTotal.test(word) || inCapitals.test(word);
  const chinese = words.some(isChinese);
  if (!chinese && !words.some((word) => englishTotal.test(word))) return false;
  const isWord = (content: CellValue): boolean =>
    isBlank(content) || isChinese(spelled(String(content))) || englishTotal.test(spelled(String(content)));
  return items.every(isWord) && (chinese || orders.every(isWord));
}

/** Long sheets are read often: most cells are passed over without a closer look. */
const mayBeTotal = (content: CellValue): content is string =>
  typeof content === 'string' && content.length <= 40 && /[计計數数写寫]|total|sum/i.test(content);

/** 合 计 is spread over the cell with blanks. */
const spelled = (text: string): string => {
  const plain = text.normalize('NFKC').trim();
  return /[\u4e00-\u9fff]/.test(plain) ? plain.replace(/\s/g, '') : plain;
};

function isPlaceholder(content: CellValue): boolean {
  if (typeof content !== 'string') return false;
  const text = content.trim();
  return placeholder.test(text) || fillingHint.test(text);
}

/** Labels with a colon, each perhaps with its answer in the next cell, and nothing else. */
function isSignatureRow(cells: readonly CellValue[]): boolean {
  const first = firstFilled(cells);
  if (typeof first !== 'string' || !signature.test(first.trim())) return false;
  const filled = cells.filter((content) => !isBlank(content));
  const labels = filled.map((content) => typeof content === 'string' && signature.test(content.trim()));
  return filled.every((content, at) => labels[at] || (typeof content === 'string' && labels[at - 1]));
}

/** Most rows are none of these, and their first word says so. */
const firstFilled = (cells: readonly CellValue[]): CellValue => cells.find((content) => !isBlank(content)) ?? null;

function isPlaceholderRow(cells: readonly CellValue[]): boolean {
  if (!isPlaceholder(firstFilled(cells))) return false;
  const filled = cells.filter((content) => !isBlank(content));
  return filled.length >= 2 && filled.every(isPlaceholder);
}
