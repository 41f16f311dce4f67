import { Inflate } from 'fflate';
import { damaged, Unreadable } from '../problem.ts';
import { crc32 } from './crc32.ts';
import type { ZipEntry } from './directory.ts';

/** Packed bytes handed to the inflater at once; what comes out stays below a few megabytes. */
const pieceBytes = 65_536;
const localHeader = 0x04034b50;

/** The packed bytes of an entry, as they lie in the file. */
export function packedPart(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const { offset, packedBytes, name } = entry;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== localHeader) throw damaged(name);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packedBytes > bytes.length) throw damaged(name);
  return bytes.subarray(start, start + packedBytes);
}

/**
 * Unpacks an entry piece by piece; no piece is kept. Stops as soon as more comes out than the directory said, and at the end
 * when the checksum is another one.
 */
export function unpackPart(bytes: Uint8Array, entry: ZipEntry, take: (piece: Uint8Array, last: boolean) => void): void {
  const { name, method, unpackedBytes } = entry;
  let unpacked = 0;
  let crc = 0;
  const check = (piece: Uint8Array, last: boolean): void => {
    unpacked += piece.length;
    if (unpacked > unpackedBytes) throw new Unreadable({ code: 'workbook.suspicious', data: { part: name } });
    crc = crc32(piece, crc);
    if (last && (unpacked !== unpackedBytes || crc !== entry.crc32)) throw damaged(name);
    take(piece, last);
  };
  const packed = packedPart(bytes, entry);
  if (method === 0) check(packed, true);
  else if (method === 8) inflate(packed, check, name);
  else throw damaged(name);
}

function inflate(packed: Uint8Array, take: (piece: Uint8Array, last: boolean) => void, name: string): void {
  let ended = false;
  const inflater = new Inflate((piece, last) => {
    ended ||= last;
    take(piece, last);
  });
  try {
    for (let at = 0; at < packed.length; at += pieceBytes)
      inflater.push(packed.subarray(at, at + pieceBytes), at + pieceBytes >= packed.length);
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    // fflate throws plain errors for bytes that are no deflate stream.
    throw damaged(name);
  }
  if (!ended) throw damaged(name);
}

/** A whole part at once; for the small ones. */
export function wholePart(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const whole = new Uint8Array(entry.unpackedBytes);
  let filled = 0;
  unpackPart(bytes, entry, (piece) => {
    whole.set(piece, filled);
    filled += piece.length;
  });
  return whole;
}
