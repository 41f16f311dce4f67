import { withAttributes } from './styles.ts';
import { xmlText } from './xml-text.ts';

/** The names a package calls its vocabulary by: workbooks saved as "Strict" use other ones, and mixed ones are refused. */
export interface Vocabulary {
  readonly main: string;
  readonly links: string;
}

const transitional: Vocabulary = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  links: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};
const strict: Vocabulary = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  links: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};
export const vocabularyOf = (workbookXml: string): Vocabulary =>
  workbookXml.includes(strict.main) ? strict : transitional;

const contentTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Says in [Content_Types].xml what a new part is. */
export const withContentType = (xml: string, part: string, type: 'worksheet' | 'styles'): string =>
  insertBeforeEnd(
    xml,
    'Types',
    (prefix) => `<${prefix}Override PartName="/${part}" ContentType="${contentTypes}.${type}+xml"/>`,
  );

/** Adds a relationship to a part beside or below the workbook part; gives the new id too. */
export function withRelationship(
  xml: string,
  target: string,
  type: 'worksheet' | 'styles',
  { links }: Vocabulary,
): { readonly xml: string; readonly id: string } {
  let number = 1;
  while (new RegExp(`Id\\s*=\\s*["']countersign${number}["']`).test(xml)) number++;
  const id = `countersign${number}`;
  const relationship = (prefix: string): string =>
    `<${prefix}Relationship Id="${id}" Type="${links}/${type}" Target="${target}"/>`;
  return { xml: insertBeforeEnd(xml, 'Relationships', relationship), id };
}

/** Lists a new sheet in the workbook, after all others, so that nothing that counts sheets shifts. */
export function withSheet(xml: string, name: string, relationship: string, { links }: Vocabulary): string {
  const ids = [...xml.matchAll(/\bsheetId\s*=\s*["'](\d+)["']/g)].map((found) => Number(found[1]));
  const id = Math.max(0, ...ids) + 1;
  return insertBeforeEnd(xml, 'sheets', (prefix) => {
    const sheet = `<${prefix}sheet name="${xmlText(name)}" sheetId="${id}"/>`;
    return withAttributes(sheet, { 'xmlns:r': links, 'r:id': relationship });
  });
}

function insertBeforeEnd(xml: string, element: string, inserted: (prefix: string) => string): string {
  const end = new RegExp(`</((?:[\\w-]+:)?)${element}\\s*>`).exec(xml);
  if (end) return `${xml.slice(0, end.index)}${inserted(end[1] ?? '')}${xml.slice(end.index)}`;
  return xml.replace(
    new RegExp(`<((?:[\\w-]+:)?)${element}(\\s[^>]*?)?/>`),
    (_, prefix: string, attributes = '') =>
      `<${prefix}${element}${attributes}>${inserted(prefix)}</${prefix}${element}>`,
  );
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
