import type { PayWhen } from './terms.ts';
import { presentationDays, throughBank } from './trade-terms.ts';

/** One way of saying when to pay, and what it means. The first group, where there is one, is the number of days. */
export interface WhenWords {
  readonly words: RegExp;
  readonly meaning: (days: number | null, monthlyDays: number) => PayWhen;
}

const order = (): PayWhen => ({ at: 'order' });
const shipping = (): PayWhen => ({ at: 'shipping' });
const after =
  (at: 'receipt' | 'shipped') =>
  (days: number | null): PayWhen => ({ at, days: days ?? 0 });
const afterPresentation = (days: number | null): PayWhen => ({ at: 'shipped', days: (days ?? 0) + presentationDays });
const monthly = (days: number | null, monthlyDays: number): PayWhen => ({ at: 'month-end', days: days ?? monthlyDays });

/**
 * Terms as orders write them, in simplified characters and small letters. Longer sayings first: 货到30天 must not be read as
 * 货到. Looked for from left to right; what none of them says stays unread.
 */
export const whenWords: readonly WhenWords[] = [
  ...throughBank.map((words) => ({ words, meaning: afterPresentation })),
  { words: /(\d{1,3}) ?(?:天|日) ?月结/, meaning: monthly },
  {
    words: /(?:月结|月末结|月底结)(?:算)?(?:账期)? ?(\d{1,3})? ?(?:天|日)?(?:内)?(?:付款|付清|付|结清)?/,
    meaning: monthly,
  },
  { words: /(?:net ?)?(\d{1,3})(?: ?days?)?(?: after)?,? ?(?:eom|end of (?:the )?month|monthly)/, meaning: monthly },
  {
    words:
      /(?:eom|end of (?:the )?month|monthly(?: settlement| statement| account)?),? ?(?:\+ ?)?(?:(\d{1,3})(?: ?days?)?)?/,
    meaning: monthly,
  },
  { words: /款到(?:后|账后|帐后)?(?:安排|再|即|方可)?(?:生产|排产|投产)/, meaning: order },
  {
    words: /款到(?:后|账后|帐后)?(?:安排|再|即|方可)?(?:发货|出货|交货|提货|发)|先款后货|款清(?:发货|出货|提货)/,
    meaning: shipping,
  },
  { words: /(?:发货|出货|提货|交货|装运|装柜|出厂|发运)(?:之)?前(?:结清|付清|付款|付|一次性付清)?/, meaning: shipping },
  {
    words: /(?:before|prior to)(?: the)? (?:shipment|shipping|delivery|dispatch|goods leave)|\bcbd\b/,
    meaning: shipping,
  },
  {
    words:
      /(?:货到|到货|收货|收到货|签收|验收|验收合格|交货)(?:后)? ?(\d{1,3}) ?(?:天|日)(?:内|之内)?(?:付款|付清|付|结清)?/,
    meaning: after('receipt'),
  },
  {
    words: /(\d{1,3}) ?days? (?:after|from|upon) (?:delivery|receipt|acceptance|arrival)(?: of goods)?/,
    meaning: after('receipt'),
  },
  {
    words:
      /货到(?:即|后)?(?:付款|付清|付)|到货(?:即|后)?(?:付款|付清|付)|(?:签收|验收|验收合格|收货)(?:后|时)(?:付款|付清|付)?|现款现货|现结|到付|一手交钱一手交货/,
    meaning: after('receipt'),
  },
  {
    words: /(?:cash|payment|payable|due)? ?(?:on|upon) (?:delivery|receipt|arrival|acceptance)(?: of goods)?|\bcod\b/,
    meaning: after('receipt'),
  },
  {
    words: /(?:发货|出货|装运|发运)后 ?(\d{1,3}) ?(?:天|日)(?:内|之内)?(?:付款|付清|付|结清)?/,
    meaning: after('shipped'),
  },
  { words: /账期:? ?(\d{1,3}) ?(?:天|日)|(?<!\d)(\d{1,3}) ?(?:天|日) ?(?:账期|帐期)/, meaning: after('shipped') },
  { words: /\bnet ?(\d{1,3})(?: ?days?)?|(?<!\d)(\d{1,3}) ?days? net/, meaning: after('shipped') },
  {
    words:
      /(?:o\/?a|open account),? ?(\d{1,3})(?: ?days?)?|(?<!\d)(\d{1,3}) ?days? (?:after|from) (?:shipment|shipping|dispatch)/,
    meaning: after('shipped'),
  },
  {
    words:
      /预付(?:款|货款)?|预收(?:款)?|定金|订金|首付(?:款)?|(?:下单|签约|签订合同|合同签订|合同生效)(?:时|后|即)?(?:付款|付清|付)?/,
    meaning: order,
  },
  {
    words:
      /(?:down ?|advance |pre-?)payment|(?:in |as )?advance(?: deposit)?|deposit|prepaid|\bcwo\b|(?:cash |payment )?(?:with|on|upon) (?:the )?(?:order|signing)/,
    meaning: order,
  },
];

/** Terms that hang on something this program doesn't follow: the invoice's date, papers of the carrier, other calendars. */
export const beyondReading =
  /托收|发票|开票|票到|见票|工作日|个月|年|季|周|次月|隔月|当月|半月|双月|滚|压|质保|(?:无|不|免)(?:需|用|收)?(?:预付|预收|定金|订金)|invoice|\bd[pa]\b|working days?|business days?|\bweeks?\b|(?<!end of (?:the )?)\bmonths?\b|\bb\/l\b|copy of|\bno (?:deposit|prepayment|advance|down)/;

/** The part that no number names. */
export const restWords =
  /余款|尾款|剩余(?:款|货款)?|其余(?:款)?|余额|余下|\bthe rest\b|\brest\b|\bremaining\b|\bremainder\b|\bbalance\b/;

/** Everything at once. */
export const wholeWords = /全款|全额|全部货款|\bfull\b|\bin full\b/;

/** Freight has terms of its own: 运费到付 isn't about the goods. */
export const freightWords = /(?:运费|freight)[^,;]*/g;
