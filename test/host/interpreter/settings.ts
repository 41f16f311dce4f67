import { itemNotFound } from './errors.ts';
import { dataArgument, type HostObject, NULL_OBJECT, textArgument } from './host-object.ts';
import type { WorkbookModel } from './workbook-model.ts';

/** Excel.SettingCollection: what an add-in keeps in the workbook under its own keys. */
export function settingCollection(book: WorkbookModel): HostObject {
  const setting = (key: string): HostObject => ({
    type: 'Setting',
    id: key,
    get: { key: () => key, value: () => book.settings.get(key) ?? null },
    set: { value: (value) => void book.settings.set(key, value) },
    call: {
      delete: () => {
        book.settings.delete(key);
        return undefined;
      },
    },
  });
  return {
    type: 'SettingCollection',
    items: () => [...book.settings.keys()].map(setting),
    item: (key) => {
      if (!book.settings.has(textArgument(key))) throw itemNotFound();
      return setting(textArgument(key));
    },
    call: {
      add: (key, value) => {
        book.settings.set(textArgument(key), dataArgument(value));
        return setting(textArgument(key));
      },
      getCount: () => book.settings.size,
      getItemOrNullObject: (key) => (book.settings.has(textArgument(key)) ? setting(textArgument(key)) : NULL_OBJECT),
    },
  };
}
