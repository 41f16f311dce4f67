import type { ReadLimits } from '../limits.ts';
import { damaged } from '../problem.ts';
import { tooBig } from '../zip/directory.ts';
import type { XlsxPackage } from './package.ts';
import { readXml } from './xml.ts';

/** The texts cells refer to by number; the runs of rich text joined, reading aids (phonetic runs) left out. */
export function readSharedStrings(
  { bytes, entries, sharedStrings }: XlsxPackage,
  { sharedTextBytes }: ReadLimits,
): readonly string[] {
  const texts: string[] = [];
  const entry = sharedStrings === null ? undefined : entries.get(sharedStrings);
  if (!entry) return texts;
  if (entry.unpackedBytes > sharedTextBytes) throw tooBig(entry.unpackedBytes, sharedTextBytes);
  const collected = textCollector();
  readXml(bytes, entry, {
    open: (name) => {
      if (name === 'si') collected.start();
      collected.open(name);
    },
    text: collected.text,
    close: (name) => {
      collected.close(name);
      if (name === 'si') texts.push(collected.take());
    },
  });
  return texts;
}

/** Gathers the <t> texts of a string item; used for shared and inline strings alike. */
export function textCollector() {
  let gathered = '';
  let inText = false;
  let phonetic = false;
  return {
    start: (): void => {
      gathered = '';
    },
    open: (name: string): void => {
      if (name === 'rPh') phonetic = true;
      if (name === 't') inText = true;
    },
    text: (text: string): void => {
      if (inText && !phonetic) gathered += text;
    },
    close: (name: string): void => {
      if (name === 't') inText = false;
      if (name === 'rPh') phonetic = false;
    },
    take: (): string => unescaped(gathered),
  };
}

/** Excel writes characters XML can't hold as _x000D_, and an underscore that would look like that as _x005F_. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

export function sharedString(texts: readonly string[], number: string, part: string): string {
  const text = texts[Number(number)];
  if (text === undefined) throw damaged(part);
  return text;
}
