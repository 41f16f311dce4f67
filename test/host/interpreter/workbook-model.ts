import { type Area, areaName, parseArea, sheetPrefix } from './address.ts';
import { invalidArgument } from './errors.ts';
import { EventHub } from './events.ts';
import type { Json } from './protocol.ts';
import { SheetModel } from './sheet-model.ts';
import type { NameData, SheetInput, WorkbookData, WorkbookInput } from './workbook-data.ts';

/** Who changed the sheet: the add-in itself, or the clerk (a test, through `setCells`). */
export type Author = 'ThisLocalAddin' | 'Unknown';

/** Sheet names that Excel refuses. */
const BAD_SHEET_NAME = /^$|^.{32,}$|[\\/?*[\]:]|^'|'$/;

/** The workbook that the stand-in holds: the one place where its state lives. */
export class WorkbookModel {
  readonly name: string;
  readonly events = new EventHub();
  readonly settings: Map<string, Json>;
  /** By id. */
  readonly customXmlParts: Map<string, string>;
  names: NameData[];
  sheets: SheetModel[];
  #active: SheetModel;
  #selection: Area;
  #nextId = 1;

  constructor(data: WorkbookInput) {
    this.name = data.name ?? 'Book1.xlsx';
    this.settings = new Map(Object.entries(data.settings ?? {}));
    this.customXmlParts = new Map((data.customXmlParts ?? []).map((xml) => [this.newId(), xml]));
    this.names = [...(data.names ?? [])];
    this.sheets = data.sheets.map((sheet) => this.#newSheet(sheet));
    const active = this.sheets.find(({ name }) => name === data.activeSheet) ?? this.sheets[0];
    if (active === undefined) throw new Error('A workbook has at least one sheet.');
    this.#active = active;
    this.#selection = parseArea(data.selection ?? 'A1') ?? { row: 0, column: 0, rows: 1, columns: 1 };
  }

  get active(): SheetModel {
    return this.#active;
  }

  get selection(): Area {
    return this.#selection;
  }

  /** By id, or by name whatever its case. */
  findSheet(key: string): SheetModel | undefined {
    return this.sheets.find(({ id, name }) => id === key || name.toLowerCase() === key.toLowerCase());
  }

  addSheet(name: string | undefined): SheetModel {
    const sheet = this.#newSheet({ name: this.checkedSheetName(name ?? this.#unusedSheetName()) });
    this.sheets.push(sheet);
    this.events.raise('added', sheet.id, { source: 'Local' });
    return sheet;
  }

  deleteSheet(sheet: SheetModel): void {
    const others = this.sheets.filter((other) => other !== sheet);
    const next = others.find(({ visibility }) => visibility === 'Visible');
    if (next === undefined) throw invalidArgument('A workbook keeps at least one visible sheet.');
    if (sheet === this.#active) this.activate(next);
    this.sheets = others;
    this.events.raise('deleted', sheet.id, { source: 'Local' });
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
    this.#selection = { row: 0, column: 0, rows: 1, columns: 1 };
    this.events.raise('activated', sheet.id);
  }

  select(sheet: SheetModel, area: Area): void {
    this.activate(sheet);
    this.#selection = area;
    this.events.raise('selectionChanged', sheet.id, { address: areaName(area) });
  }

  /** Runs a change of cells and tells those who listen; only a single cell comes with before and after. */
  edit(sheet: SheetModel, area: Area, author: Author, change: () => void): void {
    const { row, column } = area;
    const isSingle = area.rows === 1 && area.columns === 1;
    const state = (): [Json, string] => [sheet.cell(row, column)?.value ?? '', sheet.valueType(row, column)];
    const [valueBefore, valueTypeBefore] = state();
    change();
    const [valueAfter, valueTypeAfter] = state();
    this.events.raise('changed', sheet.id, {
      address: areaName(area),
      changeType: 'RangeEdited',
      source: 'Local',
      triggerSource: author,
      shiftDirection: 'None',
      // By this the client finds the range again (`event.getRange(context)`).
      referenceId: `${sheetPrefix(sheet.name)}!${areaName(area)}`,
      ...(isSingle ? { valueBefore, valueAfter, valueTypeBefore, valueTypeAfter } : {}),
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
      names: this.names,
      settings: Object.fromEntries(this.settings),
      customXmlParts: [...this.customXmlParts.values()],
      activeSheet: this.#active.name,
      selection: areaName(this.#selection),
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
