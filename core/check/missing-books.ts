import type { Knowledge } from './knowledge.ts';

/** Books without which nothing could be said against any row: the server takes no order unchecked (R10). */
export const booksNeeded = ['prices', 'customers'] as const;
export type BookNeeded = (typeof booksNeeded)[number];

export const missingBooks = (knowledge: Pick<Knowledge, BookNeeded>): readonly BookNeeded[] =>
  booksNeeded.filter((book) => knowledge[book] === null);
