import type { CheckedLine } from '../check/checked-order.ts';
import type { PlainDate } from '../value/date.ts';
import type { Decimal } from '../value/decimal.ts';

/** What goods a line is about; replaced as a whole, with its price. */
export type ChangedGoods = Pick<
  CheckedLine,
  'itemCode' | 'itemName' | 'specification' | 'color' | 'unit' | 'unitPrice' | 'discount'
>;

/** One thing that is to be different about an order (R31). Lines are named by their number, which never changes. */
export type ChangeItem =
  | { readonly kind: 'line-quantity'; readonly line: number; readonly quantity: Decimal }
  | { readonly kind: 'line-item'; readonly line: number; readonly goods: ChangedGoods }
  | { readonly kind: 'line-price'; readonly line: number; readonly unitPrice: Decimal; readonly discount?: Decimal }
  /** `agreedArrival`: agreed with the date; without it what was agreed before no longer holds, and the new date does. */
  | {
      readonly kind: 'line-date';
      readonly line: number;
      readonly dueDate: PlainDate;
      readonly agreedArrival?: PlainDate;
    }
  | { readonly kind: 'line-requirements'; readonly line: number; readonly specialRequirements: string }
  | { readonly kind: 'line-address'; readonly line: number; readonly address: string }
  /** Where its goods come from, as a whole: what isn't named may be any. */
  | { readonly kind: 'line-source'; readonly line: number; readonly warehouse?: string; readonly batch?: string }
  | {
      readonly kind: 'delivery-address';
      readonly address: string;
      readonly contact?: string;
      readonly phone?: string;
    }
  /** Passed the same checks as a line of a new order. */
  | { readonly kind: 'add-line'; readonly content: CheckedLine }
  | { readonly kind: 'remove-line'; readonly line: number }
  /** 余量关闭: what hasn't left of these lines never will; of all lines when none is named. */
  | { readonly kind: 'close-remainder'; readonly lines: readonly number[] }
  /** The whole order. */
  | { readonly kind: 'cancel' };
export type ChangeKind = ChangeItem['kind'];

/** Lines an item is about; of a remainder named without lines, all that the order has. */
export function linesOf(item: ChangeItem, order: { readonly lines: readonly { readonly line: number }[] }): number[] {
  if (item.kind === 'close-remainder')
    return item.lines.length > 0 ? [...item.lines] : order.lines.map(({ line }) => line);
  return 'line' in item ? [item.line] : [];
}

/** Two items that would write the same place: which of them should hold nobody can say. */
export function haveConflict(items: readonly ChangeItem[], order: Parameters<typeof linesOf>[1]): boolean {
  if (items.length > 1 && items.some(({ kind }) => kind === 'cancel')) return true;
  const places = items.flatMap((item) =>
    item.kind === 'delivery-address'
      ? ['address']
      : linesOf(item, order).flatMap((line) => placesOfLine[item.kind].map((place) => `${line}.${place}`)),
  );
  return new Set(places).size < places.length;
}

const whole = ['quantity', 'item', 'price', 'date', 'requirements', 'address', 'source'] as const;
const placesOfLine: Readonly<Record<ChangeKind, readonly (typeof whole)[number][]>> = {
  'line-quantity': ['quantity'],
  'line-item': ['item', 'price'],
  'line-price': ['price'],
  'line-date': ['date'],
  'line-requirements': ['requirements'],
  'line-address': ['address'],
  'line-source': ['source'],
  'remove-line': whole,
  'close-remainder': whole,
  'delivery-address': [],
  'add-line': [],
  cancel: [],
};
