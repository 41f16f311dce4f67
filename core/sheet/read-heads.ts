import type { PlainDate } from '../value/date.ts';
import { cellAt } from './cells.ts';
import { type Field, fields } from './fields.ts';
import type { Grid } from './grid.ts';
import { isBlankAnswer } from './head-fields.ts';
import type { PlacedHead } from './head-scopes.ts';
import { quoted } from './longest.ts';
import { fieldColumns } from './map-columns.ts';
import type { FoundTable, ParsedRow, SaidHead, UnreadableCell } from './table.ts';
import { readCell } from './values/cell.ts';
import { contextOfHead } from './values/column-context.ts';
import type { Reading } from './values/reading.ts';

type OrdersTable = FoundTable<'orders'>;

/** Who orders under which number: where a column says it, a cell above says something else (of the whole file, of a chain of shops). */
const ofColumns: readonly (readonly Field<'orders'>[])[] = [
  ['orderKey', 'poNumber'],
  ['customerCode', 'customerName'],
];

/** Reads the labelled cells that say something the table's columns don't. */
export function readHeads(
  grid: Grid,
  table: OrdersTable,
  title: string,
  placed: readonly PlacedHead[],
): readonly SaidHead[] {
  const columns = fieldColumns(table.columns);
  const saidByColumn = new Set<string>(
    ofColumns.filter((fields) => fields.some((field) => columns[field] !== undefined)).flat(),
  );
  const dateTexts = placed.filter(({ field }) => fields.orders[field] === 'date').map(({ value }) => String(value));
  const heads: SaidHead[] = [];
  // A day without year follows the order's: that of the same rows, read before it.
  const orderedOn = (head: PlacedHead): PlainDate | null => {
    const isOf = ({ field, from, to }: SaidHead) => field === 'orderDate' && from <= head.to && to >= head.from;
    return (heads.find(isOf)?.value as PlainDate | undefined) ?? null;
  };
  const place = ({ field }: PlacedHead): number => (field === 'orderDate' ? 0 : 1);
  for (const head of placed.toSorted((a, b) => place(a) - place(b))) {
    const { field, label, row, column, inLabel, value: content, from, to } = head;
    if (saidByColumn.has(field) || isBlankAnswer(content)) continue;
    const cell = { ...cellAt(grid, row, column), value: content };
    const reading = readCell(cell, contextOfHead(grid, table, title, field, dateTexts), orderedOn(head));
    if (reading.kind === 'empty' && !reading.said?.openDate) continue;
    const value = reading.kind === 'value' ? String(reading.value) : undefined;
    heads.push({
      field,
      label,
      row,
      column,
      ...(inLabel && { inLabel }),
      raw: quoted(String(content)),
      ...(value !== undefined && { value }),
      ...(reading.kind === 'empty' && { openDate: true }),
      ...(reading.kind === 'unreadable' && unread(reading)),
      from,
      to,
    });
  }
  return heads.sort((a, b) => a.row - b.row || a.column - b.column);
}

type Row = Pick<ParsedRow<'orders'>, 'values' | 'unreadable' | 'said'>;

/** A row with what the heads say of it where it says nothing itself. */
export function withHeads<Said extends Row>(row: Said, at: number, heads: readonly SaidHead[]): Said {
  const values: Record<string, unknown> = {};
  let isOpen = false;
  for (const { field, value, openDate, from, to } of heads) {
    if (at < from || at > to || row.values[field] !== undefined) continue;
    if (row.unreadable.some((cell) => cell.field === field) || (field === 'dueDate' && row.said?.openDate)) continue;
    if (value !== undefined) values[field] = value;
    else if (openDate && field === 'dueDate') isOpen = true;
  }
  return { ...row, values: { ...row.values, ...values }, ...(isOpen && { said: { ...row.said, openDate: true } }) };
}

const unread = ({
  problem,
  choices,
}: Reading<never> & { kind: 'unreadable' }): Pick<SaidHead, 'problem' | 'choices'> => ({
  problem,
  ...(choices && { choices }),
});

type UnreadHead = SaidHead & Required<Pick<SaidHead, 'problem'>>;
export const isUnread = (head: SaidHead): head is UnreadHead => head.problem !== undefined;

/**
 * The heads that can't be read, told once each: with the first row that says nothing of its own in their place.
 * @param told those that were; grows
 */
export function unreadHeads(
  row: ParsedRow<'orders'>,
  heads: readonly UnreadHead[],
  told: Set<SaidHead>,
): UnreadableCell[] {
  const cells: UnreadableCell[] = [];
  for (const head of heads) {
    const { field, column, raw, problem, choices, from, to } = head;
    if (told.has(head) || row.row < from || row.row > to) continue;
    if (row.values[field] !== undefined || row.unreadable.some((cell) => cell.field === field)) continue;
    told.add(head);
    // A choice would overwrite the label.
    const offered = head.inLabel ? undefined : choices;
    cells.push({
      field,
      column,
      row: head.row,
      kind: fields.orders[field],
      raw,
      problem,
      ...(offered && { choices: offered }),
    });
  }
  return cells;
}
