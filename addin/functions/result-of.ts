import { rmbCapitals } from '../../core/document/capitals.ts';
import type { Lookup, LookupAnswer } from '../../core/lookup/lookup.ts';
import type { Locale } from '../../core/policy/locale.ts';
import { type PlainDate, serialOfDate } from '../../core/value/date.ts';
import { absolute, compare, type Decimal } from '../../core/value/decimal.ts';
import type { Texts } from '../../locales/index.ts';
import type { CellContent, CellResult, ErrorCell } from './cells.ts';
import type { LookupState } from './lookups.ts';
import type { Question } from './questions.ts';
import { amountIn } from './read-cell.ts';

/** How a cell says it: the user's language, the workbook's way of counting days. */
export interface Speech {
  readonly t: Texts;
  readonly locale: Locale;
  readonly date1904: boolean;
}

export const notAvailable = (text: string): ErrorCell => ({ error: 'not-available', text });
export const invalidValue = (text: string): ErrorCell => ({ error: 'invalid-value', text });

/** What the cell shows for an answer, or for want of one. */
export function resultOf(lookup: Lookup, state: LookupState, speech: Speech): CellResult {
  if (state.kind === 'answer') return answered(lookup, state.answer, speech);
  const { trouble } = state;
  return notAvailable(
    speech.t(`functions:trouble.${trouble.kind}`, trouble.kind === 'fault' ? { message: trouble.message } : {}),
  );
}

function answered(lookup: Lookup, answer: LookupAnswer, { t, date1904 }: Speech): CellResult {
  switch (answer.found) {
    case 'price':
      return Number(answer.price);
    case 'quantity':
      return Number(answer.quantity);
    case 'day':
      return { day: serialIn(answer.on, date1904) };
    case 'status':
      return t(`terms:status.${answer.status}`);
    case 'nothing': {
      const { because, hint } = answer;
      const meant = hint !== undefined && because === 'item-unknown' ? { context: 'hint' } : {};
      return notAvailable(t(`functions:gap.${because}`, { ...wordsOf(lookup), hint: hint ?? '', ...meant }));
    }
  }
}

const wordsOf = (lookup: Lookup) => ({
  item: 'item' in lookup ? lookup.item : '',
  customer: ('customer' in lookup && lookup.customer) || '',
  order: 'order' in lookup ? lookup.order : '',
});

/** 1 January 1904 is day 0 there. */
const serialIn = (date: PlainDate, date1904: boolean): number => serialOfDate(date) - (date1904 ? 1462 : 0);

/** What a cell shows that asked nothing, or nothing that can be asked. */
export const unasked = (question: Exclude<Question, { kind: 'asks' }>, { t }: Speech): CellResult =>
  question.kind === 'empty'
    ? ''
    : invalidValue(
        t(`functions:unreadable.${question.what}`, { said: question.said, context: question.said ? '' : 'empty' }),
      );

/** Beyond this Excel doesn't hold an amount to the cent. */
const tooMuch = '10000000000000' as Decimal;

/** An amount in capitals as letters write it (core/document/capitals.ts). */
export function rmbOf(content: CellContent, { t, locale }: Speech): CellResult {
  const amount = amountIn(content);
  if (amount === undefined) return '';
  if (amount === null) return invalidValue(t('functions:unreadable.amount', { said: String(content).slice(0, 100) }));
  if (amount === 'beyond' || compare(absolute(amount), tooMuch) >= 0) return invalidValue(t('functions:too-much'));
  return rmbCapitals(amount, locale === 'zh-Hant' ? 'zh-Hant' : 'zh-Hans');
}
