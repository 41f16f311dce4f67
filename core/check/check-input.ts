import type { CheckPolicy } from '../policy/check-policy.ts';
import type { Role } from '../policy/roles.ts';
import type { ParsedBatch } from '../sheet/parsed-order.ts';
import type { ParsedSheets } from '../sheet/table.ts';
import type { PlainDate } from '../value/date.ts';
import type { Decimal } from '../value/decimal.ts';
import type { Knowledge } from './knowledge.ts';

/** What a check is given. The same shape in the pane, the browser, the command line and the server (X9). */
export interface CheckInput {
  readonly batch: ParsedBatch;
  readonly knowledge: Knowledge;
  /** The day dates and price validities are judged by. */
  readonly today: PlainDate;
  /** ISO 4217; of orders and price lists that name none. Default: the house's own, CNY. */
  readonly currency?: string;
  /** Default: docs/policy.md's, with the holidays of where the currency is at home. */
  readonly policy?: CheckPolicy;
  /** Who asks; default: a salesperson, who has the least authority. */
  readonly roles?: readonly Role[];
  /** VAT of rows that name none, 0.13 = 13 %; default: that of mainland goods. */
  readonly taxRate?: Decimal;
  /** The workbook the rows came from, where it is at hand: what is wrong in its books is then found too. */
  readonly sheets?: ParsedSheets;
}
