import type { ChatRow } from './chat-row.ts';

/** Words by which a number is no quantity of something new: given back, taken off, or put in another's place. */
const words = [
  // Not of goods: 退火, 改性, 改锥, 减速机, 减压阀.
  '退(?![火磁刀镀鍍税稅])',
  '改(?![性锥錐装裝])',
  '[减減](?![速压壓震振噪摩阻])',
  '(?<![多至最不])少(?![于於量许許])',
  '(?<!差不)多(?=\\s*[\\d一二两兩三四五六七八九十]|[要订訂来來发發给給])',
  '[换換](?=[成为為货貨回])|更[换換正]|[调調](?=[换換整成到])|变更|變更|加[到至]',
  '[还還]差|[漏错錯补補][发發]|[发發][错錯漏]',
  '取消|撤[单單销銷回]|(?:不要|不用|砍掉?|去掉|扣[掉除])(?=\\s*[\\d一二两兩三四五六七八九十])',
  '不是|原[来來先订訂定](?!的)|→|[-=]>',
  '\\b(?:return(?:s|ed|ing)?|instead|reduced?|less|fewer|changed?|cancel(?:l?ed)?|missing|replaced?)\\b',
].join('|');
const changes = new RegExp(words, 'iu');
/** 都退了, 全部取消: meant for all of the line. */
const changesAll = new RegExp(String.raw`(?:都|全部?|\ball\b)\s*(?:${words})`, 'iu');

/** Rows of one line: where it speaks of a change, a person looks at the quantity. Said first or of all, it is meant for each. */
export function withChangesMarked(rows: readonly ChatRow[], line: string, from: number): readonly ChatRow[] {
  const before = line.slice(0, Math.max(0, (rows[0]?.item?.from ?? from) - from));
  const isOfAll = changes.test(before) || changesAll.test(line);
  return rows.map((row) => (isOfAll || changes.test(wordsOf(row, line, from)) ? unsureOfQuantity(row) : row));
}

/** "退货：", "改单如下：" in a line of its own is meant for the rows below. */
export const announcesChange = (line: string): boolean =>
  changes.test(line) && (/:\s*$/.test(line) || line.trim().length <= shortest);
const shortest = 6;

export const unsureOfQuantity = (row: ChatRow): ChatRow =>
  row.quantity ? { ...row, quantity: { ...row.quantity, sure: 'unsure' } } : row;

/** Without the name of an item that the book knows. */
function wordsOf({ item, from, to }: ChatRow, line: string, start: number): string {
  const said = line.slice(from - start, to - start);
  return item && item.value.candidates.length > 0 ? said.replace(item.value.said, ' ') : said;
}
