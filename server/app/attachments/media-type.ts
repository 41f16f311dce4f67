import type { MediaType } from '../../../core/attachment/attachment.ts';
import { readLimits } from '../../../workbook/limits.ts';
import { Unreadable } from '../../../workbook/problem.ts';
import { readDirectory } from '../../../workbook/zip/directory.ts';

/** What a file is by its bytes; null for everything that isn't taken in. Its name isn't asked. */
export function mediaTypeOf(bytes: Uint8Array): MediaType | null {
  if (startsWith(bytes, '%PDF-')) return 'application/pdf';
  if (startsWith(bytes, '\xff\xd8\xff')) return 'image/jpeg';
  if (startsWith(bytes, '\x89PNG\r\n\x1a\n')) return 'image/png';
  if (startsWith(bytes, 'RIFF') && startsWith(bytes.subarray(8), 'WEBP')) return 'image/webp';
  if (startsWith(bytes, 'II*\0') || startsWith(bytes, 'MM\0*')) return 'image/tiff';
  return startsWith(bytes, 'PK\x03\x04') ? officeType(bytes) : null;
}

/** Each character one byte. */
const startsWith = (bytes: Uint8Array, start: string): boolean =>
  [...start].every((character, at) => bytes[at] === character.charCodeAt(0));

/** Office's packages are zips of known parts; any other zip, and one that brings a program along, is refused. */
function officeType(bytes: Uint8Array): MediaType | null {
  const parts = partsOf(bytes);
  if (!parts.includes('[Content_Types].xml') || parts.some((part) => part.endsWith('vbaProject.bin'))) return null;
  if (parts.includes('xl/workbook.xml')) return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  if (parts.includes('word/document.xml'))
    return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  return null;
}

function partsOf(bytes: Uint8Array): readonly string[] {
  try {
    return readDirectory(bytes, readLimits).map(({ name }) => name);
  } catch (error) {
    if (error instanceof Unreadable) return [];
    throw error;
  }
}
