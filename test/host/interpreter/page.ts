/**
 * What runs in the pane's page in place of office.js: Microsoft's own Excel client, loaded just before this, is wired
 * to the stand-in, and the test gets its hands on the workbook through `excelStandIn`.
 */
import { type Area, parseArea } from './address.ts';
import { teachClientNotes } from './client-notes.ts';
import { type OfficeOptions, officeMembers } from './office.ts';
import type { OfficeCall } from './office-addin.ts';
import type { Json } from './protocol.ts';
import { writeGrid } from './range-values.ts';
import type { SheetModel } from './sheet-model.ts';
import { type BatchRecord, type RichApiCallback, type RichApiMessage, Transport } from './transport.ts';
import type { WorkbookData, WorkbookInput } from './workbook-data.ts';
import { WorkbookModel } from './workbook-model.ts';

/** The clerk's hands and the test's eyes. */
export interface PageStandIn {
  snapshot(): WorkbookData;
  batches(): BatchRecord[];
  refusals(): string[];
  officeCalls(): OfficeCall[];
  /** Types into cells: a block whose first cell is at `address`, or one value into all cells of `address`. */
  setCells(sheet: string, address: string, values: Json): void;
  select(sheet: string, address: string): void;
  setRowsHidden(sheet: string, first: number, last: number, hidden: boolean): void;
  /** Is the clerk in the middle of typing into a cell? */
  setEditing(editing: boolean): void;
  runAction(id: string): Promise<void>;
}

/** The globals of Microsoft's client that the stand-in needs. */
interface ClientGlobals {
  OSF: { DDA: { RichApi?: object }; _OfficeAppFactory?: object };
  Office: object;
  OfficeExtension: { CommonUtility: { _doApiNotSupportedCheck: boolean } };
  excelStandIn: PageStandIn;
}

export function start(workbook: WorkbookInput, options: OfficeOptions): void {
  const globals = globalThis as unknown as ClientGlobals;
  teachClientNotes();
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
  const office = officeMembers(book, options, refuse);
  // The client's own getter of Office.context asks this factory, which belongs to office.js.
  globals.OSF._OfficeAppFactory = { getContext: () => office.context };
  for (const [name, value] of Object.entries(office.members)) {
    Object.defineProperty(globals.Office, name, { value, configurable: true, writable: true, enumerable: true });
  }
  // office.js takes these away from the page; code that needs them must have kept its own copy before.
  Object.assign(globalThis.history, { pushState: null, replaceState: null });
  globals.excelStandIn = pageStandIn(book, transport, office.calls, office.runAction);
}

function pageStandIn(
  book: WorkbookModel,
  transport: Transport,
  calls: OfficeCall[],
  runAction: (id: string) => Promise<void>,
): PageStandIn {
  return {
    snapshot: () => book.toData(),
    batches: () => transport.batches,
    refusals: () => transport.refusals,
    officeCalls: () => calls,
    setCells: (name, address, values) => {
      const sheet = sheetNamed(book, name);
      const start = areaAt(address);
      const first = Array.isArray(values) ? values[0] : undefined;
      const area = Array.isArray(values)
        ? { ...start, rows: values.length, columns: Array.isArray(first) ? first.length : 1 }
        : start;
      book.edit(sheet, area, 'Unknown', () => writeGrid(sheet, area, values));
    },
    select: (name, address) => book.select(sheetNamed(book, name), areaAt(address)),
    setRowsHidden: (name, first, last, hidden) => {
      const rows = sheetNamed(book, name).hiddenRows;
      for (let row = first - 1; row < last; row += 1) hidden ? rows.add(row) : rows.delete(row);
    },
    setEditing: (editing) => transport.setEditing(editing),
    runAction,
  };
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
