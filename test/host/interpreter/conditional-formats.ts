import { type Area, intersection } from './address.ts';
import { accessDenied, invalidArgument, itemNotFound, notImplemented } from './errors.ts';
import { type HostObject, NULL_OBJECT, type ObjectModel, textArgument } from './host-object.ts';
import type { Json } from './protocol.ts';
import { checkedColor } from './range-format.ts';
import type { ConditionalFormat, SheetModel } from './sheet-model.ts';

/** Excel.ConditionalFormatCollection; of all kinds only "custom formula" is known. */
export function conditionalFormatCollection(
  model: ObjectModel,
  sheet: SheetModel,
  places: readonly Area[],
): HostObject {
  const here = (): ConditionalFormat[] =>
    sheet.conditionalFormats.filter(({ areas }) =>
      areas.some((area) => places.some((place) => intersection(area, place))),
    );
  const remove = (gone: ConditionalFormat[]): void => {
    if (sheet.protected) throw accessDenied();
    sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => !gone.includes(format));
  };
  const object = (format: ConditionalFormat): HostObject => ({
    type: 'ConditionalFormat',
    id: format.id,
    get: { id: () => format.id, type: () => 'Custom' },
    open: { custom: () => customFormat(format) },
    call: {
      delete: () => {
        remove([format]);
        return undefined;
      },
      getRange: () => {
        const [area, ...others] = format.areas;
        if (area === undefined || others.length > 0) throw invalidArgument('This format has several ranges.');
        return model.range({ sheet, area });
      },
    },
  });
  const find = (id: string): ConditionalFormat | undefined => here().find((format) => format.id === id);
  return {
    type: 'ConditionalFormatCollection',
    items: () => here().map(object),
    item: (id) => {
      const format = find(textArgument(id));
      if (format === undefined) throw itemNotFound();
      return object(format);
    },
    call: {
      add: (kind) => {
        if (kind !== 'Custom') throw notImplemented('ConditionalFormatCollection', `Add("${kind}")`);
        if (sheet.protected) throw accessDenied();
        const format = { id: model.book.newId(), areas: places, formula: '' };
        sheet.conditionalFormats.push(format);
        return object(format);
      },
      clearAll: () => {
        remove(here());
        return undefined;
      },
      getCount: () => here().length,
      getItemOrNullObject: (id) => {
        const format = find(textArgument(id));
        return format === undefined ? NULL_OBJECT : object(format);
      },
    },
  };
}

function customFormat(format: ConditionalFormat): HostObject {
  return {
    type: 'CustomConditionalFormat',
    open: {
      rule: () => ({
        type: 'ConditionalFormatRule',
        get: { formula: () => format.formula },
        set: {
          formula: (value: Json) => {
            if (typeof value !== 'string' || !value.startsWith('=')) throw invalidArgument('A rule is a formula.');
            format.formula = value;
          },
        },
      }),
      format: () => ({
        type: 'ConditionalRangeFormat',
        open: {
          fill: () => color('ConditionalRangeFill', format, 'fill'),
          font: () => color('ConditionalRangeFont', format, 'fontColor'),
        },
      }),
    },
  };
}

const color = (type: string, format: ConditionalFormat, key: 'fill' | 'fontColor'): HostObject => ({
  type,
  get: { color: () => format[key] ?? '' },
  set: {
    color: (value) => {
      format[key] = checkedColor(value);
    },
  },
});
