import { type Area, areaName, parseArea, sheetPrefix, splitSheetName } from './address.ts';
import { accessDenied, invalidArgument } from './errors.ts';
import { EventHub } from './events.ts';
import { LiveRanges } from './live-ranges.ts';
import { type Move, movedArea } from './moved-cells.ts';
import type { Json } from './protocol.ts';
import { SheetModel } from './sheet-model.ts';
import { UndoList } from './undo-list.ts';
import type { SheetInput, WorkbookData, WorkbookInput } from './workbook-data.ts';

/** Who changed the sheet: the add-in itself, the clerk (a test, through `setCells`), or somebody in the same file elsewhere. */
export type Author = 'ThisLocalAddin' | 'Unknown' | 'CoAuthor';

/** A name while the stand-in runs. */
export interface DefinedName {
  readonly name: string;
  formula: string;
  readonly sheet: SheetModel | undefined;
  comment: string;
  visible: boolean;
}

/** Sheet names that Excel refuses. */
const BAD_SHEET_NAME = /^$|^.{32,}$|[\\/?*[\]:]|^'|'$/;

/** The workbook that the stand-in holds: the one place where its state lives. */
export class WorkbookModel {
  readonly name: string;
  readonly date1904: boolean;
  readonly protected: boolean;
  /** Files that a request brought, by their base64. */
  readonly files = new Map<string, WorkbookData>();
  readonly events = new EventHub();
  readonly settings: Map<string, Json>;
  /** By id. */
  readonly customXmlParts: Map<string, string>;
  /** Range objects that move with their cells. */
  readonly live = new LiveRanges();
  readonly undo = new UndoList();
  names: DefinedName[];
  sheets: SheetModel[];
  #active: SheetModel;
  /** What is selected on the active sheet: one area, or several held with Ctrl. */
  #selection: readonly Area[];
  #nextId = 1;

  constructor(data: WorkbookInput) {
    this.name = data.name ?? 'Book1.xlsx';
    this.date1904 = data.date1904 ?? false;
    this.protected = data.protected ?? false;
    this.settings = new Map(Object.entries(data.settings ?? {}));
    this.customXmlParts = new Map((data.customXmlParts ?? []).map((xml) => [this.newId(), xml]));
    this.sheets = data.sheets.map((sheet) => this.#newSheet(sheet));
    this.names = (data.names ?? []).map(({ name, formula, sheet, comment = '' }) => ({
      name,
      formula,
      comment,
      visible: true,
      sheet: sheet === undefined ? undefined : this.findSheet(sheet),
    }));
    const active = this.sheets.find(({ name }) => name === data.activeSheet) ?? this.sheets[0];
    if (active === undefined) throw new Error('A workbook has at least one sheet.');
    this.#active = active;
    this.#selection = areasOf(data.selection ?? 'A1');
  }

  get active(): SheetModel {
    return this.#active;
  }

  get selection(): readonly Area[] {
    return this.#selection;
  }

  /** By id, or by name whatever its case. */
  findSheet(key: string): SheetModel | undefined {
    return this.sheets.find(({ id, name }) => id === key || name.toLowerCase() === key.toLowerCase());
  }

  addSheet(name: string | undefined): SheetModel {
    return this.#add({ name: this.checkedSheetName(name ?? this.#unusedSheetName()) });
  }

  /** Behind the others, each with what lies on it; formulas go on as they are. */
  addSheetsOf(base64: string): SheetModel[] {
    const file = this.files.get(base64);
    if (file === undefined) throw invalidArgument('This is no workbook.');
    return file.sheets.map((sheet) => this.#add({ ...sheet, name: this.#freeName(sheet.name) }));
  }

  #add(data: SheetInput): SheetModel {
    if (this.protected) throw accessDenied();
    const sheet = this.#newSheet(data);
    this.sheets.push(sheet);
    this.events.raise('added', sheet.id, { source: 'Local' });
    return sheet;
  }

  #freeName(name: string): string {
    let free = name;
    for (let number = 2; this.findSheet(free) !== undefined; number += 1) free = `${name} (${number})`;
    return free;
  }

  deleteSheet(sheet: SheetModel): void {
    const others = this.sheets.filter((other) => other !== sheet);
    const next = others.find(({ visibility }) => visibility === 'Visible');
    if (next === undefined) throw invalidArgument('A workbook keeps at least one visible sheet.');
    if (sheet === this.#active) this.activate(next);
    this.sheets = others;
    for (const name of this.names) if (isOf(name.formula, sheet)) name.formula = '=#REF!';
    this.events.raise('deleted', sheet.id, { source: 'Local' });
  }

  /** Names of its cells go on naming them. */
  renameSheet(sheet: SheetModel, name: string): void {
    const own = this.names.filter(({ formula }) => isOf(formula, sheet));
    sheet.name = name;
    for (const named of own) named.formula = `=${sheetPrefix(name)}!${splitSheetName(named.formula).cells}`;
  }

  /** @throws HostError when Excel would refuse the name, or a sheet other than `owner` has it. */
  checkedSheetName(name: string, owner?: SheetModel): string {
    const taken = this.findSheet(name);
    if (BAD_SHEET_NAME.test(name) || (taken !== undefined && taken !== owner)) {
      throw invalidArgument(`A sheet can't be named "${name}".`);
    }
    return name;
  }

  activate(sheet: SheetModel): void {
    if (sheet === this.#active) return;
    if (sheet.visibility !== 'Visible') throw invalidArgument('A hidden sheet cannot be activated.');
    this.events.raise('deactivated', this.#active.id);
    this.#active = sheet;
    this.#selection = areasOf('A1');
    this.events.raise('activated', sheet.id);
  }

  select(sheet: SheetModel, ...areas: Area[]): void {
    this.activate(sheet);
    this.#selection = areas;
    this.events.raise('selectionChanged', sheet.id, { address: listName(areas) });
  }

  moveSelection(sheet: SheetModel, move: Move): void {
    if (sheet !== this.#active) return;
    this.#selection = this.#selection.map((area) => {
      const moved = movedArea(area, move);
      return typeof moved === 'string' ? area : moved;
    });
  }

  /** Runs a change of cells and tells those who listen; only a single cell comes with before and after. */
  edit(sheet: SheetModel, area: Area, author: Author, change: () => void): void {
    const { row, column } = area;
    const isSingle = area.rows === 1 && area.columns === 1;
    const state = (): [Json, string] => [sheet.cell(row, column)?.value ?? '', sheet.valueType(row, column)];
    const [valueBefore, valueTypeBefore] = state();
    change();
    const [valueAfter, valueTypeAfter] = state();
    this.raiseChanged(sheet, area, author, {
      changeType: 'RangeEdited',
      shiftDirection: 'None',
      ...(isSingle ? { valueBefore, valueAfter, valueTypeBefore, valueTypeAfter } : {}),
    });
  }

  raiseChanged(sheet: SheetModel, area: Area, author: Author, details: Record<string, Json>): void {
    if (author === 'Unknown') this.undo.noteClerk();
    this.events.raise('changed', sheet.id, {
      address: areaName(area),
      ...causeOf(author),
      // By this the client finds the range again (`event.getRange(context)`).
      referenceId: `${sheetPrefix(sheet.name)}!${areaName(area)}`,
      ...details,
    });
  }

  /** Sorting tells of itself, not of the cells that changed with it. */
  raiseSorted(event: 'rowSorted' | 'columnSorted', sheet: SheetModel, area: Area, author: Author): void {
    this.events.raise(event, sheet.id, { address: areaName(area), ...causeOf(author) });
  }

  /** Rows that come or go, by hand or by a filter, are told of as such: no cell changed. */
  raiseHidden(sheet: SheetModel, rows: Area, isHidden: boolean, author: Author): void {
    this.events.raise('rowHiddenChanged', sheet.id, {
      address: areaName(rows),
      changeType: isHidden ? 'Hidden' : 'Unhidden',
      ...causeOf(author),
    });
  }

  newId(): string {
    const number = this.#nextId++;
    return `{00000000-0000-4000-8000-${number.toString(16).toUpperCase().padStart(12, '0')}}`;
  }

  toData(): WorkbookData {
    return {
      name: this.name,
      sheets: this.sheets.map((sheet) => sheet.toData()),
      names: this.names.map(({ name, formula, sheet, comment }) => ({
        name,
        formula,
        ...(sheet === undefined ? {} : { sheet: sheet.name }),
        ...(comment === '' ? {} : { comment }),
      })),
      settings: Object.fromEntries(this.settings),
      customXmlParts: [...this.customXmlParts.values()],
      ...(this.protected && { protected: true }),
      ...(this.date1904 && { date1904: true }),
      activeSheet: this.#active.name,
      selection: listName(this.#selection),
    };
  }

  #newSheet(data: SheetInput): SheetModel {
    return new SheetModel(data, this.newId(), () => this.newId());
  }

  #unusedSheetName(): string {
    let number = this.sheets.length + 1;
    while (this.findSheet(`Sheet${number}`) !== undefined) number += 1;
    return `Sheet${number}`;
  }
}

const areasOf = (list: string): Area[] =>
  list.split(',').map((address) => parseArea(address) ?? { row: 0, column: 0, rows: 1, columns: 1 });

/** A name of cells of this sheet. */
const isOf = (formula: string, { name }: SheetModel): boolean =>
  splitSheetName(formula.slice(1)).sheet?.toLowerCase() === name.toLowerCase();

const listName = (areas: readonly Area[]): string => areas.map(areaName).join(',');

/** What an event says of who caused it. */
const causeOf = (author: Author): Record<string, Json> => ({
  source: author === 'CoAuthor' ? 'Remote' : 'Local',
  triggerSource: author === 'ThisLocalAddin' ? 'ThisLocalAddin' : 'Unknown',
});
