import { intersection } from './address.ts';
import { conditionalFormatKinds, KINDS } from './conditional-format-kinds.ts';
import { invalidArgument, itemNotFound } from './errors.ts';
import {
  booleanArgument,
  type CellsOfSheet,
  type HostObject,
  integerArgument,
  NULL_OBJECT,
  type ObjectModel,
  textArgument,
} from './host-object.ts';
import { checkAllowed } from './protection.ts';
import { rangeAreas } from './range-areas.ts';
import type { ConditionalFormat } from './sheet-model.ts';

/** Excel.ConditionalFormatCollection of a range: those that lie on one of its cells. */
export function conditionalFormatCollection(model: ObjectModel, { sheet, area }: CellsOfSheet): HostObject {
  const here = (): ConditionalFormat[] => sheet.conditionalFormats.filter((format) => intersection(format.area, area));
  const remove = (gone: ConditionalFormat[]): undefined => {
    checkAllowed(sheet, 'allowFormatCells');
    sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => !gone.includes(format));
    return undefined;
  };
  const object = (format: ConditionalFormat | undefined): HostObject => {
    if (format === undefined) throw itemNotFound();
    const range = (): HostObject => model.range({ sheet, area: format.area });
    return {
      type: 'ConditionalFormat',
      id: format.id,
      get: {
        id: () => format.id,
        type: () => format.kind ?? 'Custom',
        priority: () => sheet.conditionalFormats.indexOf(format),
        stopIfTrue: () => format.stopIfTrue ?? false,
      },
      set: {
        priority: (value) => {
          const others = sheet.conditionalFormats.filter((other) => other !== format);
          const place = integerArgument(value);
          sheet.conditionalFormats = [...others.slice(0, place), format, ...others.slice(place)];
        },
        stopIfTrue: (value) => {
          format.stopIfTrue = booleanArgument(value, false);
        },
      },
      open: conditionalFormatKinds(format),
      call: {
        delete: () => remove([format]),
        getRange: range,
        getRangeOrNullObject: range,
        getRanges: () => rangeAreas(model, sheet, [format.area]),
      },
    };
  };
  const find = (id: string): ConditionalFormat | undefined => here().find((format) => format.id === id);
  return {
    type: 'ConditionalFormatCollection',
    items: () => here().map(object),
    item: (id) => object(find(textArgument(id))),
    call: {
      add: (kind) => {
        checkAllowed(sheet, 'allowFormatCells');
        const known = KINDS.find((name) => name === kind);
        if (known === undefined) throw invalidArgument(`There is no conditional format of the kind "${kind}".`);
        const format: ConditionalFormat = { id: model.book.newId(), area, formula: '' };
        // The newest comes first in Excel: priority 0.
        sheet.conditionalFormats.unshift(known === 'Custom' ? format : { ...format, kind: known });
        return object(sheet.conditionalFormats[0]);
      },
      clearAll: () => remove(here()),
      getCount: () => here().length,
      getItemAt: (index) => object(here()[integerArgument(index)]),
      getItemOrNullObject: (id) => {
        const format = find(textArgument(id));
        return format === undefined ? NULL_OBJECT : object(format);
      },
    },
  };
}
