import type { OrderCustomer } from '../../core/check/checked-order.ts';
import type { Finding } from '../../core/check/finding.ts';
import type { CustomerBook } from '../../core/check/knowledge.ts';
import { secrets } from '../../core/check/knowledge.ts';
import { redacted } from '../../core/check/redact.ts';
import { seriesOf } from '../../core/order/number.ts';
import type { OrderType } from '../../core/order/order-type.ts';
import type { ParsedOrder } from '../../core/sheet/parsed-order.ts';
import { monthOf } from '../../core/value/date.ts';
import { type Caller, metaOf } from './company.ts';
import { readHouse } from './customer-account.ts';
import { entered, type Posting, refused } from './enter-order.ts';
import { nothingHeld } from './held-goods.ts';
import { once } from './once.ts';
import { type OrderInQuestion, withOrder } from './order-context.ts';
import { orderNames } from './order-names.ts';

export interface FaultyOrder {
  readonly order: ParsedOrder;
  /** As the customer book writes it: without a customer nothing would find the draft again. */
  readonly customerCode: string;
  /** Everything against it, errors of its whole sheet among them. */
  readonly findings: readonly Finding[];
  readonly customers: CustomerBook | null;
  readonly orderType?: OrderType;
  readonly requestKey: string;
}

/**
 * Keeps rows with errors as a draft, in one transaction, under the number that its key has or gets (lifecycle 1a). The
 * findings are kept as everybody may see them: who reads the draft later may know less than who posted it.
 */
export async function saveDraft(caller: Caller, faulty: FaultyOrder): Promise<Posting> {
  const { order, customerCode, orderType, requestKey } = faulty;
  const findings = faulty.findings.map((finding) => redacted(finding, secrets));
  const names = orderNames(caller.company, order, customerCode);
  const series = seriesOf('SO', monthOf(caller.moment.today));
  const [known, house] = await Promise.all([caller.company.store.read.orderByKey(names.orderKey), readHouse(caller)]);
  const asked: OrderInQuestion = { number: known?.state.number ?? null, customerCode, goods: nothingHeld };
  const content = {
    type: 'save-draft',
    key: order.key,
    customer: customerOf(faulty),
    currency: caller.profile.currency,
    rows: order,
    findings,
    ...(orderType !== undefined && { orderType }),
  } as const;
  const saved = await once<Posting>(
    caller,
    { requestKey, asks: ['save-draft', order, orderType ?? null] },
    {
      ...withOrder(asked, {
        locks: [`key:${names.orderKey}`, `series:${series}`],
        load: { orderKeys: [names.orderKey] },
      }),
      decide: (loaded) =>
        entered(caller, loaded, { ...names, series, asked, house, findings: faulty.findings }, (named) => ({
          ...content,
          ...named,
          ...metaOf(caller),
        })),
    },
  );
  return saved.ok ? saved.value : refused(saved.reason);
}

/** As a sound order would name him: what the book says, with contact and address of the rows. */
function customerOf({ order, customerCode, customers }: FaultyOrder): OrderCustomer {
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
