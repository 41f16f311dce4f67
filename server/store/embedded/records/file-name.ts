import { createHash } from 'node:crypto';

/** Names Windows keeps for devices, with any extension. */
const devices = /^(CON|PRN|AUX|NUL|COM\d|LPT\d)$/;
const plain = /^[A-Z0-9][A-Z0-9_-]{0,79}$/;
const plainBook = /^(prices|stock|customers)-\d+$/;

/**
 * A file name for an id, without extension, that works on Windows, macOS and Linux: our own numbers stay as they are;
 * anything else keeps its harmless characters for the eye and gets a hash, so that "a/b" and "a?b", or "Ä" and "ä" on a
 * disk that doesn't tell them apart, never share a file.
 */
export function fileNameOf(id: string): string {
  if ((plain.test(id) && !devices.test(id)) || plainBook.test(id)) return id;
  const readable = id.replace(/[^A-Za-z0-9_-]+/g, '_').slice(0, 40);
  return `${readable}~${createHash('sha256').update(id).digest('hex').slice(0, 32)}`;
}
