import type { PostedContent } from '../order/state.ts';

/** What each subject is called, as the source of a pattern. */
const words = {
  /** Papers about the goods that somebody else issues or that quality writes (R11). */
  certificate: String.raw`证书|證書|证明|證明|质保书|質保書|合格证|合格證|检[验测]报告|檢[驗測]報告|certificates?|test reports?|\b(?:coc|coa|sgs)\b`,
  /** What a contract threatens with, and goods that need a licence (R11). */
  legal: String.raw`违约金|違約金|罚款|罰款|仲裁|保密|出口管制|出口许可|出口許可|\bpenalt(?:y|ies)\b|liquidated damages|\barbitration\b|\bnda\b|export (?:control|licen[cs]e)s?|dual[- ]use`,
  /** Paid to somebody for the deal (R12). */
  commission: String.raw`佣金|回扣|返佣|返点|返點|返利|好处费|好處費|居间费|居間費|\bcommissions?\b|\bkickbacks?\b|\brebates?\b`,
} as const;

export type SpokenOf = keyof typeof words;

/** A contract of the customer's own; a contract's number is none. */
const contract = String.raw`(?:按|依|以|照|附|客户|客戶|买方|買方|对方|對方)[^,，。;；]{0,6}?(?:合同|合約|协议|協議|条款|條款)(?![号號编編])|\b(?:customer['’]?s?|buyer['’]?s?|their|your|own) (?:own )?(?:contract|agreement|terms)\b|\bper (?:the )?contract\b`;

const subjects: Readonly<Record<SpokenOf, RegExp>> = {
  certificate: new RegExp(words.certificate, 'i'),
  legal: new RegExp(`${contract}|${words.legal}`, 'i'),
  commission: new RegExp(words.commission, 'i'),
};

/** One thing or several: "佣金、返点", "commission or rebate". */
const word = `(?:${Object.values(words).join('|')})`;
const things = String.raw`${word}(?:(?:\s*[、/]\s*|和|及|与|與|或|\s+(?:or|and|nor)\s+)${word})*`;

/** A second "no" turns the first: "不能没有证书", "not without a certificate". */
const notTurned = String.raw`(?<!不(?:能|可|得|要|准|接受|收)[^,。;]{0,4})(?<!\b(?:not|never|cannot|can['’]t|don['’]t)\b[^,.;]{0,24})`;
const without = String.raw`(?:无|無|没有|沒有|没|沒|未|不|免|勿)(?:需|須|须|必|用|要|应|應|得|再|另|可|含|包|括|付|支|收|取|接|受|提|供|附|带|帶|有|设|設|承|担|擔|涉|及|任何|给|給|予|计|計){0,5}|\b(?:no|not|without|never|don['’]t|doesn['’]t|free (?:of|from))\b(?:[\s-]+(?:any|an?|the|need(?:ed)?|requir(?:e|es|ed|ing)|includ(?:e|es|ed|ing)|accept(?:s|ed|ing)?|pay(?:s|ing|able)?|subject|to|for|of))*[\s-]+`;
/** What follows when it is missing: whoever writes that wants it. */
const noThreat = String.raw`(?![^。;.]{0,6}(?:不(?:予|能|得|可)?(?:收|发|發|付款|验|驗|入|接|签|簽)|拒|退|扣))(?!\W{0,3}(?:no|not)\s+(?:pay|deliver|ship|accept|deal|goods|order))`;
const none = String.raw`\s*(?:[:=]\s*)?(?:(?:无|無|没有|沒有|免)(?=$|[\s,.。;、)])|不(?:需|须|須|要|接受|适用|適用|含|付(?!款))|none\b|nil\b|n/a\b|waived\b|(?:is |are )?not (?:needed|required|payable|applicable|accepted)|0(?:\.0+)?\s*%?(?![\d.]))|[-\s]free\b`;

/** The passages of an order's words that say there is none of it. Widths of letters and punctuation are alike by then. */
const denied = new RegExp(`${notTurned}(?:${without})\\s*${things}(?![a-z])${noThreat}|${word}(?:${none})`, 'giu');

type WordedOrder = Pick<PostedContent, 'paymentTerms' | 'deliveryMethod' | 'lines'>;

/**
 * What an order's own words speak of that no column holds: who reads it for a colleague would stop there. The passages that speak
 * of the subject, each once, in the order they stand; one that says there is none of it doesn't count.
 */
export const passagesAbout = (subject: SpokenOf, order: WordedOrder): readonly string[] => [
  ...new Set(wordsOf(order).filter((text) => speaksOf(subject, text))),
];

/** Whether a text speaks of it. In doubt it does: a colleague who looks in vain costs less than one who wasn't asked. */
export const speaksOf = (subject: SpokenOf, text: string): boolean =>
  subjects[subject].test(text.normalize('NFKC').replace(denied, ' '));

const wordsOf = ({ paymentTerms, deliveryMethod, lines }: WordedOrder): readonly string[] =>
  [
    paymentTerms,
    deliveryMethod,
    ...lines.flatMap(({ specialRequirements, remark }) => [specialRequirements, remark]),
  ].flatMap((text) => text ?? []);
