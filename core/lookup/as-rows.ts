import { customerIndexOf, findCustomer } from '../check/customer-index.ts';
import { findItem, type ItemLook, itemIndexOf } from '../check/item-index.ts';
import type { Knowledge } from '../check/knowledge.ts';
import type { ParsedBatch, ParsedOrder } from '../sheet/parsed-order.ts';
import type { Decimal } from '../value/decimal.ts';
import type { ItemLookup } from './lookup.ts';

/** Each question as a row of an order of its own: what is said of the row by the checks is then the answer. */
export function asRows(asked: readonly ItemLookup[], knowledge: Pick<Knowledge, 'prices' | 'customers'>): ParsedBatch {
  const itemOf = itemWords(knowledge);
  const customerOf = customerWords(knowledge);
  return {
    tables: [{ sheet: '', headerRow: 0, columns: {} }],
    orders: asked.map((lookup, row): ParsedOrder => {
      const quantity = 'quantity' in lookup && lookup.quantity !== undefined ? lookup.quantity : one;
      const line = { table: 0, row, quantity, ...itemOf(lookup.item) };
      if (lookup.ask !== 'price') return { key: null, customer: {}, lines: [line] };
      const { customer, on } = lookup;
      return {
        key: null,
        customer: customer === undefined ? {} : { code: customerOf(customer) },
        ...(on !== undefined && { orderDate: on }),
        lines: [line],
      };
    }),
  };
}

const one = '1' as Decimal;

/** As the cell of a sheet would say it: a code or barcode, else what customers or the list call the item. */
function itemWords({ prices }: Pick<Knowledge, 'prices'>): (text: string) => ItemLook {
  const withZeros = prices && lostZeros(() => itemIndexOf(prices).byCode.keys());
  return (text) => {
    const looks: readonly ItemLook[] = [
      { itemCode: text },
      { customerItemCode: text, itemName: text },
      { itemCode: withZeros?.(text) ?? text },
    ];
    return looks.find((look) => findItem(prices, look).kind !== 'unknown') ?? { itemCode: text };
  };
}

function customerWords({ customers }: Pick<Knowledge, 'customers'>): (text: string) => string {
  const withZeros = customers && lostZeros(() => customerIndexOf(customers).byCode.keys());
  return (text) => {
    if (findCustomer(customers, { code: text }).kind !== 'unknown') return text;
    return withZeros?.(text) ?? text;
  };
}

/** 123 of a cell that held 00123 until Excel made a number of it: the one code that is the same but for its zeros. */
function lostZeros(codes: () => Iterable<string>): (text: string) => string | null {
  let known: Map<string, readonly string[]> | null = null;
  return (text) => {
    if (!/^[1-9]\d*$/.test(text)) return null;
    known ??= Map.groupBy(
      [...codes()].filter((code) => /^0+[1-9]\d*$/.test(code)),
      (code) => code.replace(/^0+/, ''),
    );
    const [code, another] = known.get(text) ?? [];
    return code !== undefined && another === undefined ? code : null;
  };
}
