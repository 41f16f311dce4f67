import type { OrderCustomer } from '../../core/check/checked-order.ts';
import type { Finding } from '../../core/check/finding.ts';
import { type CustomerBook, secrets } from '../../core/check/knowledge.ts';
import { redacted } from '../../core/check/redact.ts';
import type { OrderType } from '../../core/order/order-type.ts';
import type { ParsedOrder } from '../../core/sheet/parsed-order.ts';
import type { Caller } from './company.ts';

interface Rows {
  readonly order: ParsedOrder;
  readonly orderType?: OrderType;
}
interface Judgement {
  /** As the customer book writes it: without a customer nothing would find the draft again. */
  readonly customerCode: string;
  /** Everything against it, errors of its whole sheet among them. */
  readonly findings: readonly Finding[];
  readonly customers: CustomerBook | null;
}

/**
 * The command that keeps rows with errors as a draft (lifecycle 1a), without its names. The findings are kept as everybody may see
 * them: who reads the draft later may know less than who posted it.
 */
export const draftOf = ({ profile }: Caller, { order, orderType }: Rows, judgement: Judgement) =>
  ({
    type: 'save-draft',
    key: order.key,
    customer: customerOf(order, judgement),
    currency: profile.currency,
    rows: order,
    findings: judgement.findings.map((finding) => redacted(finding, secrets)),
    ...(orderType !== undefined && { orderType }),
  }) as const;

/** As a sound order would name him: what the book says, with contact and address of the rows. */
function customerOf(order: ParsedOrder, { customerCode, customers }: Judgement): OrderCustomer {
  const entry = customers?.customers.find(({ code }) => code === customerCode);
  const { contact, phone, address } = order;
  return {
    code: customerCode,
    name: entry?.name ?? order.customer.name ?? customerCode,
    ...(entry?.customerClass !== undefined && { customerClass: entry.customerClass }),
    ...(contact !== undefined && { contact }),
    ...(phone !== undefined && { phone }),
    ...(address !== undefined && { address }),
  };
}
