import { itemNotFound } from './errors.ts';
import { ANY_SHEET } from './events.ts';
import { booleanArgument, type HostObject, NULL_OBJECT, type ObjectModel, textArgument } from './host-object.ts';
import { registrationMethods } from './registrations.ts';
import type { SheetModel } from './sheet-model.ts';

/** Excel.WorksheetCollection. */
export function worksheetCollection(model: ObjectModel): HostObject {
  const { book } = model;
  const sheets = (visibleOnly: boolean): SheetModel[] =>
    book.sheets.filter(({ visibility }) => !visibleOnly || visibility === 'Visible');
  const object = (sheet: SheetModel | undefined): HostObject => {
    if (sheet === undefined) throw itemNotFound();
    return model.worksheet(sheet);
  };
  return {
    type: 'WorksheetCollection',
    items: () => book.sheets.map(object),
    item: (key) => object(book.findSheet(textArgument(key))),
    call: {
      add: (name) => object(book.addSheet(name === null || name === undefined ? undefined : textArgument(name))),
      getActiveWorksheet: () => object(book.active),
      getCount: (visibleOnly) => sheets(booleanArgument(visibleOnly, false)).length,
      getFirst: (visibleOnly) => object(sheets(booleanArgument(visibleOnly, false))[0]),
      getLast: (visibleOnly) => object(sheets(booleanArgument(visibleOnly, false)).at(-1)),
      getItemOrNullObject: (key) => {
        const sheet = book.findSheet(textArgument(key));
        return sheet === undefined ? NULL_OBJECT : object(sheet);
      },
      ...registrationMethods(book.events, ANY_SHEET),
    },
  };
}
