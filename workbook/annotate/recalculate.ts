import { withAttributes } from './styles.ts';

/**
 * Has Excel calculate everything when it opens the copy: where a number was corrected, the results kept in the formulas
 * beside it are those of the old one.
 */
export function recalculatedOnLoad(workbookXml: string): string {
  const present = /<(?:[\w-]+:)?calcPr\b[^>]*>/.exec(workbookXml);
  if (present) return workbookXml.replace(present[0], withAttributes(present[0], { fullCalcOnLoad: '1' }));
  // The schema wants it after whichever of these comes last.
  const before = ['definedNames', 'externalReferences', 'functionGroups', 'sheets'].join('|');
  const ends = [...workbookXml.matchAll(new RegExp(`</((?:[\\w-]+:)?)(?:${before})\\s*>`, 'g'))];
  const last = ends.at(-1);
  if (!last) return workbookXml;
  const place = last.index + last[0].length;
  return `${workbookXml.slice(0, place)}<${last[1]}calcPr fullCalcOnLoad="1"/>${workbookXml.slice(place)}`;
}
