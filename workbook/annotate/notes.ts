import { cellName } from '../../core/sheet/grid.ts';
import type { Note } from './annotation.ts';
import { noteDrawing, withNoteShapes } from './note-shapes.ts';
import type { PatchedPackage } from './patched-package.ts';
import { withLegacyDrawing } from './worksheet-elements.ts';
import { insertBeforeEnd, xmlText } from './xml-text.ts';

const author = 'Countersign';
const mostText = 2_000;

/**
 * Puts notes at cells of a sheet. A sheet that has notes keeps them, and a cell that has one of somebody else's keeps that
 * alone; a note of ours from an earlier copy says what is true now.
 */
export function addNotes(patch: PatchedPackage, sheetPart: string, notes: readonly Note[]): void {
  const comments = patch.links(sheetPart).find(({ type }) => type === 'comments')?.target;
  if (comments === undefined) {
    const part = patch.freeName(`${folderOf(patch.book.workbook)}comments`, '.xml');
    patch.add(part, 'comments', newComments(notes, patch.vocabulary.main), sheetPart);
    drawNotes(patch, sheetPart, notes);
  } else {
    const { xml, added } = withComments(patch.read(comments), notes);
    patch.write(comments, xml);
    drawNotes(patch, sheetPart, added);
  }
}

const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1);

const comment = (prefix: string, { row, column, text }: Note, authorId: number): string => {
  const short = text.length > mostText ? `${text.slice(0, mostText - 1)}…` : text;
  return `<${prefix}comment ref="${cellName(row, column)}" authorId="${authorId}"><${prefix}text><${prefix}r><${prefix}t xml:space="preserve">${xmlText(short)}</${prefix}t></${prefix}r></${prefix}text></${prefix}comment>`;
};

const newComments = (notes: readonly Note[], main: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${main}"><authors><author>${author}</author></authors><commentList>${notes.map((note) => comment('', note, 0)).join('')}</commentList></comments>`;

const oneComment = /<((?:[\w-]+:)?)comment(?=\s)([^>]*)>[\s\S]*?<\/\1comment\s*>/g;

function withComments(xml: string, notes: readonly Note[]): { readonly xml: string; readonly added: readonly Note[] } {
  const authors = [...xml.matchAll(/<(?:[\w-]+:)?author(?:\s[^>]*)?(?:\/>|>([^<]*)<)/g)].map((found) => found[1] ?? '');
  const known = authors.indexOf(author);
  const ours = known < 0 ? authors.length : known;
  const left = new Map(notes.map((note) => [cellName(note.row, note.column), note]));
  const kept = xml.replace(oneComment, (whole, prefix: string, attributes: string) => {
    const ref = /\sref\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1] ?? '';
    const own = new RegExp(`\\sauthorId\\s*=\\s*["']${ours}["']`).test(attributes);
    const note = left.get(ref);
    left.delete(ref);
    return note && own ? comment(prefix, note, ours) : whole;
  });
  const added = [...left.values()];
  const signed =
    known < 0 ? insertBeforeEnd(kept, 'authors', (prefix) => `<${prefix}author>${author}</${prefix}author>`) : kept;
  const all = insertBeforeEnd(signed, 'commentList', (prefix) =>
    added.map((note) => comment(prefix, note, ours)).join(''),
  );
  return { xml: all, added };
}

/** Excel shows a note only where a drawing says how; the drawing may hold other things: buttons, form fields. */
function drawNotes(patch: PatchedPackage, sheetPart: string, notes: readonly Note[]): void {
  const drawn = /<(?:[\w-]+:)?legacyDrawing\s[^>]*?\bid\s*=\s*["']([^"']*)["']/.exec(patch.read(sheetPart))?.[1];
  const drawing = patch.links(sheetPart).find(({ id }) => id === drawn)?.target;
  if (drawing !== undefined) {
    patch.write(drawing, withNoteShapes(patch.read(drawing), notes));
    return;
  }
  const part = patch.freeName(`${folderOf(patch.book.workbook)}drawings/vmlDrawing`, '.vml');
  const id = patch.add(part, 'vmlDrawing', noteDrawing(notes), sheetPart);
  patch.write(sheetPart, withLegacyDrawing(patch.read(sheetPart), id, patch.vocabulary));
}
