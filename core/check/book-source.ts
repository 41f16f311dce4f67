import { areaName } from '../sheet/grid.ts';
import type { FoundTable } from '../sheet/table.ts';
import type { BookPart, BookSource } from './knowledge.ts';

/** The part of a book that was read from this table; none where it is empty, of an older day, a copy, or another book is used. */
export const partReadFrom = (source: BookSource | null, table: FoundTable): BookPart | undefined =>
  source?.from === 'workbook' ? source.parts?.find((part) => isPart(part, table)) : undefined;

/** Two files may have sheets of one name, and a sheet two tables of one role. */
const isPart = ({ file, sheet, range }: BookPart, table: FoundTable): boolean =>
  file === table.file && sheet === table.sheet && range === areaName(table.area);
