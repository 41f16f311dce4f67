import { intersection } from './address.ts';
import { invalidArgument, itemNotFound, notImplemented } from './errors.ts';
import { type CellsOfSheet, type HostObject, NULL_OBJECT, type ObjectModel, textArgument } from './host-object.ts';
import type { Json } from './protocol.ts';
import { checkedColor } from './range-format.ts';
import type { ConditionalFormat } from './sheet-model.ts';

/** Excel.ConditionalFormatCollection; of all kinds only "custom formula" is known. */
export function conditionalFormatCollection(model: ObjectModel, { sheet, area }: CellsOfSheet): HostObject {
  const here = (): ConditionalFormat[] => sheet.conditionalFormats.filter((format) => intersection(format.area, area));
  const remove = (gone: ConditionalFormat[]): void => {
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
      getRange: () => model.range({ sheet, area: format.area }),
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
        const format = { id: model.book.newId(), area, formula: '' };
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
