/** What makes an order the same order when its rows are posted again (X4). */
export interface OrderKeyParts {
  /** Id of the book: the same number in another book is another order. */
  readonly book: string;
  /** As the customer book writes it. */
  readonly customerCode: string;
  /** The clerk's order or PO text; null when the sheet has no such column. */
  readonly key: string | null;
  /** Stands in for a missing key: without one, other content is another order. */
  readonly contentHash: string;
}

/**
 * The order key as one text. NFKC, trimmed, case-folded: "ＰＯ-17 " and "po-17" are one order; the JSON form keeps parts
 * apart whatever characters they hold.
 */
export function orderKey({ book, customerCode, key, contentHash }: OrderKeyParts): string {
  const own = key === null ? { content: contentHash } : { key: folded(key) };
  return JSON.stringify([book, folded(customerCode), own]);
}

const folded = (text: string): string => text.normalize('NFKC').trim().toUpperCase().toLowerCase();
