import type { Vocabulary } from './add-part.ts';

/** What a worksheet may hold behind its legacyDrawing, in the schema's order; a wrapper for alternatives holds one of them. */
const after: ReadonlySet<string> = new Set([
  'legacyDrawingHF', 'drawingHF', 'picture', 'oleObjects', 'controls', 'webPublishItems', 'tableParts', 'extLst', 'AlternateContent',
]); // biome-ignore format: a list

const tag =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)(?:[\w-]+:)?([\w.-]+)(?:\s(?:"[^"]*"|'[^']*'|[^>"'])*?)?(\/?)>/g;

/** A worksheet part that refers to a drawing in VML, in the place the schema wants. */
export function withLegacyDrawing(xml: string, id: string, { links }: Vocabulary): string {
  const prefix = /<((?:[\w-]+:)?)worksheet\b/.exec(xml)?.[1] ?? '';
  const place = placeFor(xml);
  return `${xml.slice(0, place)}<${prefix}legacyDrawing xmlns:r="${links}" r:id="${id}"/>${xml.slice(place)}`;
}

/** Before the first element that must stand behind, else before the end; sought behind the cells, which hold neither. */
function placeFor(xml: string): number {
  const cells = /<\/(?:[\w-]+:)?sheetData\s*>|<(?:[\w-]+:)?sheetData\s*\/>/.exec(xml);
  tag.lastIndex = cells ? cells.index + cells[0].length : 0;
  let depth = 0;
  for (let found = tag.exec(xml); found; found = tag.exec(xml)) {
    const [, closing, name, empty] = found;
    if (name === undefined) continue;
    if (depth === 0 && (closing || after.has(name))) return found.index;
    if (closing) depth--;
    else if (!empty) depth++;
  }
  return xml.length;
}
