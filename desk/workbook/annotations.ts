import type { Finding } from '../../core/check/finding.ts';
import type { Locale } from '../../core/policy/locale.ts';
import { lastColumn } from '../../core/sheet/cells.ts';
import type { FoundTable } from '../../core/sheet/table.ts';
import type { SheetOfFile } from '../../core/sheet/understand.ts';
import { wordFindings } from '../../locales/annotations.ts';
import type { Texts } from '../../locales/index.ts';
import { type StatusField, statusCells, statusColumnsOf, statusFields } from '../../ui/sheet-session/port.ts';
import type { Annotations, StatusCell } from '../../workbook/annotate/annotation.ts';
import type { OpenedFile, WorkbookView } from './opened-workbook.ts';
import type { TableStatuses } from './table-statuses.ts';

/** What the copy of one file gets: its findings, the corrections made here, and number and status beside posted rows. */
export function annotationsFor(
  file: string,
  view: WorkbookView,
  findings: readonly Finding[],
  { t, locale }: { readonly t: Texts; readonly locale: Locale },
): Annotations {
  const ofFile = <Placed extends { readonly file?: string }>(placed: readonly Placed[]) =>
    placed.filter((each) => each.file === file);
  const corrections = ofFile(view.edits).flatMap(({ sheet, row, column, value }): StatusCell[] =>
    typeof value === 'string' || typeof value === 'number' ? [{ sheet, row, column, text: value }] : [],
  );
  const statuses = ofFile(view.statuses).flatMap((each) => cellsOfStatuses(each, ofFile(view.sheets), t));
  return { ...wordFindings(ofFile(findings), t, locale), statuses: [...corrections, ...statuses] };
}

/**
 * The files a copy of is worth having: those with findings, or changed here. Price lists that are in order stay where they
 * are; with nothing to say of any file, it is those with the orders.
 */
export function filesToCopy<File extends Pick<OpenedFile, 'name'>>(
  files: readonly File[],
  { edits, statuses }: WorkbookView,
  findings: readonly Finding[],
  orderTables: readonly Pick<FoundTable, 'file'>[],
): readonly File[] {
  const among = (placed: readonly { readonly file?: string }[]) =>
    files.filter(({ name }) => placed.some(({ file }) => file === name));
  const concerned = among([...findings, ...edits, ...statuses]);
  return concerned.length > 0 ? concerned : among(orderTables);
}

function cellsOfStatuses(
  { sheet, table, rows }: TableStatuses,
  sheets: readonly SheetOfFile[],
  t: Texts,
): StatusCell[] {
  const grid = sheets.find((each) => each.sheet === sheet);
  const free = grid ? lastColumn(grid) + 1 : table.area.right + 1;
  const own = statusColumnsOf(table);
  const said = rows.map((row) => ({ row: row.row, cells: statusCells(row) }));
  const added = statusFields.filter(
    (field) => own[field] === undefined && said.some(({ cells }) => cells[field] !== undefined),
  );
  const columnOf = (field: StatusField): number => own[field] ?? free + added.indexOf(field);
  return [
    ...added.map((field) => ({
      sheet,
      row: table.headerRow,
      column: columnOf(field),
      text: t(`terms:field.${field}`),
    })),
    ...said.flatMap(({ row, cells }) =>
      statusFields.flatMap((field): StatusCell[] => {
        const text = cells[field];
        return text === undefined ? [] : [{ sheet, row, column: columnOf(field), text }];
      }),
    ),
  ];
}
