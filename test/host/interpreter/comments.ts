import { parseArea } from './address.ts';
import { itemNotFound } from './errors.ts';
import { type Argument, type HostObject, NULL_OBJECT, type ObjectModel, textArgument } from './host-object.ts';
import { oneCell } from './one-cell.ts';
import type { Comment, SheetModel } from './sheet-model.ts';

interface Found {
  readonly sheet: SheetModel;
  readonly comment: Comment;
}

/** Excel.CommentCollection of one sheet or of the whole workbook. */
export function commentCollection(model: ObjectModel, sheets: () => SheetModel[]): HostObject {
  const all = (): Found[] => sheets().flatMap((sheet) => sheet.comments.map((comment) => ({ sheet, comment })));
  const byId = (id: Argument): Found | undefined => all().find(({ comment }) => comment.id === textArgument(id));
  const existing = (found: Found | undefined): HostObject => {
    if (found === undefined) throw itemNotFound();
    return commentObject(model, found);
  };
  return {
    type: 'CommentCollection',
    items: () => all().map(existing),
    item: (id) => existing(byId(id)),
    call: {
      add: (cell, content) => {
        const { sheet, address } = oneCell(model, sheets, cell);
        const comment = { id: model.book.newId(), address, content: textArgument(content) };
        sheet.comments.push(comment);
        return commentObject(model, { sheet, comment });
      },
      getCount: () => all().length,
      getItemByCell: (cell) => {
        const { sheet, address } = oneCell(model, sheets, cell);
        return existing(all().find((found) => found.sheet === sheet && found.comment.address === address));
      },
      getItemOrNullObject: (id) => {
        const found = byId(id);
        return found === undefined ? NULL_OBJECT : commentObject(model, found);
      },
    },
  };
}

function commentObject(model: ObjectModel, { sheet, comment }: Found): HostObject {
  return {
    type: 'Comment',
    id: comment.id,
    get: { id: () => comment.id, content: () => comment.content },
    set: {
      content: (value) => {
        comment.content = textArgument(value);
      },
    },
    call: {
      delete: () => {
        sheet.comments = sheet.comments.filter((other) => other !== comment);
        return undefined;
      },
      getLocation: () => {
        const area = parseArea(comment.address);
        if (area === undefined) throw itemNotFound();
        return model.range({ sheet, area });
      },
    },
  };
}
