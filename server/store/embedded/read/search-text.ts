import type { OrderState } from '../../../../core/order/state.ts';

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
