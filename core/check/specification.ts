import { sameText } from '../sheet/text.ts';

/** M8×40, m8*40 and M8 x 40 are one size; so is one that says more than the other. */
export function sameSize(a: string, b: string): boolean {
  const [one, other] = [plainSize(a), plainSize(b)];
  return one.includes(other) || other.includes(one);
}

/** A size without the signs people write it with. For comparing, never for showing. */
export const plainSize = (text: string): string =>
  sameText(text)
    .replace(/[×*✕╳]/g, 'x')
    .replace(/[-_/,，、()（）]/g, '');
