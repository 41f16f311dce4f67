import { foldTraditional } from '../sheet/text.ts';

/**
 * How a foreign customer's money is made sure of (R30): by his bank's promise, by papers that are handed out against money or
 * against his signed bill, or not at all.
 */
export const tradeTerms = [
  'letter-of-credit', // 信用证 L/C
  'documents-against-payment', // 付款交单 D/P
  'documents-against-acceptance', // 承兑交单 D/A
  'open-account', // 赊销 O/A
] as const;
export type TradeTerm = (typeof tradeTerms)[number];

/** Papers go to the bank within 21 days after shipment, unless the credit says otherwise (UCP 600, article 14 c); usance counts from there. */
export const presentationDays = 21;

const sight = '(?:(?:即期|远期|at sight|见票(?:即付|后)?|sight|usance)[ ,]{0,2})*';
const days = "(?:(?:at |by )?(?<!\\d)(\\d{1,3}) ?(?:天|日|days?)(?:[’']? ?(?:after )?sight)?[ ,]{0,2})?";
const credit = '(?:信用证|letters? of credit|\\bl\\/?c\\b)';
const onPayment = '(?:付款交单|documents against payment|\\bd\\/p\\b)';
const onAcceptance = '(?:承兑交单|documents against acceptance|\\bd\\/a\\b)';

/** Before or after the word stands when it is paid: 即期信用证, 90天远期信用证, L/C at sight, D/A 60 days. */
const paid = (how: string): RegExp =>
  new RegExp(
    `(?:不可撤销的?|irrevocable |by |confirmed )*${sight}${days}${sight}的?${how}[ ,]{0,2}${sight}${days}${sight}`,
  );

/** What is paid through banks. The first two groups, where there is one, are days after sight. */
export const throughBank: readonly RegExp[] = [credit, onPayment, onAcceptance].map(paid);

const namedBy: readonly (readonly [RegExp, TradeTerm])[] = [
  [new RegExp(credit), 'letter-of-credit'],
  [new RegExp(onAcceptance), 'documents-against-acceptance'],
  [new RegExp(onPayment), 'documents-against-payment'],
  [/赊销|\bo\/a\b|open account/, 'open-account'],
];

/** "No L/C": what is said not to be wanted isn't. */
export const noCredit = new RegExp(
  `(?:\\b(?:no|not|without)(?: an?)? |不(?:用|要|开|接受)|无需?|免(?:开)?)${credit}`,
  'g',
);

/** What the text of an order's payment terms names; null = none of them. A credit beside anything else decides. */
export function tradeTermOf(text: string): TradeTerm | null {
  const plain = foldTraditional(text.normalize('NFKC').toLowerCase()).replace(noCredit, '');
  return namedBy.find(([words]) => words.test(plain))?.[1] ?? null;
}
