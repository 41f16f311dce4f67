import { areaName, parseArea, sheetPrefix, splitSheetName } from './address.ts';
import { invalidArgument, itemNotFound } from './errors.ts';
import {
  type Argument,
  booleanArgument,
  cellsArgument,
  type HostObject,
  NULL_OBJECT,
  type ObjectModel,
  textArgument,
} from './host-object.ts';
import { rangeOfAddress } from './range-of-address.ts';
import type { SheetModel } from './sheet-model.ts';
import type { DefinedName } from './workbook-model.ts';

/** Excel.NamedItemCollection: names of the workbook, or those that only one sheet knows. */
export function nameCollection(model: ObjectModel, sheet?: SheetModel): HostObject {
  const { book } = model;
  const here = (): DefinedName[] => book.names.filter((named) => named.sheet === sheet);
  const find = (key: string): DefinedName | undefined =>
    here().find(({ name }) => name.toLowerCase() === key.toLowerCase());
  const object = (named: DefinedName): HostObject => nameObject(model, named);
  return {
    type: 'NamedItemCollection',
    items: () => here().map(object),
    item: (key) => {
      const named = find(textArgument(key));
      if (named === undefined) throw itemNotFound();
      return object(named);
    },
    call: {
      add: (name, reference, comment) => {
        const named: DefinedName = {
          name: checkedName(textArgument(name)),
          formula: referenceText(reference),
          sheet,
          comment: textArgument(comment ?? ''),
          visible: true,
        };
        if (find(named.name) !== undefined) throw invalidArgument(`The name "${named.name}" is taken.`);
        book.names.push(named);
        return object(named);
      },
      getCount: () => here().length,
      getItemOrNullObject: (key) => {
        const named = find(textArgument(key));
        return named === undefined ? NULL_OBJECT : object(named);
      },
    },
  };
}

function checkedName(name: string): string {
  const isWord = /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name);
  if (!isWord || parseArea(name) !== undefined || /^[rc]$/i.test(name)) {
    throw invalidArgument(`"${name}" can't be a name.`);
  }
  return name;
}

function referenceText(reference: Argument): string {
  if (typeof reference === 'string') return reference.startsWith('=') ? reference : `=${reference}`;
  const { sheet, area } = cellsArgument(reference);
  const fixed = areaName(area).replace(/[A-Z]+|\d+/g, '$$$&');
  return `=${sheetPrefix(sheet.name)}!${fixed}`;
}

function nameObject(model: ObjectModel, named: DefinedName): HostObject {
  const { book } = model;
  const isRange = (): boolean => parseArea(splitSheetName(named.formula.slice(1)).cells) !== undefined;
  const range = (): HostObject => {
    if (!isRange()) throw itemNotFound();
    return rangeOfAddress(model, named.formula.slice(1));
  };
  return {
    type: 'NamedItem',
    id: named.name,
    get: {
      name: () => named.name,
      comment: () => named.comment,
      formula: () => named.formula,
      type: () => (isRange() ? 'Range' : 'String'),
      scope: () => (named.sheet === undefined ? 'Workbook' : 'Worksheet'),
      visible: () => named.visible,
    },
    set: {
      comment: (value) => {
        named.comment = textArgument(value);
      },
      formula: (value) => {
        named.formula = referenceText(value);
      },
      visible: (value) => {
        named.visible = booleanArgument(value, true);
      },
    },
    open: {
      worksheet: () => {
        if (named.sheet === undefined) throw itemNotFound();
        return model.worksheet(named.sheet);
      },
      worksheetOrNullObject: () => (named.sheet === undefined ? NULL_OBJECT : model.worksheet(named.sheet)),
    },
    call: {
      getRange: range,
      getRangeOrNullObject: () => (isRange() ? range() : NULL_OBJECT),
      delete: () => {
        book.names = book.names.filter((other) => other !== named);
        return undefined;
      },
    },
  };
}
