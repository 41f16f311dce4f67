import type { PostedContent } from '../order/state.ts';

/**
 * What an order's own words speak of that no column holds: who reads it for a colleague would stop there. A passage that says
 * there is none of it doesn't count.
 */
const subjects = {
  /** Papers about the goods that somebody else issues or that quality writes (R11). */
  certificate:
    /证书|證書|证明|證明|质保书|質保書|合格证|合格證|检[验测]报告|檢[驗測]報告|certificate|test report|\b(?:coc|coa|sgs)\b/i,
  /** A contract of the customer's own, what it threatens with, goods that need a licence (R11). A contract's number is none. */
  legal:
    /(?:按|依|以|照|附|客户|客戶|买方|買方|对方|對方)[^,，。;；]{0,6}?(?:合同|合約|协议|協議|条款|條款)(?![号號编編])|违约金|違約金|罚款|罰款|仲裁|保密|出口管制|出口许可|出口許可|\b(?:customer['’]?s?|buyer['’]?s?|their|your|own) (?:own )?(?:contract|agreement|terms)\b|\bper (?:the )?contract\b|\bpenalt(?:y|ies)\b|liquidated damages|\barbitration\b|\bnda\b|export (?:control|licen[cs]e)|dual[- ]use/i,
  /** Paid to somebody for the deal (R12). */
  commission: /佣金|回扣|居间费|居間費|\bcommissions?\b/i,
} as const;

const denied =
  /(?:无|無|没有|沒有|不含|不付|免|\bno|\bwithout)\s*(?:佣金|回扣|commissions?|penalt(?:y|ies)|certificates?)|(?:佣金|commission)\s*[:：=]?\s*(?:无|無|没有|沒有|none|nil|0(?:\.0+)?\s*%?)(?![\d.])/giu;

export type SpokenOf = keyof typeof subjects;

type WordedOrder = Pick<PostedContent, 'paymentTerms' | 'deliveryMethod' | 'lines'>;

/** The passages of an order that speak of something, each once, in the order they stand. */
export const passagesAbout = (subject: SpokenOf, order: WordedOrder): readonly string[] => [
  ...new Set(wordsOf(order).filter((text) => speaksOf(subject, text))),
];

/** Whether a text speaks of it. */
export const speaksOf = (subject: SpokenOf, text: string): boolean =>
  subjects[subject].test(text.normalize('NFKC').replace(denied, ' '));

const wordsOf = ({ paymentTerms, deliveryMethod, lines }: WordedOrder): readonly string[] =>
  [
    paymentTerms,
    deliveryMethod,
    ...lines.flatMap(({ specialRequirements, remark }) => [specialRequirements, remark]),
  ].flatMap((text) => text ?? []);
