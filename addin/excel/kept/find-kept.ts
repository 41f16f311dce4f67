import type { Area } from '../../../core/sheet/grid.ts';
import { keptName, titleColumn } from '../../../core/sheet/kept-names.ts';
import { type KeptTable, KeptTableClosed } from '../../../ui/kept-tables/port.ts';
import { areaOf } from '../reading/outline.ts';

/** A kept table as it stands in the workbook. */
export interface KeptThere {
  readonly sheet: Excel.Worksheet;
  readonly excel: Excel.Table;
  /** Its rows, without headings and totals. */
  readonly body: Area;
  /** Which of the kept table's columns each of its columns is; null = the user's. */
  readonly columns: readonly (string | null)[];
  readonly title: Excel.Range | null;
}

interface Headings {
  readonly sheet: Excel.Worksheet;
  /** Heading cells by column; 'title' is the cell above. */
  readonly cells: ReadonlyMap<string, Excel.Range>;
}

/** The heading cells of a table that are still there; null = none, or its sheet is gone. */
export async function findHeadings(context: Excel.RequestContext, table: string): Promise<Headings | null> {
  const { names } = context.workbook;
  names.load('items/name');
  await context.sync();
  const prefix = keptName(table, '');
  const named = names.items
    .filter(({ name }) => name.startsWith(prefix))
    .map((item) => ({
      column: item.name.slice(prefix.length),
      range: item.getRangeOrNullObject().load('rowIndex,columnIndex,worksheet/name,worksheet/protection/protected'),
    }));
  if (named.length === 0) return null;
  await context.sync();
  const [first, ...others] = named.filter(({ range }) => !range.isNullObject);
  if (!first) return null;
  const sheet = first.range.worksheet;
  const onSheet = [first, ...others].filter(({ range }) => range.worksheet.name === sheet.name);
  return { sheet, cells: new Map(onSheet.map(({ column, range }) => [column, range])) };
}

/** @throws KeptTableClosed where the cells are there but no Excel table is around them any more */
export async function findKept(context: Excel.RequestContext, { id }: KeptTable): Promise<KeptThere | null> {
  const headings = await findHeadings(context, id);
  if (!headings) return null;
  const { sheet, cells } = headings;
  const title = cells.get(titleColumn) ?? null;
  const columns = [...cells].filter(([column]) => column !== titleColumn);
  sheet.tables.load('items/name');
  await context.sync();
  const tables = sheet.tables.items.map((excel) => ({
    excel,
    range: excel.getDataBodyRange().load('rowIndex,columnIndex,rowCount,columnCount'),
  }));
  if (tables.length > 0) await context.sync();
  for (const { excel, range } of tables) {
    const body = areaOf(range);
    const isIn = ({ rowIndex, columnIndex }: Excel.Range) =>
      rowIndex === body.top - 1 && columnIndex >= body.left && columnIndex <= body.right;
    if (!columns.some(([, cell]) => isIn(cell))) continue;
    const at = new Map(columns.filter(([, cell]) => isIn(cell)).map(([column, cell]) => [cell.columnIndex, column]));
    const width = body.right - body.left + 1;
    return {
      sheet,
      excel,
      body,
      columns: Array.from({ length: width }, (_, index) => at.get(body.left + index) ?? null),
      title,
    };
  }
  throw new KeptTableClosed('no-table', sheet.name);
}
