import { no, ok, type Result } from '../../../../core/value/result.ts';
import { sha256 } from '../../sha256.ts';

/**
 * The text of a document on disk: valid JSON of one exact shape,
 *
 *     {"format":"countersign-1","sha256":"<64 hex>","body":<JSON>}⏎
 *
 * where the checksum covers the bytes of the body. Everything outside the body is compared byte for byte, so that no
 * flipped bit anywhere goes unnoticed.
 */
const beforeHash = '{"format":"countersign-1","sha256":"';
const afterHash = '","body":';
const end = '}\n';
const hashLength = 64;
const bodyStart = beforeHash.length + hashLength + afterHash.length;

export function seal(body: unknown): Uint8Array {
  const text = JSON.stringify(body);
  return Buffer.from(`${beforeHash}${sha256(text)}${afterHash}${text}${end}`);
}

/** The body, or what is wrong with the file, in words for the log and for who repairs it. */
export function unseal(bytes: Uint8Array): Result<unknown, string> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length === 0) return no('the file is empty');
  const head = file.subarray(0, bodyStart).toString('latin1');
  if (!head.startsWith(beforeHash) || head.slice(-afterHash.length) !== afterHash)
    return no('the beginning is not that of a document');
  if (file.subarray(-end.length).toString('latin1') !== end) return no('the end is missing');
  const body = file.subarray(bodyStart, -end.length);
  if (sha256(body) !== head.slice(beforeHash.length, beforeHash.length + hashLength))
    return no('the checksum is wrong: the content has changed since it was written');
  return ok(JSON.parse(body.toString('utf8')));
}
