import type { CellValue, Grid } from '../../core/sheet/grid.ts';
import { Unreadable } from '../problem.ts';

/** What the sheets of one workbook share, and how many cells may still be read. */
export interface Shared {
  readonly texts: readonly string[];
  readonly formats: readonly (string | null)[];
  /** Styles that strike a cell through. */
  readonly struck: ReadonlySet<number>;
  readonly cells: { left: number; readonly limit: number };
  readonly places: { left: number };
}

/** A cell between its opening and closing tag. */
export interface OpenCell {
  row: number;
  column: number;
  type: string;
  style: number;
  formula: string | null;
  value: string | null;
  /** Number of the formula it shares with other cells; only the first of them spells it out. */
  shared: string | null;
  /** An inline text was there, perhaps an empty one. */
  hasText: boolean;
}

const none: readonly never[] = [];

/** The three parallel tables of a grid while they grow. */
export function cellTable({ formats, struck, cells, places }: Shared, part: string) {
  const values: CellValue[][] = [];
  const codes: (string | null)[][] = [];
  const formulas: (string | null)[][] = [];
  const struckRows = new Map<number, number[]>();
  const takePlaces = (more: number): void => {
    places.left -= Math.max(0, more);
    if (places.left < 0) throw new Unreadable({ code: 'workbook.suspicious', data: { part } });
  };
  const set = <Content>(table: Content[][], blank: Content, row: number, column: number, content: Content): void => {
    takePlaces(row + 1 - table.length);
    while (table.length <= row) table.push(none as unknown as Content[]);
    let line = table[row] as Content[];
    if (line === (none as unknown)) {
      line = [];
      table[row] = line;
    }
    takePlaces(column - line.length);
    while (line.length < column) line.push(blank);
    line[column] = content;
  };
  const strike = (row: number, column: number): void => {
    const rows = struckRows.get(column);
    if (rows) rows.push(row);
    else struckRows.set(column, [row]);
  };
  return {
    takePlaces,
    put({ row, column, style, formula, type }: OpenCell, value: CellValue): void {
      if (value === null && formula === null) return;
      if (cells.left-- <= 0)
        throw new Unreadable({ code: 'workbook.too-many-cells', data: { limit: String(cells.limit) } });
      set(values, null, row, column, value);
      const code = formats[style] ?? (type === 'd' ? 'yyyy-mm-dd' : null);
      if (code !== null) set(codes, null, row, column, code);
      if (formula !== null) set(formulas, null, row, column, `=${formula}`);
      if (struck.has(style)) strike(row, column);
    },
    take: (): Pick<Grid, 'values' | 'formats' | 'formulas' | 'struck'> => ({
      values,
      ...(codes.length > 0 && { formats: codes }),
      ...(formulas.length > 0 && { formulas }),
      ...(struckRows.size > 0 && { struck: [...struckRows].map(([column, rows]) => ({ column, rows })) }),
    }),
  };
}
