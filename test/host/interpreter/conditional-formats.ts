import { type Area, intersection } from './address.ts';
import { conditionalFormatKinds, KINDS } from './conditional-format-kinds.ts';
import { invalidArgument, itemNotFound } from './errors.ts';
import {
  booleanArgument,
  type HostObject,
  integerArgument,
  NULL_OBJECT,
  type ObjectModel,
  textArgument,
} from './host-object.ts';
import { checkAllowed } from './protection.ts';
import type { ConditionalFormat, SheetModel } from './sheet-model.ts';

/** Excel.ConditionalFormatCollection of one range or of several: those that lie on one of its cells. */
export function conditionalFormatCollection(
  model: ObjectModel,
  sheet: SheetModel,
  places: readonly Area[],
): HostObject {
  const here = (): ConditionalFormat[] =>
    sheet.conditionalFormats.filter(({ areas }) =>
      areas.some((area) => places.some((place) => intersection(area, place))),
    );
  const remove = (gone: ConditionalFormat[]): undefined => {
    checkAllowed(sheet, 'allowFormatCells');
    sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => !gone.includes(format));
    return undefined;
  };
  const object = (format: ConditionalFormat | undefined): HostObject => {
    if (format === undefined) throw itemNotFound();
    const range = (): HostObject => {
      const [area, ...others] = format.areas;
      if (area === undefined || others.length > 0) throw invalidArgument('This format has several ranges.');
      return model.range({ sheet, area });
    };
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
        getRanges: () => model.rangeAreas(sheet, format.areas),
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
        const format: ConditionalFormat = { id: model.book.newId(), areas: places, formula: '' };
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
