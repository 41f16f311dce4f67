import type { Severity } from './annotation.ts';

/** The colours Excel itself uses for bad, neutral and informative cells. */
const colours: Readonly<Record<Severity, string>> = { error: 'FFFFC7CE', warning: 'FFFFEB9C', info: 'FFDDEBF7' };
const severities = ['error', 'warning', 'info'] as const;

/** The order of a style sheet's sections; a missing one is put in its place. */
const sections = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
];

/** A style sheet for packages that have none. */
export const plainStyles =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf/></cellXfs></styleSheet>';

/** A workbook's style sheet to which formats are added; those that are there keep their numbers and their bytes. */
export interface StyleSheet {
  /** The number of the format that is `base` with the colour of a severity. */
  readonly coloured: (base: number, severity: Severity) => number;
  /** Bold, for headings. */
  readonly heading: number;
  /** Text, wrapped, top aligned. A leading "=" stays text even when somebody edits the cell. */
  readonly text: number;
  /** Points, of `text`. */
  readonly fontSize: number;
  /** The whole style sheet with everything added so far. */
  readonly xml: () => string;
}

export function openStyles(original: string): StyleSheet {
  const prefix = /<((?:[\w-]+:)?)styleSheet\b/.exec(original)?.[1] ?? '';
  const tag = (markup: string): string => markup.replace(/<(\/?)(?=\w)/g, `<$1${prefix}`);
  const formats = elements(sectionOf(original, 'cellXfs')?.inside ?? '', 'xf');
  const added: string[] = [];
  const fills = countOf(original, 'fill', 'fills');
  const fonts = countOf(original, 'font', 'fonts');
  const [firstFont = ''] = elements(sectionOf(original, 'fonts')?.inside ?? '', 'font');
  const add = (format: string): number => formats.length + added.push(format) - 1;

  const text = add(
    tag(
      '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
    ),
  );
  const heading = add(
    tag(
      `<xf numFmtId="49" fontId="${fonts}" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyFont="1"/>`,
    ),
  );
  const made = new Map<string, number>();
  return {
    text,
    heading,
    fontSize: Number(/<(?:[\w-]+:)?sz\s+val\s*=\s*["']([\d.]+)["']/.exec(firstFont)?.[1] ?? 11),
    coloured: (base, severity) => {
      const key = `${base} ${severity}`;
      const before = made.get(key);
      if (before !== undefined) return before;
      const format = formats[base] ?? formats[0] ?? tag('<xf/>');
      const number = add(
        withAttributes(format, { fillId: String(fills + severities.indexOf(severity)), applyFill: '1' }),
      );
      made.set(key, number);
      return number;
    },
    xml: () => {
      const fillXml = severities.map((severity) =>
        tag(
          `<fill><patternFill patternType="solid"><fgColor rgb="${colours[severity]}"/><bgColor indexed="64"/></patternFill></fill>`,
        ),
      );
      let xml = append(original, prefix, 'fonts', [tag('<font><b/><sz val="11"/></font>')]);
      xml = append(xml, prefix, 'fills', fillXml);
      return append(xml, prefix, 'cellXfs', added);
    },
  };
}

interface Section {
  readonly start: number;
  readonly end: number;
  readonly open: string;
  readonly inside: string;
}

function sectionOf(xml: string, name: string): Section | null {
  const found = new RegExp(`<(?:[\\w-]+:)?${name}(?=[\\s/>])[^>]*?(?:/>|>([\\s\\S]*?)</(?:[\\w-]+:)?${name}>)`).exec(
    xml,
  );
  if (!found) return null;
  const open = found[0].slice(0, found[0].indexOf('>') + 1);
  return { start: found.index, end: found.index + found[0].length, open, inside: found[1] ?? '' };
}

/** The elements of one name, each whole. They don't nest within themselves. */
const elements = (xml: string, name: string): readonly string[] =>
  xml.match(new RegExp(`<(?:[\\w-]+:)?${name}(?=[\\s/>])(?:[^>]*?/>|[^>]*>[\\s\\S]*?</(?:[\\w-]+:)?${name}>)`, 'g')) ??
  [];

const countOf = (xml: string, name: string, section: string): number =>
  elements(sectionOf(xml, section)?.inside ?? '', name).length;

/** Puts elements at the end of a section, its count corrected; the section is made where it is missing. */
function append(xml: string, prefix: string, name: string, more: readonly string[]): string {
  const section = sectionOf(xml, name);
  if (!section) {
    const later = sections.slice(sections.indexOf(name) + 1);
    const next = later.map((one) => sectionOf(xml, one)?.start).find((start) => start !== undefined);
    const at = next ?? xml.lastIndexOf(`</${prefix}styleSheet>`);
    return `${xml.slice(0, at)}<${prefix}${name} count="${more.length}">${more.join('')}</${prefix}${name}>${xml.slice(at)}`;
  }
  const child = { fonts: 'font', fills: 'fill', cellXfs: 'xf' }[name] ?? name;
  const count = elements(section.inside, child).length + more.length;
  const open = withAttributes(section.open, { count: String(count) }).replace(/\s*\/>$/, '>');
  return `${xml.slice(0, section.start)}${open}${section.inside}${more.join('')}</${prefix}${name}>${xml.slice(section.end)}`;
}

/** Sets attributes of an element's opening tag; the others stay as they are. */
export function withAttributes(element: string, attributes: Readonly<Record<string, string>>): string {
  const end = element.indexOf('>');
  const closing = element[end - 1] === '/' ? '/>' : '>';
  let open = element.slice(0, end + 1 - closing.length);
  for (const [name, content] of Object.entries(attributes)) {
    const before = new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`);
    open = before.test(open) ? open.replace(before, ` ${name}="${content}"`) : `${open.trimEnd()} ${name}="${content}"`;
  }
  return `${open}${closing}${element.slice(end + 1)}`;
}
