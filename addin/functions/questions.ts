import type { Lookup } from '../../core/lookup/lookup.ts';
import { shortText } from '../../core/sheet/longest.ts';
import { codeText } from '../../core/sheet/text.ts';
import { compare, type Decimal, zero } from '../../core/value/decimal.ts';
import { withoutUnseen } from '../../core/value/unseen.ts';
import { longestDecimal } from '../../core/wire/limits.ts';
import type { FunctionId } from './catalogue.ts';
import type { CellContent } from './cells.ts';
import { codeIn, dayIn, quantityIn } from './read-cell.ts';

/** What a cell asks of the server; what in it can't be read; or nothing, of a row that is still empty. */
export type Question =
  | { readonly kind: 'asks'; readonly lookup: Lookup }
  | {
      readonly kind: 'unreadable';
      readonly what: 'item' | 'quantity' | 'customer' | 'date' | 'order';
      readonly said: string;
    }
  | { readonly kind: 'empty' };

/** Those of the functions that ask the server. */
export type AskingId = Exclude<FunctionId, 'RMB'>;
/** The cells of one call, in the order of the catalogue's parameters. */
type ReadQuestion = (cells: readonly CellContent[], date1904: boolean) => Question;

const empty: Question = { kind: 'empty' };
const unreadable = (what: Extract<Question, { kind: 'unreadable' }>['what'], content: CellContent): Question => ({
  kind: 'unreadable',
  what,
  said: String(content ?? '').slice(0, 100),
});

/** Names longer than any there is and the like: what the server would turn away is not sent, for it would take the others along. */
function asks(wanted: Lookup, content: CellContent, what: 'item' | 'order'): Question {
  const name = withoutUnseen(wanted.ask === 'status' ? wanted.order : wanted.item);
  return name !== '' && name.length <= shortText ? { kind: 'asks', lookup: wanted } : unreadable(what, content);
}
const isOrderable = (quantity: Decimal): boolean => compare(quantity, zero) > 0 && quantity.length <= longestDecimal;

export const readQuestion: { readonly [Id in AskingId]: ReadQuestion } = {
  PRICE([itemCell, quantityCell, customerCell, dateCell], date1904) {
    const [item, quantity, customer, on] = [
      codeIn(itemCell),
      quantityIn(quantityCell),
      codeIn(customerCell),
      dayIn(dateCell, date1904),
    ];
    if (item === undefined) return empty;
    if (item === null) return unreadable('item', itemCell);
    if (quantity === null || (quantity !== undefined && !isOrderable(quantity)))
      return unreadable('quantity', quantityCell);
    if (customer === null || (customer?.length ?? 0) > shortText) return unreadable('customer', customerCell);
    if (on === null) return unreadable('date', dateCell);
    const wanted: Lookup = {
      ask: 'price',
      item,
      ...(quantity !== undefined && { quantity }),
      ...(customer !== undefined && { customer }),
      ...(on !== undefined && { on }),
    };
    return asks(wanted, itemCell, 'item');
  },
  AVAILABLE([itemCell, dateCell], date1904) {
    const [item, by] = [codeIn(itemCell), dayIn(dateCell, date1904)];
    if (item === undefined) return empty;
    if (item === null) return unreadable('item', itemCell);
    if (by === null) return unreadable('date', dateCell);
    return asks({ ask: 'available', item, ...(by !== undefined && { by }) }, itemCell, 'item');
  },
  EARLIEST([itemCell, quantityCell]) {
    const [item, quantity] = [codeIn(itemCell), quantityIn(quantityCell)];
    if (item === undefined) return empty;
    if (item === null) return unreadable('item', itemCell);
    if (!quantity || !isOrderable(quantity)) return unreadable('quantity', quantityCell);
    return asks({ ask: 'earliest', item, quantity }, itemCell, 'item');
  },
  STATUS([orderCell]) {
    const order = codeIn(orderCell);
    if (order === undefined) return empty;
    return order === null
      ? unreadable('order', orderCell)
      : asks({ ask: 'status', order: numberOf(order) }, orderCell, 'order');
  },
};

/** However it is typed, so that one order is asked for once. */
const numberOf = (typed: string): string => codeText(typed).toUpperCase();
