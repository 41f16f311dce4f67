import { remembered } from '../value/remembered.ts';
import { itemFields, type TableRole } from './fields.ts';
import type { RowTexts } from './header-rows.ts';
import { headingParts, matchHeading } from './headings.ts';

/** A word over a header that says which kind of table stands under it (订单 | 价格表 | 库存), from its first column on. */
interface KindOver {
  readonly text: string;
  readonly role: TableRole;
  readonly left: number;
}

const kindWords: { readonly [Role in TableRole]: RegExp } = {
  orders: /^(?:(?:客户|销售|采购)?订[单货购]单?|(?:sales|purchase|customer)?orders?|orderlines)$/,
  prices: /^(?:(?:商品|产品)?(?:价格|价目|报价|单价|售价)单?|prices?|pricelists?|quotes?|quotations?)$/,
  stock: /^(?:(?:现有|当前|实时|商品|产品)?(?:库存|存货)|stock|inventory|stocklist|stockonhand)$/,
  customers: /^(?:客户|customers?|clients?|(?:customer|client)lists?)$/,
};

/** 订单明细, 价格表, 庫存（11月）, "Price list"; null for all that names no kind of table. */
const kindOf: (text: string) => TableRole | null = remembered((text: string) => {
  const key = headingParts(text).key.replace(
    /\d+[年月日]?|(?:明细|信息|资料|清单|列表|一览|总)?表$|(?:明细|信息|资料|清单|列表)$/g,
    '',
  );
  return (Object.keys(kindWords) as TableRole[]).find((role) => kindWords[role].test(key)) ?? null;
});

/**
 * The tables that stand side by side under a row of such words, from the left; [] where it is a row of group headings over the
 * columns of one table. Tables of their own each say what their rows are about: 商品 编号 | 订单 数量 | 库存 数量 is one table.
 */
export function kindsOver(above: RowTexts, header: RowTexts): readonly KindOver[] {
  if (above.texts.length > mostBeside) return [];
  const said = above.texts.flatMap(({ column, text }) => {
    const role = kindOf(text);
    return role ? [{ text, role, column }] : [];
  });
  if (new Set(said.map(({ role }) => role)).size < 2) return [];
  const placed = said.map(({ text, role, column }, at) => ({
    text,
    role,
    left: firstColumn(column, said[at - 1]?.column ?? -1, header),
  }));
  const headed = placed.map((kind, at) => ({
    ...kind,
    headings: header.texts
      .filter(({ column }) => column >= kind.left && column < (placed[at + 1]?.left ?? Infinity))
      .map(({ text }) => text),
  }));
  const buyers = headed.some(({ role, headings }) => role === 'orders' && has('orders', headings, customerFields));
  const tables = headed.filter(({ role, headings }) =>
    role === 'customers' ? buyers && has(role, headings, customerFields) : isOfItems(role, headings),
  );
  if (new Set(tables.map(({ role }) => role)).size < 2) return [];
  return tables.map(({ text, role, left }) => ({ text, role, left }));
}

/** Nobody puts more tables side by side. */
const mostBeside = 10;

/** A word in the middle of its table stands over the columns to its left, too, up to a blank one. */
function firstColumn(column: number, before: number, { texts }: RowTexts): number {
  const filled = new Set(texts.map((text) => text.column));
  let left = column;
  while (left - 1 > before && filled.has(left - 1)) left--;
  return left - 1 === before && filled.has(before) ? column : left;
}

const customerFields = ['customerCode', 'customerName'];

/** What a table of items can't do without, besides the items. */
const counts = {
  orders: ['quantity'],
  prices: ['listPrice', 'promotionPrice'],
  stock: ['onHand', 'available'],
} as const satisfies { readonly [Role in TableRole]?: readonly string[] };

const isOfItems = (role: keyof typeof counts, headings: readonly string[]): boolean =>
  has(role, headings, itemFields) && has(role, headings, counts[role]);

const has = (role: TableRole, headings: readonly string[], fields: readonly string[]): boolean =>
  headings.some((heading) => fields.includes(matchHeading(role, heading)?.field ?? ''));

/** The texts of a header, table by table. */
export const cutAt = (kinds: readonly KindOver[], { row, texts }: RowTexts): readonly RowTexts[] =>
  kinds.map(({ left }, at) => {
    const [from, to] = [at === 0 ? 0 : left, kinds[at + 1]?.left ?? Infinity];
    return { row, texts: texts.filter(({ column }) => column >= from && column < to) };
  });
