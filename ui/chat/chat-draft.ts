import type { ChatRow } from '../../core/chat/chat-row.ts';
import type { WantedRow } from '../../core/chat/new-rows.ts';
import type { ChatOrder } from '../../core/chat/read-chat.ts';
import type { Sureness } from '../../core/chat/said.ts';
import { itemIndexOf } from '../../core/check/item-index.ts';
import type { Item, PriceBook } from '../../core/check/knowledge.ts';
import { parseDate } from '../../core/value/date.ts';
import { parseDecimal } from '../../core/value/decimal.ts';

/** A row of a message while the clerk looks at it: what will be written, as it stands in the fields. */
export interface ChatDraft {
  readonly item: string;
  readonly called: string;
  readonly quantity: string;
  readonly unit: string;
  readonly price: string;
  readonly wished: string;
  readonly remark: string;
  readonly isWanted: boolean;
}
/** What the clerk typed and corrected, kept while he is elsewhere on the page. */
export interface ChatEntry {
  readonly message: string;
  /** Null: as the message was understood. */
  readonly corrected: CorrectedChat | null;
  /** The order table the rows shall go to (`keyOfTable`); null = the one he looks at. */
  readonly table: string | null;
}
export interface CorrectedChat {
  readonly customer: string;
  readonly orderNumber: string;
  readonly drafts: readonly ChatDraft[];
  /** What was understood when it was corrected. */
  readonly rows: readonly ChatRow[];
}

/** What was corrected, beside what other books make of the rest by now; where they make other rows of it, nothing. */
export function asCorrected(
  { customer, orderNumber, rows }: ChatOrder,
  { corrected }: Omit<ChatEntry, 'table'>,
): CorrectedChat {
  if (corrected?.rows.length !== rows.length || !rows.every((row, at) => isSamePlace(row, corrected.rows[at])))
    return {
      customer: customer?.value.name ?? '',
      orderNumber: orderNumber?.value ?? '',
      drafts: rows.map(draftOf),
      rows,
    };
  const drafts = corrected.drafts.map((draft, at) => {
    const [before, now] = [corrected.rows[at], rows[at]];
    if (!before || !now) return draft;
    const understood = draftOf(before);
    const changed = Object.entries(draft).filter(([field, value]) => value !== understood[field as keyof ChatDraft]);
    return { ...draftOf(now), ...Object.fromEntries(changed) };
  });
  return { ...corrected, drafts, rows };
}

const isSamePlace = (row: ChatRow, other: ChatRow | undefined): boolean =>
  row.from === other?.from && row.to === other.to;

export type DraftField = Exclude<keyof ChatDraft, 'called' | 'isWanted'>;

/** Of several items that may be meant none is written: the clerk picks one. */
export function draftOf({ item, quantity, price, wished, remark }: ChatRow): ChatDraft {
  const { said = '', candidates = [] } = item?.value ?? {};
  const [only, another] = candidates;
  return {
    item: only && !another ? only.code : candidates.length === 0 ? said : '',
    called: said,
    quantity: quantity?.value.quantity ?? '',
    unit: quantity?.value.unit ?? '',
    price: price?.value ?? '',
    wished: wished?.value ?? '',
    remark,
    isWanted: true,
  };
}

/** How sure the message was of a field; what the clerk typed himself is sure. */
export function surenessOf(row: ChatRow, draft: ChatDraft, field: DraftField): Sureness {
  if (draft[field] !== draftOf(row)[field]) return 'sure';
  const said = {
    item: row.item,
    quantity: row.quantity,
    unit: null,
    price: row.price,
    wished: row.wished,
    remark: null,
  };
  return said[field]?.sure ?? 'sure';
}

/** The book's item under what stands in the field. */
export const itemOf = (code: string, book: PriceBook | null): Item | null =>
  (book && code && itemIndexOf(book).coded(code.trim())?.[0]) || null;

export const wantedRow = (draft: ChatDraft, book: PriceBook | null): WantedRow => ({
  item: itemOf(draft.item, book),
  called: draft.item || draft.called,
  quantity: parseDecimal(draft.quantity.replaceAll(',', '').trim()),
  ...(draft.unit && { unit: draft.unit }),
  price: parseDecimal(draft.price.replaceAll(',', '').trim()),
  wished: parseDate(draft.wished),
  remark: draft.remark,
});
