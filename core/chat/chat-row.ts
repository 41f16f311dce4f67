import type { Item, PriceBook } from '../check/knowledge.ts';
import { sameUnit } from '../check/unit.ts';
import type { PlainDate } from '../value/date.ts';
import type { Decimal } from '../value/decimal.ts';
import type { Mention } from './items-in.ts';
import { plainSigns } from './plain-signs.ts';
import { remarkOf } from './remark.ts';
import { lessSure, movedBy, type Said, type Taken, without } from './said.ts';
import { dateIn } from './said-date.ts';
import { dealIn } from './said-deal.ts';
import { priceIn } from './said-price.ts';
import { quantityIn, type SaidQuantity } from './said-quantity.ts';
import { type RowText, stretchesOf } from './split-rows.ts';

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

export interface RowKnowledge {
  readonly prices: PriceBook | null;
  /** The company's: "tomorrow" is the day after it. */
  readonly today: PlainDate;
}

/** Reads a stretch of a line that orders one thing. `from`: where in the message it begins. */
export function rowOf(
  text: string,
  { mentions, from: start }: { readonly from: number; readonly mentions: readonly Mention[] },
  message: string,
  from: number,
  known: Pick<RowKnowledge, 'today'>,
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
export function itemOf(mentions: readonly Mention[], start: number): ChatRow['item'] {
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
export function withoutDescription(text: string, item: Item | undefined): string {
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
export const namedOnly = (words: string, from: number, text: string): ChatRow['item'] =>
  words === '' ? null : { value: { said: words, candidates: [] }, sure: 'unsure', from, to: from + text.length };
