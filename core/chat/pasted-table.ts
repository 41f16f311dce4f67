import { type Field, itemDetails, itemFields } from '../sheet/fields.ts';
import { isKnownHeading, matchHeading } from '../sheet/headings.ts';
import { plainText } from '../sheet/text.ts';
import { compare, type Decimal, multiply, parseDecimal, round } from '../value/decimal.ts';
import { type ChatRow, itemOf, namedOnly, type RowKnowledge, withoutDescription } from './chat-row.ts';
import { itemsIn } from './items-in.ts';
import { priceOfCell, quantityOfCell } from './pasted-number.ts';
import { remarkOf } from './remark.ts';
import { movedBy, type Said, type Taken, without } from './said.ts';
import { dateIn } from './said-date.ts';
import type { SaidQuantity } from './said-quantity.ts';

/** What a column of a pasted block holds; null = nothing an order row has a place for. */
export type PastedColumn = Field<'orders'> | 'row-number' | null;

interface Cell {
  readonly from: number;
  readonly to: number;
}

const rowNumber = /^(?:序号|序號|行号|行號|项次|項次|no\.?|#)$/i;
const ofItem: ReadonlySet<PastedColumn> = new Set([...itemFields, ...itemDetails]);

/** Excel and chat programs paste a table with a tab between cells. */
const cellsOf = (line: string): readonly Cell[] =>
  [...line.matchAll(/[^\t]*(?:\t|$)/g)]
    .filter(({ index }) => index < line.length || line.endsWith('\t'))
    .map(({ 0: cell, index }) => ({ from: index, to: index + cell.replace(/\t$/, '').length }));

export const isPastedRow = (line: string): boolean => line.includes('\t');

/** The columns of a block that begins with this line: headings of which one names an item and one a quantity; else null. */
export function pastedColumns(line: string): readonly PastedColumn[] | null {
  if (!isPastedRow(line)) return null;
  const columns = cellsOf(line).map(({ from, to }) => columnOf(plainText(line.slice(from, to))));
  const first = columns.map((column, at) => (columns.indexOf(column) === at ? column : null));
  return first.includes('quantity') && first.some((column) => ofItem.has(column)) ? first : null;
}

function columnOf(heading: string): PastedColumn {
  if (rowNumber.test(heading)) return 'row-number';
  return isKnownHeading(heading) ? (matchHeading('orders', heading)?.field ?? null) : null;
}

/**
 * A line of the block as an order row; null where it orders nothing (a total). What its columns say is sure, as far as their
 * whole cell was understood. `line` is the line as it was pasted, `rest` with plain signs and without what was read of it already.
 */
export function pastedRow(
  columns: readonly PastedColumn[],
  line: string,
  { rest: plain, message, from }: { readonly rest: string; readonly message: string; readonly from: number },
  known: RowKnowledge,
): ChatRow | null {
  const cells = cellsOf(line);
  let rest = [...line.matchAll(/\t/g)].reduce((left, { index }) => without(left, index, index + 1), plain);
  const textOf = ({ from: start, to }: Cell): string => without(without(rest, 0, start), to, rest.length);
  const cellOf = (field: PastedColumn): Cell | undefined => cells[columns.indexOf(field)];
  const take = <Value>(field: PastedColumn, read: (text: string) => Taken<Value> | null): Said<Value> | null => {
    const cell = columns.includes(field) ? cellOf(field) : undefined;
    const said = cell ? read(textOf(cell))?.said : undefined;
    if (!cell || !said) return null;
    const to = Math.min(said.to, cell.to);
    rest = without(rest, said.from, to);
    return movedBy(from, { ...said, to });
  };

  // Cells of numbers that were not understood, or not wholly: kept sign for sign, minus and all.
  const unclear: string[] = [];
  const takeNumber = <Value>(field: PastedColumn, read: (cell: string) => Said<Value> | null): Said<Value> | null => {
    const cell = columns.includes(field) ? cellOf(field) : undefined;
    if (!cell) return null;
    const text = line.slice(cell.from, cell.to);
    const said = read(text);
    if (said?.sure !== 'sure' && /[\p{L}\p{N}]/u.test(text)) unclear.push(text.trim());
    rest = without(rest, cell.from, cell.to);
    return said && movedBy(from + cell.from, said);
  };

  take('row-number', whole);
  const quantity = withUnit(takeNumber('quantity', quantityOfCell), take('unit', whole)?.value);
  const price = takeNumber('unitPrice', priceOfCell);
  const wished = take('dueDate', (text) => dateIn(asDay(text), known.today));
  const amount = cellOf('amount');
  if (quantity && price && amount && isProduct(textOf(amount), quantity.value.quantity, price.value))
    rest = without(rest, amount.from, amount.to);

  const others = cells.filter((_, at) => !ofItem.has(columns[at] ?? null));
  const named = others.reduce((left, cell) => without(left, cell.from, cell.to), rest);
  const mentions = itemsIn(named, known.prices);
  const item = itemOf(mentions, 0);
  const words = item ? '' : remarkOf(named, message, from).replaceAll('，', ' ');
  if (!item && (quantity === null || words === '' || /^(?:合计|合計|小计|小計|总计|總計|total)/i.test(words)))
    return null;
  const itemCells = cells.filter((cell) => !others.includes(cell));
  rest = item
    ? mentions.reduce((left, mention) => without(left, mention.from, mention.to), rest)
    : itemCells.reduce((left, cell) => without(left, cell.from, cell.to), rest);
  rest = withoutDescription(rest, item?.value.candidates[0]);
  return {
    item: item ? movedBy(from, item) : namedOnly(words, from, line),
    quantity,
    price,
    wished,
    remark: [...unclear, remarkOf(rest, message, from)].filter(Boolean).join('，'),
    from,
    to: from + line.length,
  };
}

/** 1.15, 12/5 and 12-5 in a column of days: month and day, as Chinese writes them. */
const asDay = (text: string): string =>
  text.replace(/(?<![\d./-])(\d{1,2})[./-](\d{1,2})(\s*)(?:\ue000|$)/, '$1/$2$3号');

const withUnit = (said: Said<SaidQuantity> | null, unit: string | undefined): Said<SaidQuantity> | null =>
  said && { ...said, value: { ...(unit !== undefined && { unit }), ...said.value } };

function whole(text: string): Taken<string> | null {
  const found = /[^\ue000\s](?:[^\ue000]*[^\ue000\s])?/.exec(text);
  if (!found) return null;
  const to = found.index + found[0].length;
  return { said: { value: found[0], sure: 'sure', from: found.index, to }, rest: without(text, found.index, to) };
}

/** An amount that says nothing new. */
function isProduct(text: string, quantity: Decimal, price: Decimal): boolean {
  const amount = parseDecimal(text.replace(/[\ue000\s,¥$元]/g, ''));
  return amount !== null && compare(round(multiply(quantity, price), 2), amount) === 0;
}
