import { deflateSync } from 'fflate';
import { crc32 } from './crc32.ts';
import type { ZipEntry } from './directory.ts';
import { packedPart } from './part.ts';

/** A part of the new zip: taken over as it lies packed in the old one, or new. */
export type ZipPart =
  | { readonly kind: 'kept'; readonly entry: ZipEntry }
  | { readonly kind: 'new'; readonly name: string; readonly bytes: Uint8Array };

const inUtf8 = 0x0800;
/** Sizes stand in the header, not behind the data. */
const sizesBehind = 0x0008;
/** 1 January 1980, the earliest a zip can say: the same input gives the same bytes. */
const noDate = 0x0021_0000;

/** A zip whose kept parts are copied without being unpacked: their content can't change. */
export function writeZip(source: Uint8Array, parts: readonly ZipPart[]): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const part of parts) {
    const packed = part.kind === 'kept' ? packedPart(source, part.entry) : deflateSync(part.bytes);
    const entry = part.kind === 'kept' ? part.entry : newEntry(part.name, part.bytes, packed.length);
    const header = localHeader(entry);
    pieces.push(header, packed);
    directory.push(directoryHeader(entry, offset));
    offset += header.length + packed.length;
  }
  const directoryBytes = directory.reduce((total, { length }) => total + length, 0);
  return joined([...pieces, ...directory, endRecord(parts.length, directoryBytes, offset)]);
}

const newEntry = (name: string, bytes: Uint8Array, packedBytes: number): ZipEntry => ({
  name,
  method: 8,
  flags: 0,
  crc32: crc32(bytes),
  packedBytes,
  unpackedBytes: bytes.length,
  offset: 0,
  modified: noDate,
  externalAttributes: 0,
});

/** Fields that local and directory header share, from the version on. */
function commonFields(view: DataView, at: number, entry: ZipEntry, nameBytes: number): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, (entry.flags & ~sizesBehind) | inUtf8, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint32(at + 6, entry.modified, true);
  view.setUint32(at + 10, entry.crc32, true);
  view.setUint32(at + 14, entry.packedBytes, true);
  view.setUint32(at + 18, entry.unpackedBytes, true);
  view.setUint16(at + 22, nameBytes, true);
}

function localHeader(entry: ZipEntry): Uint8Array {
  const name = new TextEncoder().encode(entry.name);
  const header = new Uint8Array(30 + name.length);
  const view = new DataView(header.buffer);
  view.setUint32(0, 0x04034b50, true);
  commonFields(view, 4, entry, name.length);
  header.set(name, 30);
  return header;
}

function directoryHeader(entry: ZipEntry, offset: number): Uint8Array {
  const name = new TextEncoder().encode(entry.name);
  const header = new Uint8Array(46 + name.length);
  const view = new DataView(header.buffer);
  view.setUint32(0, 0x02014b50, true);
  view.setUint16(4, 20, true);
  commonFields(view, 6, entry, name.length);
  view.setUint32(38, entry.externalAttributes, true);
  view.setUint32(42, offset, true);
  header.set(name, 46);
  return header;
}

function endRecord(entries: number, directoryBytes: number, start: number): Uint8Array {
  const record = new Uint8Array(22);
  const view = new DataView(record.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, entries, true);
  view.setUint16(10, entries, true);
  view.setUint32(12, directoryBytes, true);
  view.setUint32(16, start, true);
  return record;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((total, { length }) => total + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
