import { isKnownHeading } from '../../core/sheet/headings.ts';
import { Unreadable } from '../problem.ts';

/** Characters so frequent that a wrong decoding hardly shows any of them; both scripts. */
const frequent = new Set(
  '的一是了在人有公司大小中上下年月日号號单單价價数數量名称稱规規格客户戶订訂货貨品金额額元件备備注註地址电電话話',
);

const attempt = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // fatal: the bytes aren't text in this encoding; the next one is tried.
    return null;
  }
};

/**
 * The text of a file that doesn't say its encoding: a byte order mark decides, then UTF-8 if it is valid, else GB18030
 * (mainland Excel) or Big5 (Taiwan's), whichever gives the likelier headings and characters.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const unicode = attempt(bytes, 'utf-8');
  if (unicode !== null) return unicode;
  const likeliest = ['gb18030', 'big5']
    .flatMap((encoding) => attempt(bytes, encoding) ?? [])
    .toSorted((a, b) => likelihood(b) - likelihood(a))[0];
  if (likeliest === undefined) throw new Unreadable({ code: 'workbook.unknown-encoding', data: {} });
  return likeliest;
}

function likelihood(text: string): number {
  const start = text.slice(0, 5000);
  const headings = start.split(/[\r\n,;\t"]+/).filter((cell) => cell !== '' && isKnownHeading(cell)).length;
  let seen = 0;
  for (const letter of start) if (frequent.has(letter)) seen++;
  return headings * 10 + seen;
}
