import { foldTraditional } from './text.ts';
import { typedText } from './values/typed-text.ts';

/** A gift in an office's words. 含赠品, 赠品另发 and "free samples follow" speak of something else than the row's goods. */
const gift = '(?:[搭附]?赠送|[搭附]?赠品?|免费(?:赠送|赠品)?|(?:free )?gift|free(?: of charge)?|f\\.?o\\.?c\\.?)';
const alone = new RegExp(`^[(\\[【]?${gift}[)\\]】]?[.。!]*$`, 'i');
const atEnd = new RegExp(` ?[(\\[【]${gift}[)\\]】]$`, 'i');
const inFront = new RegExp(`^[(\\[【]${gift}[)\\]】] ?`, 'i');

/** Says the whole cell that the row is free on purpose: 赠品, 免费, FOC? */
export const isGiftWord = (typed: string): boolean => typed.length <= 20 && alone.test(plain(typed));

/** 保温杯（赠品）, 【赠】保温杯: the name marks the row as a gift. */
export const isGiftName = (itemName: string): boolean => nameWithoutGift(itemName) !== null;

/** The name such a mark stands at, as it is without it; null where there is none. */
export function nameWithoutGift(itemName: string): string | null {
  const folded = plain(itemName);
  const [front, end] = [inFront.exec(folded)?.[0].length ?? 0, atEnd.exec(folded)?.[0].length ?? 0];
  if (front + end === 0) return null;
  const text = typedText(itemName);
  return text.slice(front, text.length - end) || null;
}

/** Sign for sign the typed text: places in the one are places in the other. */
const plain = (typed: string): string => foldTraditional(typedText(typed));
