import type { ChangedGoods, ChangeItem } from '../../../core/change/change-item.ts';
import type { CheckedLine } from '../../../core/check/checked-order.ts';
import type { Finding } from '../../../core/check/finding.ts';
import type { OrderLine, PostedContent } from '../../../core/order/state.ts';
import type { OrderTable, ParsedLine } from '../../../core/sheet/parsed-order.ts';
import { no, ok, type Result } from '../../../core/value/result.ts';
import type { AskedItem } from '../../../core/wire/side-records/change.ts';
import { checked, shownTo } from '../judge.ts';
import type { Situation } from './record-use.ts';

/**
 * New goods and new prices pass the same check as rows of a new order (R31), which also fills in what the price list says of
 * them. What has an error comes back as findings; their row is the item's place in what was asked, from 1.
 */
export function checkedItems(
  asked: readonly AskedItem[],
  content: PostedContent,
  { caller, loaded }: Pick<Situation<'change'>, 'caller' | 'loaded'>,
): Result<readonly ChangeItem[], readonly Finding[]> {
  const rows = asked.flatMap((item, index) => parsedRow(item, index, content) ?? []);
  if (rows.length === 0) return ok(asked.flatMap((item) => asAsked(item) ?? []));
  const order = { key: null, customer: { code: content.customer.code }, currency: content.currency, lines: rows };
  const { prices, stock, customers } = loaded;
  // What is in stock decides when the change comes into force; here it could only warn.
  const judged = checked(caller, { tables: [form], orders: [order] }, { prices, stock, customers, openDemand: [] });
  const sound = judged.orders[0]?.checked;
  if (!sound)
    return no(
      shownTo(
        caller,
        judged.findings.filter(({ severity }) => severity === 'error'),
      ),
    );
  const lineOf = (index: number): CheckedLine | undefined =>
    sound.lines[rows.findIndex(({ row }) => row === rowOf(index))];
  return ok(asked.flatMap((item, index) => asChecked(item, lineOf(index)) ?? []));
}

const rowOf = (index: number): number => index + 1;

/** A change is written into a form, not into a sheet: findings name its fields as if they were columns. */
const form: OrderTable = {
  sheet: '',
  headerRow: 0,
  columns: {
    itemCode: 0,
    itemName: 1,
    specification: 2,
    color: 3,
    unit: 4,
    quantity: 5,
    unitPrice: 6,
    discount: 7,
    dueDate: 8,
    specialRequirements: 9,
    remark: 10,
    customerCode: 11,
    address: 12,
    warehouse: 13,
    batch: 14,
    agreedArrival: 15,
  },
};

/** The item as a row, where it names goods or a price. Lines that aren't there are refused later. */
function parsedRow(item: AskedItem, index: number, { lines }: PostedContent): ParsedLine | null {
  const at = { table: 0, row: rowOf(index) };
  if (item.kind === 'add-line')
    return { ...at, ...item.content, ...(item.content.dueDate === undefined && { dateOpen: true }) };
  if (item.kind !== 'line-item' && item.kind !== 'line-price') return null;
  const line = lines.find((candidate) => candidate.line === item.line);
  if (line === undefined) return null;
  // Its date isn't asked about: that it may have passed is no fault of the change.
  const kept = { ...at, quantity: line.quantity, dateOpen: true };
  if (item.kind === 'line-item') return { ...kept, ...item.goods };
  const { unitPrice, discount } = item;
  return { ...kept, ...goodsOf(line), unitPrice, ...(discount !== undefined && { discount }) };
}

function goodsOf({ itemCode, itemName, specification, color, unit }: OrderLine): Partial<ParsedLine> {
  return {
    itemCode,
    itemName,
    ...(specification !== undefined && { specification }),
    ...(color !== undefined && { color }),
    ...(unit !== undefined && { unit }),
  };
}

function asChecked(item: AskedItem, line: CheckedLine | undefined): ChangeItem | null {
  if (line === undefined) return asAsked(item);
  if (item.kind === 'add-line') return { kind: 'add-line', content: line };
  return item.kind === 'line-item' ? { kind: 'line-item', line: item.line, goods: changedGoods(line) } : asAsked(item);
}

/** Everything but goods is kept as it was asked; goods for a line that isn't there can't be judged, only refused. */
const asAsked = (item: AskedItem): ChangeItem | null => {
  if (item.kind === 'add-line') return null;
  if (item.kind !== 'line-item') return item;
  return { ...item, goods: { ...item.goods, itemName: item.goods.itemName ?? item.goods.itemCode } };
};

function changedGoods({ unitPrice, discount, ...line }: CheckedLine): ChangedGoods {
  const { itemCode, itemName, specification, color, unit } = line;
  return {
    itemCode,
    itemName,
    unitPrice,
    ...(specification !== undefined && { specification }),
    ...(color !== undefined && { color }),
    ...(unit !== undefined && { unit }),
    ...(discount !== undefined && { discount }),
  };
}
