import { parseNumber } from '../../core/order/number.ts';
import type { OrderState } from '../../core/order/state.ts';
import type { Month } from '../../core/value/date.ts';

/** Whoever searches doesn't know whether the sheet had full-width digits or capitals. */
export const comparable = (text: string): string => text.normalize('NFKC').toLowerCase();

/** What a search for an order looks through, in comparable form. */
export function searchText({ number, key, poNumber, customer, lines }: OrderState): string {
  const fields = [
    number,
    customer.code,
    customer.name,
    key ?? '',
    poNumber ?? '',
    ...lines.map((line) => line.itemCode),
  ];
  return comparable(fields.join('\n'));
}

/** The month of the number: the company's calendar when the order was posted. */
export const listedMonth = ({ number, posted }: OrderState): Month =>
  parseNumber(number)?.month ?? (posted.at.slice(0, 7) as Month);
