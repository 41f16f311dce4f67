import type { CustomerBook } from '../check/knowledge.ts';
import type { PlainDate } from '../value/date.ts';
import { type ChatRow, type RowKnowledge, rowOf } from './chat-row.ts';
import { itemsIn } from './items-in.ts';
import { customerIn, orderNumberIn } from './order-head.ts';
import { isPastedRow, type PastedColumn, pastedColumns, pastedRow } from './pasted-table.ts';
import { plainSigns } from './plain-signs.ts';
import { remarkOf } from './remark.ts';
import { lessSure, movedBy, type Said, type Taken, without } from './said.ts';
import { announcesChange, unsureOfQuantity, withChangesMarked } from './said-change.ts';
import { dateIn } from './said-date.ts';
import { leadOf, type RowText, splitAdded, splitCounted, splitRows } from './split-rows.ts';

export interface ChatOrder {
  readonly rows: readonly ChatRow[];
  /** As the customer book writes him, else as the message does. */
  readonly customer: Said<{ readonly code?: string; readonly name: string }> | null;
  /** The customer's own order number. */
  readonly orderNumber: Said<string> | null;
  /** Lines that order nothing: greetings, addresses, what wasn't understood. Shown, never dropped. */
  readonly left: readonly string[];
}

export interface ChatKnowledge extends RowKnowledge {
  readonly customers: CustomerBook | null;
}

const listMark = /^\s*(?:\(?\d{1,2}(?:[、)]|\.(?!\d))|[①-⑳•●·]|[-*](?=\s))\s*/u;

/** Reads a chat message or an e-mail as order rows (docs/glossary.md: chat rows). Guesses are marked, nothing is dropped. */
export function readChat(message: string, known: ChatKnowledge): ChatOrder {
  const signs = plainSigns(message);
  const rows: ChatRow[] = [];
  const left: string[] = [];
  let customer: ChatOrder['customer'] = null;
  let orderNumber: ChatOrder['orderNumber'] = null;
  let forAll: Said<PlainDate> | null = null;
  let columns: readonly PastedColumn[] | null = null;
  let isChange = false;
  for (const { from, text } of linesOf(signs)) {
    let rest = text;
    const head = <Value>(found: Taken<Value> | null): Said<Value> | null => {
      if (!found) return null;
      rest = found.rest;
      return movedBy(from, found.said);
    };
    const mark = listMark.exec(rest);
    if (mark) rest = without(rest, 0, mark[0].length);
    orderNumber = head(orderNumberIn(rest)) ?? orderNumber;
    customer = head(customerIn(rest, known.customers)) ?? customer;
    const line = message.slice(from, from + text.length);
    const headed = pastedColumns(line);
    columns = headed ?? (isPastedRow(line) ? columns : null);
    if (headed) continue;
    const pasted = columns && pastedRow(columns, line, { rest, message, from }, known);
    const asMeant = (row: ChatRow): ChatRow => (isChange ? unsureOfQuantity(row) : row);
    if (pasted) rows.push(asMeant(pasted));
    const found = columns ? [] : rowsOf(rest, message, from, known);
    rows.push(...found.filter(({ isCancelled }) => !isCancelled).map(({ row }) => asMeant(row)));
    for (const { row, isCancelled } of found)
      if (isCancelled) left.push(message.slice(row.from, row.to).replace(/^\s+|[\s,，、;；。]+$/g, ''));
    if (pasted || found.length > 0) continue;
    isChange ||= announcesChange(rest);
    if (!columns) forAll = head(dateIn(rest, known.today)) ?? forAll;
    const remark = remarkOf(rest, message, from);
    if (remark) left.push(remark);
  }
  return { rows: rows.map((row) => withDateOfAll(row, forAll)), customer, orderNumber, left };
}

function* linesOf(signs: string): Generator<{ readonly from: number; readonly text: string }> {
  for (const found of signs.matchAll(/[^\r\n]+/g)) if (found[0].trim()) yield { from: found.index, text: found[0] };
}

/** A date in a line of its own is meant for every row without one. */
const withDateOfAll = (row: ChatRow, date: Said<PlainDate> | null): ChatRow =>
  row.wished === null && date !== null ? { ...row, wished: { ...date, sure: lessSure(date.sure, 'likely') } } : row;

interface ReadRow {
  readonly row: ChatRow;
  /** "QF004 不要了": it was ordered once, and isn't any more. */
  readonly isCancelled: boolean;
}

function rowsOf(line: string, message: string, from: number, known: ChatKnowledge): readonly ReadRow[] {
  const mentions = itemsIn(line, known.prices);
  const read = (part: RowText) => rowOf(line.slice(part.from, part.to), part, message, from + part.from, known);
  const counts = (part: RowText) => ordersSomething(read(part));
  const whole = { from: 0, to: line.length, mentions: [] };
  const parts = (mentions.length > 0 ? splitRows(line, mentions) : splitCounted(whole, line, counts)).flatMap((part) =>
    splitAdded(part, line, counts),
  );
  // "蝴蝶阀50个，还有 F-50 20片": the fifty are not of the flange, though no book knows the valve.
  const lead = leadOf(line, mentions);
  const [first] = parts;
  if (lead && first && counts(lead))
    parts.splice(0, 1, ...splitCounted(lead, line, counts), { ...first, from: lead.to });
  const rows = withChangesMarked(parts.map(read), line, from);
  if (mentions.length === 0 && !parts.some(counts)) return [];
  // "F-50 一百个，B-10 两百只，周五前": said last, meant for both.
  const last = rows.at(-1)?.wished ?? null;
  return rows.map((row) => ({
    row: withDateOfAll(row, rows.length > 1 ? last : null),
    isCancelled: saysCancelled(row, message),
  }));
}

/** In words of their own; who counts and says 包装不要了 still wants the goods. */
function saysCancelled({ quantity, from, to }: ChatRow, message: string): boolean {
  const said = message.slice(from, to);
  return quantity === null ? cancels.test(said) : cancelsAll.test(said);
}
const cancels = /不要|不用|不需要|不订|不訂|取消|别发|別發|\bcancel/i;
const cancelsAll =
  /(?:[\s,，;；。]|[\d零一二两兩三四五六七八九十百千万萬]\s*\p{Script=Han}{1,2}?)(?:都|先|就)?(?:不要|不用|不需要|不订|不訂|取消)了\s*[,，;；。!！]?\s*$/u;

/** Without an item the book knows, only words with a counted quantity order something: phone numbers don't. */
const ordersSomething = ({ item, quantity }: ChatRow): boolean =>
  item !== null && quantity !== null && quantity.sure === 'sure';
