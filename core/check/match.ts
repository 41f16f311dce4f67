import { sameText } from '../sheet/text.ts';

/** What came of looking a code or name up in a book. */
export type Match<Entry> =
  | { readonly kind: 'found'; readonly entry: Entry }
  /** Several entries answer to it. */
  | { readonly kind: 'ambiguous'; readonly entries: readonly Entry[] }
  /** None does. */
  | { readonly kind: 'unknown' }
  /** The row says nothing to look up. */
  | { readonly kind: 'unnamed' }
  /** There is no book to look in. */
  | { readonly kind: 'no-book' };

const unknown = { kind: 'unknown' } as const;
export const unnamed = { kind: 'unnamed' } as const;
export const noBook = { kind: 'no-book' } as const;

/** Entries that answer to one name, as a match. */
export function matchOf<Entry>(entries: readonly Entry[] | undefined): Match<Entry> {
  const [first, second] = entries ?? [];
  if (first === undefined) return unknown;
  return second === undefined ? { kind: 'found', entry: first } : { kind: 'ambiguous', entries: entries ?? [] };
}

/** Adds an entry to the list kept under its key. */
export function file<Entry>(index: Map<string, Entry[]>, key: string, entry: Entry): void {
  const filed = index.get(key);
  if (filed) filed.push(entry);
  else index.set(key, [entry]);
}

/** True when both texts are given and mean the same; an absent one agrees with nothing. */
export const agree = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && (a === b || sameText(a) === sameText(b));
