import { foldTraditional } from '../sheet/text.ts';
import { type Decimal, divide, isNegative, isZero, parseDecimal, subtract, sum, zero } from '../value/decimal.ts';
import { isWhole, type PaymentTerms, type PayWhen } from './terms.ts';
import { beyondReading, freightWords, restWords, whenWords, wholeWords } from './terms-words.ts';
import { noCredit, throughBank } from './trade-terms.ts';

/** A piece of the text: how much, or when. */
type Piece = { readonly share: Decimal | 'rest' } | { readonly when: PayWhen };

const whole = '1' as Decimal;
const hundred = '100' as Decimal;

/**
 * Payment terms as an order's text says them, in Chinese or English: 月结30天, 款到发货, 预付30%余款发货前付清, 货到付款,
 * T/T 30% deposit, 70% before shipment, Net 30 … A deposit alone leaves the rest to be paid before shipping (policy 4).
 * Null when any part that could bear on money can't be read: a guess would let goods leave unpaid. `monthlyDays`: 月结 alone.
 */
export function readTerms(text: string, monthlyDays: number): PaymentTerms | null {
  const plain = foldTraditional(text.normalize('NFKC').toLowerCase())
    .replace(/[，、。；;/\n]+(?=[^a-z]|$)/g, ',')
    .replace(/\s+/g, ' ')
    .replace(freightWords, '')
    .replace(noCredit, '');
  if (beyondReading.test(withoutBank(plain))) return null;
  const pieces = piecesOf(plain, monthlyDays);
  return pieces === null ? null : termsOf(pieces);
}

/** 见票 is beyond reading, a credit at sight isn't. */
const withoutBank = (text: string): string => throughBank.reduce((left, words) => left.replace(words, ''), text);

/** Shares and moments as they stand; null when something that bears on money is left unread. */
function piecesOf(text: string, monthlyDays: number): readonly Piece[] | null {
  const found: { readonly at: number; readonly piece: Piece }[] = [];
  let left = text;
  const take = (words: RegExp, read: (match: RegExpExecArray) => Piece | null): void => {
    for (let match = words.exec(left); match !== null; match = words.exec(left)) {
      const piece = read(match);
      if (piece === null) return;
      found.push({ at: match.index, piece });
      left = left.slice(0, match.index) + '\u0000'.repeat(match[0].length) + left.slice(match.index + match[0].length);
    }
  };
  take(/(\d{1,3}(?:\.\d{1,2})?) ?%/, ([, percent]) => shareOf(percent));
  take(restWords, () => ({ share: 'rest' }));
  take(wholeWords, () => ({ share: whole }));
  for (const { words, meaning } of whenWords) take(words, (match) => ({ when: meaning(daysOf(match), monthlyDays) }));
  return /[\d%]/.test(left) ? null : found.toSorted((a, b) => a.at - b.at).map(({ piece }) => piece);
}

function shareOf(percent: string | undefined): Piece | null {
  const number = percent === undefined ? null : parseDecimal(percent);
  return number === null || isZero(number) ? null : { share: divide(number, hundred) };
}

const daysOf = ([, ...groups]: RegExpExecArray): number | null => {
  const days = groups.find((group) => group !== undefined);
  return days === undefined ? null : Number(days);
};

function termsOf(pieces: readonly Piece[]): PaymentTerms | null {
  const shares = pieces.flatMap((piece) => ('share' in piece ? [piece.share] : []));
  const whens = withoutEchoes(pieces).flatMap((piece) => ('when' in piece ? [piece.when] : []));
  const [first] = whens;
  if (first === undefined) return null;
  if (shares.length === 1 && whens.length === 1 && first.at === 'order' && shares[0] !== 'rest')
    return paired([...shares, 'rest'], [first, { at: 'shipping' }]);
  return paired(shares.length < whens.length ? [...shares, 'rest'] : shares, whens);
}

/** "30% deposit in advance" says one moment twice. */
const withoutEchoes = (pieces: readonly Piece[]): readonly Piece[] =>
  pieces.filter((piece, at) => {
    const before = pieces[at - 1];
    return !('when' in piece && before !== undefined && 'when' in before && isSame(piece.when, before.when));
  });

const isSame = (a: PayWhen, b: PayWhen): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Each share with its moment, in the order they stand; one of them may be the rest. */
function paired(shares: readonly (Decimal | 'rest')[], whens: readonly PayWhen[]): PaymentTerms | null {
  if (shares.length !== whens.length || shares.filter((share) => share === 'rest').length > 1) return null;
  const rest = subtract(whole, sum(shares.map((share) => (share === 'rest' ? zero : share))));
  if (isNegative(rest)) return null;
  const terms = whens
    .map((when, at) => ({ when, share: shares[at] === 'rest' ? rest : (shares[at] as Decimal) }))
    .filter(({ share }) => !isZero(share));
  return isWhole(terms) ? terms : null;
}
