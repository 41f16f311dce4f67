import { readLimits } from '../limits.ts';
import { damaged } from '../problem.ts';
import { type Relationship, relationshipsOf, relationshipsPath, type XlsxPackage } from '../xlsx/package.ts';
import { tooBig } from '../zip/directory.ts';
import { wholePart } from '../zip/part.ts';
import { writeZip, type ZipPart } from '../zip/write.ts';
import {
  type PartType,
  type Vocabulary,
  vocabularyOf,
  withContentType,
  withLinkLists,
  withRelationship,
} from './add-part.ts';

/** A package while parts of it are changed and new ones are put beside them; what nobody changes is never unpacked. */
export interface PatchedPackage {
  readonly book: XlsxPackage;
  readonly vocabulary: Vocabulary;
  /** A part as it stands now, changes included. */
  readonly read: (part: string) => string;
  readonly write: (part: string, xml: string) => void;
  /** The first free name: ("xl/comments", ".xml") → "xl/comments2.xml". */
  readonly freeName: (stem: string, ending: string) => string;
  /** Puts a new part in, says what it is, and links to it from another part; gives the link's id. */
  readonly add: (part: string, type: PartType, xml: string, from: string) => string;
  /** What a part links to, new links included. */
  readonly links: (part: string) => readonly Relationship[];
  /** The finished zip: every old part in its old place, changed or kept; then the new ones. */
  readonly zip: () => Uint8Array<ArrayBuffer>;
}

const contents = '[Content_Types].xml';
const noLinks =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>';

export function patchPackage(book: XlsxPackage): PatchedPackage {
  const changed = new Map<string, string>();
  const added: (Relationship & { readonly from: string })[] = [];
  const read = (part: string): string => changed.get(part) ?? textOf(book, part);
  const exists = (part: string): boolean => changed.has(part) || book.entries.has(part);
  const vocabulary = vocabularyOf(read(book.workbook));
  return {
    book,
    vocabulary,
    read,
    write: (part, xml) => changed.set(part, xml),
    freeName: (stem, ending) => {
      let number = 1;
      while (exists(`${stem}${number}${ending}`)) number++;
      return `${stem}${number}${ending}`;
    },
    add: (part, type, xml, from) => {
      const links = relationshipsPath(from);
      const known = exists(links) ? read(contents) : withLinkLists(read(contents));
      const linked = withRelationship(exists(links) ? read(links) : noLinks, relativeTo(from, part), type, vocabulary);
      changed.set(contents, withContentType(known, part, type));
      changed.set(links, linked.xml);
      changed.set(part, xml);
      added.push({ from, id: linked.id, type, target: part });
      return linked.id;
    },
    links: (part) => [...relationshipsOf(book.bytes, book.entries, part), ...added.filter(({ from }) => from === part)],
    zip: () => writeZip(book.bytes, partsOf(book, changed)),
  };
}

/** "xl/worksheets/sheet1.xml", "xl/comments1.xml" → "../comments1.xml", as Excel writes it: not every program knows "/xl/…". */
function relativeTo(from: string, part: string): string {
  const folders = from.split('/').slice(0, -1);
  const steps = part.split('/');
  let common = 0;
  while (common < folders.length && folders[common] === steps[common]) common++;
  return [...folders.slice(common).map(() => '..'), ...steps.slice(common)].join('/');
}

function partsOf({ entries }: XlsxPackage, changed: ReadonlyMap<string, string>): ZipPart[] {
  const encoder = new TextEncoder();
  const fresh = (name: string, xml: string): ZipPart => ({ kind: 'new', name, bytes: encoder.encode(inUtf8(xml)) });
  const old = [...entries.values()].map((entry): ZipPart => {
    const xml = changed.get(entry.name);
    return xml === undefined ? { kind: 'kept', entry } : fresh(entry.name, xml);
  });
  return [...old, ...[...changed].filter(([name]) => !entries.has(name)).map(([name, xml]) => fresh(name, xml))];
}

function textOf({ bytes, entries }: XlsxPackage, part: string): string {
  const entry = entries.get(part);
  if (!entry) throw damaged(part);
  if (entry.unpackedBytes > readLimits.partBytes) throw tooBig(entry.unpackedBytes, readLimits.partBytes);
  const content = wholePart(bytes, entry);
  const wide = content[0] === 0xff && content[1] === 0xfe ? 'utf-16le' : content[0] === 0xfe ? 'utf-16be' : 'utf-8';
  return new TextDecoder(wide).decode(content);
}

/** A part that was UTF-16 is written as UTF-8 and must say so. */
const inUtf8 = (xml: string): string => xml.replace(/^(<\?xml[^>]*encoding=["'])utf-16[^"']*/i, '$1UTF-8');
