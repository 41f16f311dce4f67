import { commentCollection } from './comments.ts';
import { customXmlPartCollection } from './custom-xml-parts.ts';
import { HostError, notImplemented } from './errors.ts';
import { booleanArgument, dataArgument, type HostObject, type ObjectModel, textArgument } from './host-object.ts';
import { nameCollection } from './names.ts';
import { noteCollection } from './notes.ts';
import type { Json } from './protocol.ts';
import { rangeAreas } from './range-areas.ts';
import { rangeOfAddress } from './range-of-address.ts';
import { settingCollection } from './settings.ts';
import { tableCollection } from './tables.ts';
import type { WorkbookModel } from './workbook-model.ts';
import { worksheetFunctions } from './worksheet-functions.ts';
import { worksheetCollection } from './worksheets.ts';

/** The root of every request: Excel.Workbook. `release` forgets a range that the client no longer keeps. */
export function workbookObject(model: ObjectModel, release: (reference: string) => void): HostObject {
  const { book } = model;
  const selected = (): HostObject => {
    const [area, ...others] = book.selection;
    if (area === undefined || others.length > 0) {
      throw new HostError('InvalidSelection', 'The current selection is invalid for this operation.');
    }
    return model.range({ sheet: book.active, area });
  };
  return {
    type: 'Workbook',
    get: { name: () => book.name, readOnly: () => false, autoSave: () => true },
    open: {
      application: () => applicationObject(),
      functions: () => worksheetFunctions(book.date1904),
      customXmlParts: () => customXmlPartCollection(book),
      comments: () => commentCollection(model, () => book.sheets),
      names: () => nameCollection(model),
      notes: () => noteCollection(model, () => book.sheets),
      protection: () => ({ type: 'WorkbookProtection', get: { protected: () => book.protected } }),
      settings: () => settingCollection(book),
      tables: () => tableCollection(model, () => book.sheets),
      worksheets: () => worksheetCollection(model),
      _Runtime: () => runtimeObject(book),
    },
    call: {
      insertWorksheetsFromBase64: (file, options) => {
        checkAtEnd(dataArgument(options));
        return book.addSheetsOf(textArgument(file)).map(({ id }) => id);
      },
      getSelectedRange: selected,
      getSelectedRanges: () => rangeAreas(model, book.active, [...book.selection]),
      getActiveCell: () => {
        const { row, column } = book.selection[0] ?? { row: 0, column: 0 };
        return model.range({ sheet: book.active, area: { row, column, rows: 1, columns: 1 } });
      },
      // The reference id of an event is its address, sheet included.
      _GetRangeForEventByReferenceId: (reference) => rangeOfAddress(model, textArgument(reference)),
      _RemoveReference: (reference) => {
        release(textArgument(reference));
        return undefined;
      },
    },
  };
}

/** Which sheets, and where else, is not known here. */
function checkAtEnd(options: Json): void {
  if (JSON.stringify(options) !== '{"positionType":"End"}')
    throw notImplemented('Workbook', `insertWorksheetsFromBase64 with ${JSON.stringify(options)}`);
}

const applicationObject = (): HostObject => ({
  type: 'Application',
  get: { calculationMode: () => 'Automatic', decimalSeparator: () => '.', thousandsSeparator: () => ',' },
  call: {
    // Both only spare the screen and the processor until the next sync; there is neither here.
    suspendScreenUpdatingUntilNextSync: () => undefined,
    suspendApiCalculationUntilNextSync: () => undefined,
  },
});

const runtimeObject = (book: WorkbookModel): HostObject => ({
  type: 'Runtime',
  get: { enableEvents: () => book.events.enabled },
  set: {
    enableEvents: (value) => {
      book.events.enabled = booleanArgument(value, true);
    },
  },
});
