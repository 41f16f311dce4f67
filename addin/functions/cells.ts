/** What Excel hands over for a cell. */
export type CellContent = string | number | boolean | null | undefined;
/** Parameters are ranges; Excel makes one of a single cell too. What the formula leaves out is null. */
export type Argument = readonly (readonly CellContent[])[] | CellContent;

/** What a formula's cell shows. Excel shows a text with two of its errors only; every error here has one. */
export type CellResult = string | number | ErrorCell | DayCell;
export interface ErrorCell {
  /** #N/A: there is no answer. #VALUE!: it can't be asked so. */
  readonly error: 'not-available' | 'invalid-value';
  readonly text: string;
}
/** Days since 1900 began, or 1904 in a workbook that counts so. */
export interface DayCell {
  readonly day: number;
}

/** A formula filled down beside rows that are still to come asks nothing yet: Excel hands over an empty cell as null, or as 0. */
export const isEmpty = (content: CellContent): boolean =>
  content === null || content === undefined || content === 0 || (typeof content === 'string' && !/\S/.test(content));

/** More would freeze a sheet; whoever names whole columns has the rows under the last filled one left out. */
export const mostCells = 20_000;

export type Shape = { readonly rows: number; readonly columns: number };

/** As Excel does with its own functions: a row, a column or a single cell counts for every row and column beside it. */
export function laidOut(args: readonly Argument[]): {
  readonly shape: Shape;
  /** The arguments of one cell; null where a range ends before the others do. */
  readonly at: (row: number, column: number) => readonly CellContent[] | null;
} {
  const blocks = args.map(blockOf);
  const shape = {
    rows: Math.max(...blocks.map(({ length }) => length)),
    columns: Math.max(...blocks.map((block) => block[0]?.length ?? 1)),
  };
  const at = (row: number, column: number) => {
    const cells: CellContent[] = [];
    for (const block of blocks) {
      const line = block.length === 1 ? block[0] : block[row];
      if (!line || (line.length > 1 && column >= line.length)) return null;
      cells.push(line.length === 1 ? line[0] : line[column]);
    }
    return cells;
  };
  return { shape, at };
}

type Block = readonly (readonly CellContent[])[];

function blockOf(argument: Argument): Block {
  if (!Array.isArray(argument)) return [[argument as CellContent]];
  const block = argument as Block;
  let rows = block.length;
  while (rows > 1 && block[rows - 1]?.every(isEmpty)) rows -= 1;
  return rows === block.length ? block : block.slice(0, rows);
}
