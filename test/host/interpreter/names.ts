import { itemNotFound } from './errors.ts';
import { type HostObject, NULL_OBJECT, type ObjectModel, textArgument } from './host-object.ts';
import { rangeOfAddress } from './range-of-address.ts';
import type { NameData } from './workbook-data.ts';

/** Excel.NamedItemCollection: names defined in the workbook. */
export function nameCollection(model: ObjectModel): HostObject {
  const { book } = model;
  const find = (key: string): NameData | undefined =>
    book.names.find(({ name }) => name.toLowerCase() === key.toLowerCase());
  const object = (named: NameData): HostObject => ({
    type: 'NamedItem',
    id: named.name,
    get: {
      name: () => named.name,
      formula: () => named.formula,
      type: () => 'Range',
      scope: () => 'Workbook',
      visible: () => true,
    },
    call: { getRange: () => rangeOfAddress(model, named.formula.slice(1)) },
  });
  return {
    type: 'NamedItemCollection',
    items: () => book.names.map(object),
    item: (key) => {
      const named = find(textArgument(key));
      if (named === undefined) throw itemNotFound();
      return object(named);
    },
    call: {
      getCount: () => book.names.length,
      getItemOrNullObject: (key) => {
        const named = find(textArgument(key));
        return named === undefined ? NULL_OBJECT : object(named);
      },
    },
  };
}
