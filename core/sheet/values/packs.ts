import { add, compare, type Decimal, multiply, negate } from '../../value/decimal.ts';
import type { SaidPacks } from '../table.ts';
import { carried, type DecimalMark, readDigits } from './digits.ts';
import { undress } from './number.ts';
import { type Reading, unreadable, value } from './reading.ts';
import { typedText } from './typed-text.ts';

const number = "(\\d[\\d.,']*)";
const word = '(\\p{L}{1,8}?)';
/** 3箱×24, 3*24瓶, 3 ctn x 24 = 72. A letter x belongs to no word before it. */
const times = new RegExp(
  `^${number} ?${word}? ?(?:[×*✕╳]|(?<![a-z])x) ?${number} ?${word}?(?: ?= ?${number} ?${word}?)?$`,
  'iu',
);
/** 3箱(24瓶/箱), 3箱(每箱24瓶). */
const inBrackets = new RegExp(
  `^${number} ?${word} ?\\((?:每\\p{L}{1,3} ?)?${number} ?${word}?(?: ?\\/ ?\\p{L}{1,8})?\\)$`,
  'iu',
);
/** Most quantities are one number, and go no further. */
const twoNumbers = /\d.*[^\d.,' ].*\d/;
const perPack = /[每/]/;
const several = new RegExp(`^${number} ?${word}? ?[+&、;送赠贈加和] ?${number} ?${word}?$`, 'iu');
/** 3箱5瓶, 3箱零5瓶. */
const twoUnits = new RegExp(`^${number}([\\u3400-\\u9fff]{1,2})[零又]?${number}[\\u3400-\\u9fff]{1,2}$`, 'u');
const container =
  /^(?:箱|盒|包|袋|打|捆|托|板|筐|桶|件|ctns?|cartons?|cases?|box(?:es)?|pallets?|packs?|bags?|doz(?:en)?)$/i;

/** A quantity counted in packs, or several in one cell; null when it is neither. */
export function readPacks(typed: string, mark: DecimalMark | null): Reading<Decimal> | null {
  const text = typedText(typed);
  const bare = text.length <= 60 && twoNumbers.test(text) ? undress(text) : null;
  if (!bare || bare.money) return null;
  const found = times.exec(bare.rest) ?? (perPack.test(bare.rest) ? inBrackets.exec(bare.rest) : null);
  if (found) return product(found, bare.negative, mark);
  const two = /\de[+-]\d/i.test(bare.rest) ? null : several.exec(bare.rest);
  if (two) return unreadable('several-amounts', two[2] === two[4] ? sumOrFirst(two, mark) : []);
  return twoUnits.test(bare.rest) ? unreadable('several-amounts') : null;
}

/** 24瓶×3箱 is 3 boxes of 24: the box is what holds. */
function product(found: RegExpExecArray, negative: boolean, mark: DecimalMark | null): Reading<Decimal> {
  const [, first = '', firstUnit, second = '', secondUnit, stated, statedUnit] = found;
  const [one, other] = [readDigits(first, mark), readDigits(second, mark)];
  if (one.kind !== 'value') return one;
  if (other.kind !== 'value') return other;
  const size = multiply(one.value, other.value);
  const total = stated === undefined ? null : readDigits(stated, mark);
  if (total && (total.kind !== 'value' || compare(total.value, size) !== 0))
    return unreadable('ambiguous', total.kind === 'value' ? [size, total.value] : []);
  const swapped = secondUnit !== undefined && container.test(secondUnit) && !container.test(firstUnit ?? '');
  const [count, unit, each, eachUnit] = swapped
    ? [other.value, secondUnit, one.value, firstUnit]
    : [one.value, firstUnit, other.value, secondUnit];
  const sizeUnit = eachUnit ?? statedUnit;
  const packs: SaidPacks = {
    count: negative ? negate(count) : count,
    ...(unit && { unit }),
    size: each,
    ...(sizeUnit && { sizeUnit }),
  };
  const named = unit !== undefined || eachUnit !== undefined;
  return carried(
    value(negative ? negate(size) : size, {
      ...(sizeUnit && { quantityUnit: sizeUnit }),
      ...(named && { packs }),
    }),
  );
}

/** 100+5: all of it, or five are free. */
function sumOrFirst([, first = '', , second = '']: RegExpExecArray, mark: DecimalMark | null): readonly Decimal[] {
  const [one, other] = [readDigits(first, mark), readDigits(second, mark)];
  return one.kind === 'value' && other.kind === 'value' ? [add(one.value, other.value), one.value] : [];
}
