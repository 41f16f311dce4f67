/**
 * A note that says whose it is and for which words it stands. One that somebody wrote into is nobody's but his: its words
 * don't match its signature any more, and it is left alone.
 */
export const signed = (text: string): string => `${text}\n${signatureOf(text)}`;

export function isSigned(content: string): boolean {
  const lines = content.replace(/\r\n?/g, '\n').split('\n');
  const last = lines.pop();
  return last === signatureOf(lines.join('\n'));
}

const signatureOf = (text: string): string => `— 回签 Countersign ${checksum(text)}`;

/** FNV-1a, 32 bits: no secret, only to tell a changed text. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
