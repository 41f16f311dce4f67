import { isUnbounded } from './address.ts';
import { invalidArgument, notImplemented } from './errors.ts';
import { type CellsOfSheet, dataArgument, type HostObject } from './host-object.ts';
import { checkAllowed } from './protection.ts';
import type { Json } from './protocol.ts';
import { common } from './range-hidden.ts';
import { gridOf } from './range-values.ts';

/** What a cell looks like that nobody formatted. A property that is not here is refused. */
const PLAIN: Readonly<Record<string, Json>> = {
  horizontalAlignment: 'General',
  verticalAlignment: 'Bottom',
  wrapText: false,
  'fill.color': '#FFFFFF',
  'font.bold': false,
  'font.color': '#000000',
  'font.italic': false,
  'font.name': 'Calibri',
  'font.size': 11,
  'font.strikethrough': false,
  'font.underline': 'None',
  'protection.formulaHidden': false,
  'protection.locked': true,
};

/** Excel.RangeFormat with fill and font, of one range or of several together. */
export function rangeFormat(cells: readonly CellsOfSheet[]): HostObject {
  return {
    type: 'RangeFormat',
    ...withColumnWidth(cells, formatMembers(cells, '')),
    open: {
      fill: () => ({
        type: 'RangeFill',
        ...formatMembers(cells, 'fill.'),
        call: {
          clear: () => {
            setFormat(cells, 'fill.color', undefined);
            return undefined;
          },
        },
      }),
      protection: () => ({ type: 'FormatProtection', ...formatMembers(cells, 'protection.') }),
      font: () => ({ type: 'RangeFont', ...formatMembers(cells, 'font.') }),
    },
  };
}

/** In points; of the whole columns, whatever range it is asked of. */
function withColumnWidth(
  cells: readonly CellsOfSheet[],
  { get, set }: Pick<HostObject, 'get' | 'set'>,
): Pick<HostObject, 'get' | 'set'> {
  const columns = cells.flatMap(({ sheet, area }) =>
    Array.from({ length: area.columns }, (_, index) => ({ sheet, column: area.column + index })),
  );
  return {
    get: {
      ...get,
      columnWidth: () => common(columns.map(({ sheet, column }) => sheet.columnWidths.get(column) ?? USUAL_WIDTH)),
    },
    set: {
      ...set,
      columnWidth: (width) => {
        if (typeof width !== 'number') throw invalidArgument('A width is a number.');
        for (const { sheet } of cells) checkAllowed(sheet, 'allowFormatColumns');
        for (const { sheet, column } of columns) sheet.columnWidths.set(column, width);
      },
    },
  };
}
/** Of a column nobody widened. */
const USUAL_WIDTH = 48;

/** `getCellProperties({ format: { font: { strikethrough: true } } })`: one entry a cell. */
export function cellProperties(range: CellsOfSheet): NonNullable<HostObject['call']> {
  return {
    getCellProperties: (options) =>
      gridOf(range.area, (row, column) => {
        const cell = { ...range, area: { row, column, rows: 1, columns: 1 } };
        return chosenFormats(dataArgument(options), (key) => commonFormat([cell], key));
      }),
  };
}

/** As much of a cell's look as was asked for, in the shape of the question. */
function chosenFormats(wanted: Json, read: (key: string) => Json, prefix: readonly string[] = []): Json {
  if (typeof wanted !== 'object' || wanted === null || Array.isArray(wanted))
    throw invalidArgument('Name the properties.');
  return Object.fromEntries(
    Object.entries(wanted).map(([name, value]) => {
      const path = [...prefix, name];
      if (value !== true) return [name, chosenFormats(value ?? null, read, path)];
      const key = path.slice(1).join('.');
      if (path[0] !== 'format' || !(key in PLAIN))
        throw notImplemented('Range', `property "${path.join('.')}" of cells`);
      return [name, read(key)];
    }),
  );
}

function formatMembers(cells: readonly CellsOfSheet[], prefix: string): Pick<HostObject, 'get' | 'set'> {
  const get: Record<string, () => Json> = {};
  const set: Record<string, (value: Json) => void> = {};
  for (const key of Object.keys(PLAIN)) {
    const member = key.slice(prefix.length);
    if (!key.startsWith(prefix) || member.includes('.')) continue;
    get[member] = () => commonFormat(cells, key);
    set[member] = (value) => setFormat(cells, key, member === 'color' ? checkedColor(value) : value);
  }
  return { get, set };
}

function commonFormat(cells: readonly CellsOfSheet[], key: string): Json {
  return common(cells.flatMap((range) => formats(range, key)));
}

function formats({ sheet, area }: CellsOfSheet, key: string): Json[] {
  if (isUnbounded(area)) throw invalidArgument('The stand-in tells the format of a bounded range only.');
  return gridOf(area, (row, column) => sheet.cell(row, column)?.format?.[key] ?? PLAIN[key] ?? null).flat();
}

function setFormat(cells: readonly CellsOfSheet[], key: string, value: Json | undefined): void {
  for (const range of cells) setFormatOf(range, key, value);
}

function setFormatOf({ sheet, area }: CellsOfSheet, key: string, value: Json | undefined): void {
  checkAllowed(sheet, 'allowFormatCells');
  if (isUnbounded(area)) throw invalidArgument('The stand-in formats bounded ranges only.');
  for (const [row, column] of gridOf(area, (row, column) => [row, column] as const).flat()) {
    if (value === undefined && sheet.cell(row, column)?.format?.[key] === undefined) continue;
    const { [key]: _, ...others } = sheet.cell(row, column)?.format ?? {};
    sheet.touch(row, column).format = value === undefined ? others : { ...others, [key]: value };
  }
}

/** `#RRGGBB` in capitals, as Excel gives it back, or a named colour as it is. */
export function checkedColor(value: Json): string {
  if (typeof value !== 'string' || !/^(#[0-9a-f]{6}|[a-z]+)$/i.test(value))
    throw invalidArgument(`"${value}" is no colour.`);
  return value.startsWith('#') ? value.toUpperCase() : value;
}
