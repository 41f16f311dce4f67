import type { Vocabulary } from './add-part.ts';
import { withAttributes } from './styles.ts';
import { insertBeforeEnd, xmlText } from './xml-text.ts';

/** Lists a new sheet in the workbook, after all others, so that nothing that counts sheets shifts. */
export function withSheet(xml: string, name: string, relationship: string, { links }: Vocabulary): string {
  const ids = [...xml.matchAll(/\bsheetId\s*=\s*["'](\d+)["']/g)].map((found) => Number(found[1]));
  const id = Math.max(0, ...ids) + 1;
  return insertBeforeEnd(xml, 'sheets', (prefix) => {
    const sheet = `<${prefix}sheet name="${xmlText(name)}" sheetId="${id}"/>`;
    return withAttributes(sheet, { 'xmlns:r': links, 'r:id': relationship });
  });
}

/** A name Excel accepts: at most 31 letters, none of []:*?/\, no quote at the ends, unlike the names that are there. */
export function freeSheetName(wanted: string, taken: readonly string[]): string {
  const bare =
    wanted
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim()
      .slice(0, 31) || 'Countersign';
  const used = new Set(taken.map((name) => name.toLowerCase()));
  for (let number = 1; ; number++) {
    const end = number === 1 ? '' : ` (${number})`;
    const name = bare.slice(0, 31 - end.length) + end;
    if (!used.has(name.toLowerCase())) return name;
  }
}
