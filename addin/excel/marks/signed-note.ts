/**
 * A note that says whose it is and for which words it stands. One that somebody wrote into is nobody's but his: its words
 * don't match its signature any more, and it is left alone. The check is in the note and not elsewhere in the workbook: a sheet
 * that was copied, or a file that a colleague opens, brings it along.
 */
export const signed = (text: string): string => `${text}\n${signatureOf(text)}`;

export function isSigned(content: string): boolean {
  const lines = content.replace(/\r\n?/g, '\n').split('\n');
  const last = lines.pop();
  const text = lines.join('\n');
  return last === signatureOf(text) || last === formerSignatureOf(text);
}

const signatureOf = (text: string): string => `— 回签 Countersign · ${shortened(checksum(text))}`;
/** Notes of earlier versions, which are still in workbooks. */
const formerSignatureOf = (text: string): string => `— 回签 Countersign ${checksum(text).toString(36)}`;

/** A clerk reads it below every note: three characters let one change in 46,656 pass. */
const shortened = (sum: number): string => (sum % 36 ** 3).toString(36).padStart(3, '0');

/** FNV-1a, 32 bits: no secret, only to tell a changed text. */
function checksum(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
