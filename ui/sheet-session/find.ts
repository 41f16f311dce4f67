import type { Knowledge } from '../../core/check/knowledge.ts';
import { knowledgeOf } from '../../core/check/knowledge-of-sheets.ts';
import { ordersOf } from '../../core/sheet/orders.ts';
import type { ParsedBatch } from '../../core/sheet/parsed-order.ts';
import { sheetProblems } from '../../core/sheet/problems.ts';
import { skippedRows } from '../../core/sheet/skipped-rows.ts';
import { meaningOfStruck } from '../../core/sheet/struck-rows.ts';
import type { Choice, ParsedSheets } from '../../core/sheet/table.ts';
import { type SheetOfFile, understandSheets } from '../../core/sheet/understand.ts';
import type { FoundSheets, SheetBooks, Yardstick } from './examiner.ts';
import { readTables } from './read-tables.ts';
import { rowsOfTables } from './table-rows.ts';

/** What an examiner finds, without judging it: large, so that who shows the results doesn't import it to do so. */
export function findInSheets(
  sheets: readonly SheetOfFile[],
  choices: readonly Choice[],
  { published, currency }: Yardstick,
): FoundSheets {
  const understood = understandSheets(sheets, choices);
  return foundIn(understood, choices, ordersOf(understood), knowledgeOf(understood, published, currency));
}

export function booksInSheets(
  sheets: readonly SheetOfFile[],
  choices: readonly Choice[],
  { currency }: Pick<Yardstick, 'currency'>,
): SheetBooks {
  const { prices, stock, customers } = knowledgeOf(understandSheets(sheets, choices), {}, currency);
  return { prices, stock, customers };
}

export const foundIn = (
  understood: ParsedSheets,
  choices: readonly Choice[],
  batch: ParsedBatch,
  { prices, stock, customers }: Knowledge,
): FoundSheets => ({
  tables: readTables(understood),
  unknown: understood.unknown ?? [],
  problems: sheetProblems(understood),
  batch,
  skipped: skippedRows(understood),
  struck: {
    rows: understood.orders.reduce((sum, { struck = [] }) => sum + struck.length, 0),
    meaning: meaningOfStruck(choices),
  },
  rows: rowsOfTables(understood),
  knowledge: {
    prices: prices?.source ?? null,
    stock: stock?.source ?? null,
    customers: customers?.source ?? null,
  },
});
