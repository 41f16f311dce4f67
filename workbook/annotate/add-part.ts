import { insertBeforeEnd } from './xml-text.ts';

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

/** Kinds of parts that are added; each is the last word of its relationship's type. */
export type PartType = 'worksheet' | 'styles' | 'comments' | 'vmlDrawing';

const contentTypes = 'application/vnd.openxmlformats-officedocument';

/** Says in [Content_Types].xml what a new part is. Drawings in VML are known by their ending, as Office does it. */
export function withContentType(xml: string, part: string, type: PartType): string {
  if (type !== 'vmlDrawing')
    return insertBeforeEnd(
      xml,
      'Types',
      (prefix) => `<${prefix}Override PartName="/${part}" ContentType="${contentTypes}.spreadsheetml.${type}+xml"/>`,
    );
  return withEnding(xml, 'vml', `${contentTypes}.vmlDrawing`);
}

/** Says what a list of relationships is, for one that is new: some programs name theirs singly. */
export const withLinkLists = (xml: string): string =>
  withEnding(xml, 'rels', 'application/vnd.openxmlformats-package.relationships+xml');

function withEnding(xml: string, ending: string, type: string): string {
  if (new RegExp(`<(?:[\\w-]+:)?Default\\b[^>]*\\bExtension\\s*=\\s*["']${ending}["']`, 'i').test(xml)) return xml;
  const element = (prefix: string): string => `<${prefix}Default Extension="${ending}" ContentType="${type}"/>`;
  return insertBeforeEnd(xml, 'Types', element);
}

/** Adds a relationship to a list of them; gives the new id too. */
export function withRelationship(
  xml: string,
  target: string,
  type: PartType,
  { links }: Vocabulary,
): { readonly xml: string; readonly id: string } {
  let number = 1;
  while (new RegExp(`Id\\s*=\\s*["']countersign${number}["']`).test(xml)) number++;
  const id = `countersign${number}`;
  const relationship = (prefix: string): string =>
    `<${prefix}Relationship Id="${id}" Type="${links}/${type}" Target="${target}"/>`;
  return { xml: insertBeforeEnd(xml, 'Relationships', relationship), id };
}
