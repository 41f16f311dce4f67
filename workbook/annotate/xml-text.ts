/** Characters XML can't hold, and the underscore of what would look like their escape: Excel's own _xHHHH_ spelling. */
const unholdable = /[[\p{Cc}\p{Cs}\ufffe\uffff]--[\t\n]]|_(?=x[0-9A-Fa-f]{4}_)/gv;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const hex = (letter: string): string => letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');

/** Any text as content of an XML element or attribute of a workbook. */
export const xmlText = (text: string): string =>
  text.replace(unholdable, (letter) => `_x${hex(letter)}_`).replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

/** A cell that holds a text or a number; the number is shown by the cell's own format. */
export const writtenCell = (prefix: string, name: string, content: string | number, style: number | null): string =>
  typeof content === 'string'
    ? textCell(prefix, name, content, style)
    : `<${prefix}c r="${name}"${style === null ? '' : ` s="${style}"`}><${prefix}v>${content}</${prefix}v></${prefix}c>`;

/** A cell that holds text and nothing but text: whatever a user typed, Excel never calculates it. */
export function textCell(prefix: string, name: string, text: string, style: number | null): string {
  const styled = style === null ? '' : ` s="${style}"`;
  const content = `<${prefix}is><${prefix}t xml:space="preserve">${xmlText(text)}</${prefix}t></${prefix}is>`;
  return `<${prefix}c r="${name}"${styled} t="inlineStr">${content}</${prefix}c>`;
}

/** Puts elements at the end of the first element of a name, which may have been empty. */
export function insertBeforeEnd(xml: string, element: string, inserted: (prefix: string) => string): string {
  const end = new RegExp(`</((?:[\\w-]+:)?)${element}\\s*>`).exec(xml);
  if (end) return `${xml.slice(0, end.index)}${inserted(end[1] ?? '')}${xml.slice(end.index)}`;
  return xml.replace(
    new RegExp(`<((?:[\\w-]+:)?)${element}(\\s[^>]*?)?/>`),
    (_, prefix: string, attributes = '') =>
      `<${prefix}${element}${attributes}>${inserted(prefix)}</${prefix}${element}>`,
  );
}
