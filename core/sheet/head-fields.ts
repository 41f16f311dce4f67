import type { Field } from './fields.ts';
import type { CellValue } from './grid.ts';
import { headingParts, matchHeading } from './headings.ts';
import type { Labelled } from './labelled.ts';

/** What a cell above or below a table can say of all its orders. */
const ofOrders: ReadonlySet<string> = new Set([
  'orderKey',
  'poNumber',
  'customerCode',
  'customerName',
  'contact',
  'phone',
  'address',
  'currency',
  'orderDate',
  'dueDate',
  'paymentTerms',
  'deliveryMethod',
  'salesperson',
  'region',
  'priority',
  'warehouse',
] satisfies readonly Field<'orders'>[]);

/** Over a table these number the order; over a column they number the items. */
const orderNumber = /^(?:编号|单据编号|号码|no|number|单编号)$/;
/** Could be either side's name. */
const anyCompany = /^(?:公司|公司名称|单位名称|单位|名称|抬头|company|companyname|name)$/;
const seller = /^(?:供|卖|销|乙)方|供应商|供货|卖家|销货|厂商|我方|我司|seller|vendor|supplier|from|shipper/;
const atCustomer = /[收送交到]货|收件|[购需买]方|客户|deliver|ship|consignee|receiv|buyer|customer/;
const ofSomebody: ReadonlySet<string> = new Set(['contact', 'phone', 'address']);

/** A label that means something for an order, with what it means. */
export interface Head extends Labelled {
  readonly field: Field<'orders'>;
}

/**
 * The labels that say something of orders, as they stand in reading order. A bare 电话 or 地址 belongs to whoever was named last:
 * above every name stands the letterhead, which is one's own.
 */
export function headsAmong(pairs: readonly Labelled[]): readonly Head[] {
  let isCustomers = false;
  return pairs.flatMap((pair): Head[] => {
    const { key } = headingParts(pair.label);
    if (seller.test(key)) {
      isCustomers = false;
      return [];
    }
    const field = orderNumber.test(key) ? 'orderKey' : matchHeading('orders', pair.label)?.field;
    if (field === undefined || !ofOrders.has(field) || anyCompany.test(key)) return [];
    if (field === 'customerName' || field === 'customerCode') isCustomers = true;
    if (ofSomebody.has(field) && !isCustomers && !atCustomer.test(key)) return [];
    return [{ ...pair, field }];
  });
}

/** What an empty form, or an instruction to whoever fills it in, has for an answer. */
export const isBlankAnswer = (content: CellValue): boolean =>
  typeof content === 'string' &&
  (!/[\p{L}\p{N}]/u.test(content) ||
    /必填|选填|選填|请填|請填|不能为空|不能為空|格式|required|optional|\be\.g\./i.test(content));
