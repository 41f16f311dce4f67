/** Kangxi radicals and the radicals supplement: code points for parts of characters, drawn by the characters' own glyphs. */
const firstRadical = 0x2e80;
const lastRadical = 0x2fdf;

export const isRadical = (codePoint: number): boolean => codePoint >= firstRadical && codePoint <= lastRadical;

/**
 * A copy of a TrueType font that no longer maps radicals to glyphs. The glyph of 人 (U+4EBA) serves the radical ⼈ (U+2F08)
 * as well, and a browser that writes a PDF notes for each glyph the lowest code point the font has for it: text copied or
 * searched for in many readers would then be ⼈⺠币 for 人民币. Only the cmap subtable of format 12 is rewritten, the one
 * that browsers use; glyphs keep their numbers.
 */
export function withoutRadicals(font: Uint8Array): Uint8Array {
  const copy = font.slice();
  const view = new DataView(copy.buffer);
  const subtable = findSubtable12(view);
  const groups = keptGroups(view, subtable);
  const room = view.getUint32(subtable + 12);
  if (groups.length > room)
    throw new RangeError('a radical lies within a longer run of characters: no room to part it');
  groups.forEach(([first, last, glyph], index) => {
    const at = subtable + 16 + index * 12;
    view.setUint32(at, first);
    view.setUint32(at + 4, last);
    view.setUint32(at + 8, glyph);
  });
  view.setUint32(subtable + 4, 16 + groups.length * 12);
  view.setUint32(subtable + 12, groups.length);
  return copy;
}

type Group = readonly [first: number, last: number, firstGlyph: number];

/** The runs of characters without the radicals; a run that reaches into them is cut. */
function keptGroups(view: DataView, subtable: number): Group[] {
  const kept: Group[] = [];
  for (const [first, last, glyph] of cmapGroups(view, subtable)) {
    if (first < firstRadical) kept.push([first, Math.min(last, firstRadical - 1), glyph]);
    const rest = Math.max(first, lastRadical + 1);
    if (last > lastRadical) kept.push([rest, last, glyph + rest - first]);
  }
  return kept;
}

/** The runs of a format 12 subtable: characters first…last are drawn by glyphs firstGlyph…. */
export function* cmapGroups(view: DataView, subtable = findSubtable12(view)): Generator<Group> {
  const count = view.getUint32(subtable + 12);
  for (let index = 0, at = subtable + 16; index < count; index++, at += 12) {
    yield [view.getUint32(at), view.getUint32(at + 4), view.getUint32(at + 8)];
  }
}

/** Where the cmap subtable of format 12 for Windows begins. Throws RangeError for a file without one. */
function findSubtable12(view: DataView): number {
  const cmap = findTable(view, 0x63_6d_61_70); // "cmap"
  for (let record = 0, at = cmap + 4; record < view.getUint16(cmap + 2); record++, at += 8) {
    const subtable = cmap + view.getUint32(at + 4);
    if (view.getUint16(at) === 3 && view.getUint16(subtable) === 12) return subtable;
  }
  throw new RangeError('the font has no cmap of format 12');
}

function findTable(view: DataView, tag: number): number {
  for (let table = 0, at = 12; table < view.getUint16(4); table++, at += 16) {
    if (view.getUint32(at) === tag) return view.getUint32(at + 8);
  }
  throw new RangeError('not a TrueType font: a table is missing');
}
