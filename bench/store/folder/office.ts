import type { OrderCustomer } from '../../../core/check/checked-order.ts';
import type { StockBook } from '../../../core/check/knowledge.ts';
import type { PaperContext } from '../../../core/document/paper-model.ts';
import type { OrderLine, Stamp } from '../../../core/order/state.ts';
import type { Instant, PlainDate } from '../../../core/value/date.ts';
import type { Decimal } from '../../../core/value/decimal.ts';
import { textsIn } from '../../../locales/index.ts';
import { hardwareCustomers, hardwareItems } from '../../../server/samples/hardware-data.ts';

/** The company of the bench: the hardware sample's goods and customers, more of both. */
const itemCount = 500;
const customerCount = 300;

type Goods = Pick<OrderLine, 'itemCode' | 'itemName' | 'specification' | 'unit'> & { readonly price: number };

export const goods: readonly Goods[] = Array.from({ length: itemCount }, (_, index) => {
  const item = wrapped(hardwareItems, index);
  const itemCode = `${item.code}-${1 + Math.floor(index / hardwareItems.length)}`;
  return { itemCode, itemName: item.name, specification: item.specification, unit: item.unit, price: item.price };
});

export const customers: readonly OrderCustomer[] = Array.from({ length: customerCount }, (_, index) => {
  const { name, ...customer } = wrapped(hardwareCustomers, index);
  const branch = Math.floor(index / hardwareCustomers.length);
  return {
    code: `C${String(index + 1).padStart(4, '0')}`,
    name: branch === 0 ? name : `${name}第${branch}分公司`,
    customerClass: customer.customerClass,
    contact: customer.contact,
    phone: customer.phone,
    address: customer.address,
  };
});

const staff = [
  { userId: 'wang', name: '王芳' },
  { userId: 'chen', name: '陈志明' },
  { userId: 'li', name: '李强' },
  { userId: 'zhao', name: '赵敏' },
] as const;
export type Hand = 0 | 1 | 2 | 3;

/** Somebody of the office on a day, at the hour given. */
export const stamp = (hand: Hand, on: PlainDate, hour: number): Stamp => ({
  at: `${on}T${String(hour).padStart(2, '0')}:15:00.000Z` as Instant,
  by: staff[hand],
  policy: 1,
});

export const stockOf = (asOf: PlainDate): StockBook => ({
  source: { from: 'published', asOf },
  lines: goods.map(({ itemCode, itemName, unit }) => ({
    itemCode,
    name: itemName,
    ...(unit !== undefined && { unit }),
    onHand: '100000' as Decimal,
    inbound: '0' as Decimal,
  })),
});

const texts = textsIn('zh-Hans');
/** Looking the same labels up for every paper would take longer than all the rest. */
const known = new Map<string, string>();
const words: PaperContext['words'] = (key, values) => {
  if (values !== undefined) return texts(key, values);
  const found = known.get(key) ?? texts(key);
  known.set(key, found);
  return found;
};
export const paperContext: PaperContext = {
  company: {
    name: '海港五金有限公司',
    address: '宁波市北仑区港城路 88 号',
    phone: '0574-5555 0101',
    email: 'orders@example.com',
    locale: 'zh-Hans',
    currency: 'CNY',
    timeZone: 'Asia/Shanghai',
    taxRate: '0.13',
  },
  locale: 'zh-Hans',
  words,
};

function wrapped<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('the sample company has none');
  return item;
}
