import type { ReadLimits } from '../limits.ts';
import { damaged, Unreadable } from '../problem.ts';

/** One file of a zip, as its directory describes it. */
export interface ZipEntry {
  readonly name: string;
  /** 0 = stored, 8 = deflated. */
  readonly method: number;
  readonly flags: number;
  readonly crc32: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  /** Where the entry's local header begins. */
  readonly offset: number;
  /** Date and time as the directory holds them. */
  readonly modified: number;
  readonly externalAttributes: number;
}

const directoryEnd = 0x06054b50;
const directoryEnd64 = 0x06064b50;
const directoryEntry = 0x02014b50;
const saturated = 0xffff_ffff;

/** Reads the directory at the end of a zip, without unpacking anything. Throws Unreadable for what is no zip. */
export function readDirectory(bytes: Uint8Array, limits: ReadLimits): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, start } = findDirectory(view);
  if (count > limits.entries) throw new Unreadable({ code: 'workbook.suspicious', data: { part: `${count}` } });
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let at = start;
  for (let read = 0; read < count; read++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== directoryEntry) throw damaged('zip');
    const nameBytes = view.getUint16(at + 28, true);
    const extraBytes = view.getUint16(at + 30, true);
    const entry = readEntry(bytes, view, at, nameBytes, extraBytes);
    // Two parts of one name: programs differ in which they read, so that a person may see what we don't.
    if (names.has(entry.name)) throw damaged(entry.name);
    names.add(entry.name);
    entries.push(entry);
    at += 46 + nameBytes + extraBytes + view.getUint16(at + 32, true);
  }
  boundSizes(entries, bytes.length, limits);
  return entries;
}

/** The directory's end record lies at the file's end, before a comment of at most 64 kB. */
function findDirectory(view: DataView): { readonly count: number; readonly start: number } {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) {
    if (view.getUint32(at, true) !== directoryEnd) continue;
    const count = view.getUint16(at + 10, true);
    const start = view.getUint32(at + 16, true);
    if (start !== saturated && count !== 0xffff) return { count, start };
    return findDirectory64(view, at);
  }
  throw damaged('zip');
}

function findDirectory64(view: DataView, end: number): { readonly count: number; readonly start: number } {
  if (end < 20) throw damaged('zip');
  const at = Number(view.getBigUint64(end - 12, true));
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== directoryEnd64) throw damaged('zip');
  return { count: Number(view.getBigUint64(at + 32, true)), start: Number(view.getBigUint64(at + 48, true)) };
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, nameBytes: number, extraBytes: number): ZipEntry {
  if (at + 46 + nameBytes + extraBytes > bytes.length) throw damaged('zip');
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameBytes));
  const wide = wideSizes(view, at + 46 + nameBytes, extraBytes);
  // The 64-bit extra holds only the sizes that are saturated, in this order.
  const size = (field: number): number => {
    const short = view.getUint32(field, true);
    return short === saturated ? (wide.shift() ?? short) : short;
  };
  const unpackedBytes = size(at + 24);
  const packedBytes = size(at + 20);
  const offset = size(at + 42);
  return {
    name: name.replaceAll('\\', '/').replace(/^\//, ''),
    method: view.getUint16(at + 10, true),
    flags: view.getUint16(at + 8, true),
    crc32: view.getUint32(at + 16, true),
    packedBytes,
    unpackedBytes,
    offset,
    modified: view.getUint32(at + 12, true),
    externalAttributes: view.getUint32(at + 38, true),
  };
}

function wideSizes(view: DataView, start: number, bytes: number): number[] {
  for (let at = start; at + 4 <= start + bytes; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const sizes: number[] = [];
    const end = at + 4 + view.getUint16(at + 2, true);
    for (let field = at + 4; field + 8 <= end && field + 8 <= view.byteLength; field += 8)
      sizes.push(Number(view.getBigUint64(field, true)));
    return sizes;
  }
  return [];
}

/** The sizes the directory admits to. Whoever lies here is stopped while unpacking (part.ts). */
function boundSizes(entries: readonly ZipEntry[], fileBytes: number, limits: ReadLimits): void {
  let packed = 0;
  let unpacked = 0;
  for (const entry of entries) {
    packed += entry.packedBytes;
    unpacked += entry.unpackedBytes;
    if (entry.flags & 1) throw new Unreadable({ code: 'workbook.encrypted', data: {} });
    if (entry.unpackedBytes > limits.ratioFromBytes && entry.unpackedBytes > limits.ratio * entry.packedBytes)
      throw new Unreadable({ code: 'workbook.suspicious', data: { part: entry.name } });
  }
  // Overlapping entries: one packed piece counted many times over.
  if (packed > fileBytes) throw new Unreadable({ code: 'workbook.suspicious', data: { part: 'zip' } });
  if (unpacked > limits.unpackedBytes) throw tooBig(unpacked, limits.unpackedBytes);
}

const megabytes = (bytes: number): string => String(Math.ceil(bytes / 1e6));
export const tooBig = (actual: number, limit: number): Unreadable =>
  new Unreadable({ code: 'workbook.too-big', data: { actual: megabytes(actual), limit: megabytes(limit) } });
