import { parseArea } from './address.ts';
import { accessDenied, invalidArgument, itemNotFound } from './errors.ts';
import {
  type Argument,
  booleanArgument,
  type HostObject,
  integerArgument,
  NULL_OBJECT,
  type ObjectModel,
  textArgument,
} from './host-object.ts';
import { oneCell } from './one-cell.ts';
import type { Json } from './protocol.ts';
import type { Note, SheetModel } from './sheet-model.ts';

interface Found {
  readonly sheet: SheetModel;
  readonly note: Note;
}

/** Excel.NoteCollection of one sheet or of the whole workbook; a note is known by the cell it is at. */
export function noteCollection(model: ObjectModel, sheets: () => SheetModel[]): HostObject {
  const all = (): Found[] => sheets().flatMap((sheet) => sheet.notes.map((note) => ({ sheet, note })));
  const find = (cell: Argument): Found | undefined => {
    const { sheet, address } = oneCell(model, sheets, cell);
    return all().find((found) => found.sheet === sheet && found.note.address === address);
  };
  const existing = (found: Found | undefined): HostObject => {
    if (found === undefined) throw itemNotFound();
    return noteObject(model, found);
  };
  return {
    type: 'NoteCollection',
    items: () => all().map(existing),
    item: (cell) => existing(find(cell)),
    call: {
      add: (cell, content) => {
        const { sheet, address } = oneCell(model, sheets, cell);
        if (sheet.protected) throw accessDenied();
        if (find(cell) !== undefined) throw invalidArgument('This cell has a note already.');
        const note = { address, content: textArgument(content) };
        sheet.notes.push(note);
        return noteObject(model, { sheet, note });
      },
      getCount: () => all().length,
      getItemAt: (index) => existing(all()[integerArgument(index)]),
      getItemOrNullObject: (cell) => {
        const found = find(cell);
        return found === undefined ? NULL_OBJECT : noteObject(model, found);
      },
    },
  };
}

/** Of a note nobody resized, in points. */
const USUAL_SIZE = { width: 108, height: 59.25 };

function noteObject(model: ObjectModel, { sheet, note }: Found): HostObject {
  const change = (apply: () => void): void => {
    if (sheet.protected) throw accessDenied();
    apply();
  };
  return {
    type: 'Note',
    id: note.address,
    get: {
      authorName: () => 'Clerk',
      content: () => note.content,
      visible: () => note.visible ?? false,
      width: () => note.width ?? USUAL_SIZE.width,
      height: () => note.height ?? USUAL_SIZE.height,
    },
    set: {
      content: (value) => change(() => Object.assign(note, { content: textArgument(value) })),
      visible: (value) => change(() => Object.assign(note, { visible: booleanArgument(value, false) })),
      width: (value) => change(() => Object.assign(note, { width: size(value) })),
      height: (value) => change(() => Object.assign(note, { height: size(value) })),
    },
    call: {
      delete: () => {
        change(() => {
          sheet.notes = sheet.notes.filter((other) => other !== note);
        });
        return undefined;
      },
      getLocation: () => {
        const area = parseArea(note.address);
        if (area === undefined) throw itemNotFound();
        return model.range({ sheet, area });
      },
    },
  };
}

function size(value: Json): number {
  if (typeof value !== 'number' || value <= 0) throw invalidArgument('A size is a number above 0.');
  return value;
}
