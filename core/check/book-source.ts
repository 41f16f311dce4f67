import type { FoundTable } from '../sheet/table.ts';
import type { BookPart, BookSource } from './knowledge.ts';

/** Whether a part of a book is this table. */
export const isPart = (part: Pick<BookPart, 'file' | 'sheet'>, table: FoundTable): boolean =>
  part.file === table.file && part.sheet === table.sheet;

/** Whether a book was read from this table; not where it is empty, of an older day, or another book is used. */
export const isReadFrom = (source: BookSource | null, table: FoundTable): boolean =>
  source?.from === 'workbook' &&
  (source.parts ? source.parts.some((part) => isPart(part, table)) : source.sheet === table.sheet);
