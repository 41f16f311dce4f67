/**
 * What runs in the pane's page in place of office.js: Microsoft's own Excel client, loaded just before this, is wired
 * to the stand-in, and the test gets its hands on the workbook through `excelStandIn`.
 */
import { type Area, parseArea, wholeRows } from './address.ts';
import { teachClientNotes } from './client-notes.ts';
import { teachClientUndoGroups } from './client-undo-groups.ts';
import { CustomFunctionHost, type CustomFunctionsGlobal } from './custom-functions.ts';
import { filterRows, sheetFilter } from './filters.ts';
import { rowsAlike, setRowsHidden } from './hidden-rows.ts';
import { loudly } from './loud.ts';
import type { MemberUse } from './member-log.ts';
import { type OfficeOptions, officeMembers } from './office.ts';
import type { OfficeCall, Press } from './office-addin.ts';
import type { Json } from './protocol.ts';
import { writeGrid } from './range-values.ts';
import type { SheetModel } from './sheet-model.ts';
import { moveCells } from './sheet-moves.ts';
import { sortColumns, sortRows } from './sort-rows.ts';
import { type BatchRecord, type RichApiCallback, type RichApiMessage, Transport } from './transport.ts';
import type { UndoEntry } from './undo-list.ts';
import type { WorkbookData, WorkbookInput } from './workbook-data.ts';
import { type Author, WorkbookModel } from './workbook-model.ts';

/** The clerk's hands and the test's eyes. */
export interface PageStandIn {
  snapshot(): WorkbookData;
  batches(): BatchRecord[];
  refusals(): string[];
  officeCalls(): OfficeCall[];
  /** Types into cells: a block whose first cell is at `address`, or one value into all cells of `address`. */
  setCells(sheet: string, address: string, values: Json, author?: Author): void;
  /** `B2`, or several areas: `B2:B4,D7`. */
  select(sheet: string, address: string): void;
  setRowsHidden(sheet: string, first: number, last: number, hidden: boolean): void;
  insertRows(sheet: string, first: number, count: number, author?: Author): void;
  deleteRows(sheet: string, first: number, count: number, author?: Author): void;
  sort(sheet: string, address: string, column: number, ascending: boolean, author?: Author): void;
  sortColumns(sheet: string, address: string, row: number, ascending: boolean): void;
  filter(sheet: string, address: string, column: number, values: string[]): void;
  /** Is the clerk in the middle of typing into a cell? */
  setEditing(editing: boolean): void;
  setLatency(milliseconds: number): void;
  undoLog(): UndoEntry[];
  memberUse(): MemberUse;
  runAction(id: string): Promise<Press>;
  /** Enters a formula, and answers by what number to ask for it (custom-functions.ts). */
  enterFormula(id: string, args: Json[], stream: boolean): number;
  /** All that a formula has shown so far. */
  formulaResults(formula: number): Json[];
  cancelFormula(formula: number): void;
  associatedFunctions(): string[];
}

/** The globals of Microsoft's client that the stand-in needs. */
interface ClientGlobals {
  OSF: { DDA: { RichApi?: object }; _OfficeAppFactory?: object };
  Office: object;
  CustomFunctions: CustomFunctionsGlobal;
  OfficeExtension: { CommonUtility: { _doApiNotSupportedCheck: boolean } };
  excelStandIn: PageStandIn;
}

export function start(workbook: WorkbookInput, options: OfficeOptions): void {
  const globals = globalThis as unknown as ClientGlobals;
  teachClientNotes();
  teachClientUndoGroups();
  // An Excel that is too old answers ApiNotFound; here the client itself says so, by the set Microsoft noted at each member.
  globals.OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
  const book = new WorkbookModel(workbook);
  const transport = new Transport(book);
  globals.OSF.DDA.RichApi = {
    executeRichApiRequestAsync: (message: RichApiMessage, callback: RichApiCallback) =>
      transport.execute(message, callback),
    richApiMessageManager: {
      register: async (listener: (message: unknown) => void) => book.events.listen(listener),
    },
  };
  const refuse = (member: string): never => {
    transport.refusals.push(`The Excel stand-in does not know ${member}.`);
    throw new Error(`The Excel stand-in does not know ${member}.`);
  };
  const office = officeMembers(book, options, loudly(refuse, transport.members));
  // The client's own getter of Office.context asks this factory, which belongs to office.js.
  globals.OSF._OfficeAppFactory = { getContext: () => office.context };
  for (const [name, value] of Object.entries(office.members)) {
    Object.defineProperty(globals.Office, name, { value, configurable: true, writable: true, enumerable: true });
  }
  // office.js takes these away from the page; code that needs them must have kept its own copy before.
  Object.assign(globalThis.history, { pushState: null, replaceState: null });
  const functions = new CustomFunctionHost(globals.CustomFunctions);
  globals.excelStandIn = pageStandIn(book, transport, office.calls, office.runAction, functions);
}

function pageStandIn(
  book: WorkbookModel,
  transport: Transport,
  calls: OfficeCall[],
  runAction: (id: string) => Promise<Press>,
  functions: CustomFunctionHost,
): PageStandIn {
  return {
    snapshot: () => book.toData(),
    batches: () => transport.batches,
    refusals: () => transport.refusals,
    officeCalls: () => calls,
    setCells: (name, address, values, author = 'Unknown') =>
      type(book, author, sheetNamed(book, name), areaAt(address), values),
    insertRows: (name, first, count, author = 'Unknown') =>
      moveCells(book, sheetNamed(book, name), wholeRows(first, count), 'Down', author),
    deleteRows: (name, first, count, author = 'Unknown') =>
      moveCells(book, sheetNamed(book, name), wholeRows(first, count), 'Up', author),
    sort: (name, address, column, ascending, author = 'Unknown') =>
      sortRows(book, sheetNamed(book, name), areaAt(address), [{ key: column, ascending }], author),
    sortColumns: (name, address, row, ascending) =>
      sortColumns(book, sheetNamed(book, name), areaAt(address), { key: row, ascending }, 'Unknown'),
    filter: (name, address, column, values) => {
      const sheet = sheetNamed(book, name);
      filterRows(book, sheet, sheetFilter(sheet), areaAt(address), [column, { filterOn: 'Values', values }], 'Unknown');
    },
    select: (name, list) => book.select(sheetNamed(book, name), ...list.split(',').map(areaAt)),
    setRowsHidden: (name, first, last, hidden) =>
      setRowsHidden(book, sheetNamed(book, name), rowsAlike(first - 1, last - first + 1, hidden), 'Unknown'),
    setEditing: (editing) => transport.setEditing(editing),
    setLatency: (milliseconds) => transport.setLatency(milliseconds),
    undoLog: () => book.undo.log,
    memberUse: () => transport.members.report(),
    runAction,
    enterFormula: (id, args, stream) => functions.enter(id, args, stream),
    formulaResults: (formula) => functions.results(formula),
    cancelFormula: (formula) => functions.cancel(formula),
    associatedFunctions: () => functions.associated(),
  };
}

function type(book: WorkbookModel, author: Author, sheet: SheetModel, start: Area, values: Json): void {
  const first = Array.isArray(values) ? values[0] : undefined;
  const area = Array.isArray(values)
    ? { ...start, rows: values.length, columns: Array.isArray(first) ? first.length : 1 }
    : start;
  book.edit(sheet, area, author, () => writeGrid(sheet, area, values));
}

function sheetNamed(book: WorkbookModel, name: string): SheetModel {
  const sheet = book.findSheet(name);
  if (sheet === undefined) throw new Error(`The workbook has no sheet "${name}".`);
  return sheet;
}

function areaAt(address: string): Area {
  const area = parseArea(address);
  if (area === undefined) throw new Error(`"${address}" is no address.`);
  return area;
}
