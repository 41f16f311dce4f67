import { sha256 } from '../sha256.ts';

/** An index takes some 2700 bytes; nobody looks at these. */
const longestKey = 600;

/**
 * Text as PostgreSQL can keep it: it takes neither NUL nor half of a surrogate pair, and a sheet's cell may hold either. As
 * JSON writes it between quotes; two texts never become one.
 */
export const wholeText = (text: string): string => JSON.stringify(text).slice(1, -1);

/** The text that `wholeText` was made of. */
export const textOf = (whole: string): string => JSON.parse(`"${whole}"`);

/** For columns that are looked up: of a very long text its hash, behind a sign that no other begins with. */
export function keyText(text: string): string {
  if (hashed.test(text)) return text;
  const whole = wholeText(text);
  return Buffer.byteLength(whole) <= longestKey ? whole : `"${sha256(whole)}`;
}

/** As long as PostgreSQL has kept a very long text, only this is left of it. */
const hashed = /^"[0-9a-f]{64}$/;

/** What `keyText` makes the same of again: the text, or the hash of a very long one. */
export const ofKeyText = (key: string): string => (hashed.test(key) ? key : textOf(key));

/** For a text that is only searched through: what can't be kept becomes a replacement character, on both sides. */
export const searchableText = (text: string): string => text.toWellFormed().replaceAll('\0', '\uFFFD');
