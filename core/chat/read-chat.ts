import type { CustomerBook, Item, PriceBook } from '../check/knowledge.ts';
import { sameUnit } from '../check/unit.ts';
import type { PlainDate } from '../value/date.ts';
import type { Decimal } from '../value/decimal.ts';
import { itemsIn, type Mention } from './items-in.ts';
import { customerIn, orderNumberIn } from './order-head.ts';
import { plainSigns } from './plain-signs.ts';
import { remarkOf } from './remark.ts';
import { lessSure, type Said, type Taken, without } from './said.ts';
import { dateIn } from './said-date.ts';
import { dealIn } from './said-deal.ts';
import { priceIn } from './said-price.ts';
import { quantityIn, type SaidQuantity } from './said-quantity.ts';
import { leadOf, type RowText, splitAdded, splitCounted, splitRows, stretchesOf } from './split-rows.ts';

/** A row somebody ordered in a message, as far as it was understood; all else it says stands in `remark`. */
export interface ChatRow {
  /** What it was called, and the items that may be meant; none = the book has nothing like it. */
  readonly item: Said<{ readonly said: string; readonly candidates: readonly Item[] }> | null;
  readonly quantity: Said<SaidQuantity> | null;
  readonly price: Said<Decimal> | null;
  readonly wished: Said<PlainDate> | null;
  readonly remark: string;
  /** Where in the message it stands. */
  readonly from: number;
  readonly to: number;
}

export interface ChatOrder {
  readonly rows: readonly ChatRow[];
  /** As the customer book writes him, else as the message does. */
  readonly customer: Said<{ readonly code?: string; readonly name: string }> | null;
  /** The customer's own order number. */
  readonly orderNumber: Said<string> | null;
  /** Lines that order nothing: greetings, addresses, what wasn't understood. Shown, never dropped. */
  readonly left: readonly string[];
}

export interface ChatKnowledge {
  readonly prices: PriceBook | null;
  readonly customers: CustomerBook | null;
  /** The company's: "tomorrow" is the day after it. */
  readonly today: PlainDate;
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
    const found = rowsOf(rest, message, from, known);
    rows.push(...found.filter(({ isCancelled }) => !isCancelled).map(({ row }) => row));
    for (const { row, isCancelled } of found)
      if (isCancelled) left.push(message.slice(row.from, row.to).replace(/^\s+|[\s,，、;；。]+$/g, ''));
    if (found.length > 0) continue;
    forAll = head(dateIn(rest, known.today)) ?? forAll;
    const remark = remarkOf(rest, message, from);
    if (remark) left.push(remark);
  }
  return { rows: rows.map((row) => withDateOfAll(row, forAll)), customer, orderNumber, left };
}

function* linesOf(signs: string): Generator<{ readonly from: number; readonly text: string }> {
  for (const found of signs.matchAll(/[^\r\n]+/g)) if (found[0].trim()) yield { from: found.index, text: found[0] };
}

const movedBy = <Value>(by: number, said: Said<Value>): Said<Value> => ({
  ...said,
  from: said.from + by,
  to: said.to + by,
});

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
  const rows = parts.map(read);
  if (mentions.length === 0 && !rows.some(ordersSomething)) return [];
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

function rowOf(
  text: string,
  { mentions, from: start }: { readonly from: number; readonly mentions: readonly Mention[] },
  message: string,
  from: number,
  known: ChatKnowledge,
): ChatRow {
  let rest = mentions.reduce((left, mention) => without(left, mention.from - start, mention.to - start), text);
  const item = itemOf(mentions, start);
  rest = withoutDescription(rest, item?.value.candidates[0]);
  const take = <Value>(found: Taken<Value> | null): Said<Value> | null => {
    if (found) rest = found.rest;
    return found && movedBy(from, found.said);
  };
  const wished = take(dateIn(rest, known.today));
  const crossed = dealIn(rest);
  if (crossed) rest = crossed.rest;
  const price = crossed?.price ? movedBy(from, crossed.price) : take(priceIn(rest));
  const counted = crossed ? movedBy(from, crossed.quantity) : take(quantityIn(rest));
  // 钢板 20块: with nothing else counted these are pieces, most likely.
  const isPieces = counted === null && price?.value.mayCount === true;
  const quantity: ChatRow['quantity'] =
    isPieces && price ? { ...price, value: { quantity: price.value.price, unit: '块' }, sure: 'unsure' } : counted;
  const { name, remark } = item
    ? { name: '', remark: remarkOf(rest, message, from) }
    : wordsAround(rest, message, from, quantity && quantity.from - from);
  const per = price?.value.per;
  const unit = quantity?.value.unit ?? item?.value.candidates[0]?.unit;
  const unlike = per !== undefined && unit !== undefined && !sameUnit(per, unit);
  return {
    item: item ? movedBy(from, item) : namedOnly(name, from, text),
    quantity,
    price: price && !isPieces ? { ...price, value: price.value.price, sure: unlike ? 'unsure' : price.sure } : null,
    wished,
    remark,
    from,
    to: from + text.length,
  };
}

/** Code and name together: what both may mean; where they contradict each other, a person should look. */
function itemOf(mentions: readonly Mention[], start: number): ChatRow['item'] {
  const [first, ...others] = mentions;
  if (!first) return null;
  const shared = others.reduce<readonly Item[]>((left, { items }) => {
    const both = left.filter((item) => items.includes(item));
    return both.length > 0 ? both : left;
  }, first.items);
  const contradicted = others.some(({ items }) => !shared.some((item) => items.includes(item)));
  const candidates = contradicted ? [...new Set(mentions.flatMap(({ items }) => items))] : shared;
  const surest =
    [...mentions].map(({ sure }) => sure).toSorted((a, b) => (lessSure(a, b) === a ? 1 : -1))[0] ?? 'unsure';
  const sure =
    contradicted || shared.length > 1 ? 'unsure' : others.length > 0 && surest === 'unsure' ? 'likely' : surest;
  const to = Math.max(...mentions.map((mention) => mention.to));
  return {
    value: { said: mentions.map(({ said }) => said).join(' '), candidates },
    sure,
    from: first.from - start,
    to: to - start,
  };
}

/** Size and colour of the item, said once more: no remark, and "DN50" no quantity. */
function withoutDescription(text: string, item: Item | undefined): string {
  let rest = text;
  for (const word of [item?.specification, item?.color, item?.material, item?.brand]) {
    const at = word ? rest.toLowerCase().indexOf(plainSigns(word).toLowerCase()) : -1;
    if (word && at >= 0) rest = without(rest, at, at + word.length);
  }
  return rest;
}

/** What no book knows is named in the stretch that counts it: what stands in others (款已付) is said beside it. */
function wordsAround(
  rest: string,
  message: string,
  from: number,
  quantity: number | null,
): { readonly name: string; readonly remark: string } {
  const stretches = stretchesOf(rest).filter((part) => wordsIn(part) !== '');
  function wordsIn(part: RowText): string {
    const only = without(without(rest, 0, part.from), part.to, rest.length);
    return remarkOf(only, message, from);
  }
  const named =
    stretches.find((part) => quantity !== null && part.from <= quantity && quantity < part.to) ?? stretches[0];
  if (!named) return { name: '', remark: '' };
  return { name: wordsIn(named), remark: remarkOf(without(rest, named.from, named.to), message, from) };
}

/** What the book doesn't know is called as the customer calls it. */
const namedOnly = (words: string, from: number, text: string): ChatRow['item'] =>
  words === '' ? null : { value: { said: words, candidates: [] }, sure: 'unsure', from, to: from + text.length };
