import { notAWorkbook, Unreadable } from './problem.ts';

type FileKind = 'zip' | 'encrypted' | 'old-xls' | 'text' | 'empty' | 'other';

const zipStart = [0x50, 0x4b, 0x03, 0x04];
const oleStart = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

/** A package or delimited text; throws Unreadable with the reason for everything else. */
export function readableKind(bytes: Uint8Array, name: string): 'zip' | 'text' {
  const kind = fileKind(bytes, name);
  if (kind === 'zip' || kind === 'text') return kind;
  throw kind === 'other' ? notAWorkbook() : new Unreadable({ code: `workbook.${kind}`, data: {} });
}

/** What a file is, by its first bytes; its name only decides whether plain text may be a table. */
function fileKind(bytes: Uint8Array, name: string): FileKind {
  if (bytes.length === 0) return 'empty';
  if (startsWith(bytes, zipStart)) return 'zip';
  if (startsWith(bytes, oleStart)) return oleKind(bytes);
  // BIFF 2 to 5 without a container: BOF records of the oldest Excels.
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1) && bytes.length > 8) return 'old-xls';
  return /\.(?:csv|tsv|txt)$/i.test(name) && !isMarkup(bytes) ? 'text' : 'other';
}

/** Office's old container holds both: an .xls, and a new workbook encrypted with a password. Its directory tells. */
function oleKind(bytes: Uint8Array): FileKind {
  if (hasName(bytes, 'EncryptedPackage')) return 'encrypted';
  return hasName(bytes, 'Workbook') || hasName(bytes, 'Book') ? 'old-xls' : 'other';
}

/** Directory entries are 128 bytes long and begin with their name in UTF-16. */
function hasName(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((letter) => [letter.charCodeAt(0), 0]).concat(0, 0);
  for (let entry = 512; entry + 128 <= bytes.length; entry += 128)
    if (wanted.every((byte, at) => bytes[entry + at] === byte)) return true;
  return false;
}

/** Web pages and XML named .csv: some programs export those. */
function isMarkup(bytes: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return /^[\s\u00ef\u00bb\u00bf]*<(?:\?xml|!doctype|html|table|workbook)/i.test(start);
}
