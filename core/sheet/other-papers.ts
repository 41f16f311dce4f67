import type { RawTable } from './find-tables.ts';
import type { Grid } from './grid.ts';
import { headingParts } from './headings.ts';
import { fieldColumns } from './map-columns.ts';
import type { MappedColumn } from './table.ts';
import { foldTraditional } from './text.ts';

/**
 * Returns, quotes, deliveries, payments and samples have items, quantities and prices like orders; posted as such they would
 * order something nobody ordered. Such a table is nobody's until a person says what it is.
 */
export function isOtherPaper(
  table: Pick<RawTable, 'header' | 'over'>,
  { sheet }: Pick<Grid, 'sheet'>,
  columns: readonly MappedColumn<'orders'>[],
): boolean {
  const folded = (said: string) => foldTraditional(said.normalize('NFKC').toLowerCase());
  const over = table.over.map(folded);
  // A form that calls itself an order may speak of deliveries and payments below its title.
  if (over.some(saysOrders)) return false;
  if (over.some((text) => isPaper(text, false))) return true;
  const tab = folded(sheet);
  if (saysOrders(tab)) return false;
  if (isPaper(tab, true)) return true;
  return headedOtherwise(
    table.header.headings.map((heading) => headingParts(heading).key),
    columns,
  );
}

const chinese = '退货|退[换換]货|[换換]货|[询詢]价|报价|送货|发货|出货|出库|配送|收款|回款|付款|样品|打样|寄样';
const list = '登记|申请|确认|通知|记录|明细|统计|汇总|跟踪|进度|台[账帐]|清单|列表|一览|销售';
/** The whole text, but for a name and a date: 华东精密退货登记表（11月） is one, 送货地址 and 付款方式 are none. */
const chinesePaper = new RegExp(`(?:${chinese})(?<ending>(?:${list})*[单表簿本册]?)$`);
const englishPaper =
  /^(?:[\w&.'-]+ ){0,3}(?:returns|rmas?|quotes?|quotations?|rfqs?|inquir(?:y|ies)|enquir(?:y|ies)|deliver(?:y notes?|ies)|packing lists?|dispatch(?:es)?|shipments|payments|samples|(?:return|delivery|payment|sample)s? (?:list|log|register|request|form|record|report)s?)(?: (?:of|for|to|from) .+| (?:list|log|register|request|form|record|report|note)s?)?$/;

/** 报价及订购单 is an order form; of 退货订单 nothing was ordered. */
const saysOrders = (text: string): boolean =>
  /订[单货购]|采购[单表]|购货|接单|下单|要货|\borders?\b|\bp\.?o\b/.test(
    text.replace(/(?:退货|退换货|[询詢]价|报价)订单/g, ' '),
  ) && !/\breturn orders?\b/.test(text);

function isPaper(text: string, isSheet: boolean): boolean {
  // A label is answered beside it: 报价单号：Q-17 may stand over an order.
  if (text.includes(':')) return false;
  const bare = text
    .replace(/[([【].*?[)\]】]/g, '')
    .replace(/[\d\s年月日./_-]+$/, '')
    .trim();
  const ending = chinesePaper.exec(bare)?.groups?.ending;
  // 付款 alone is what a cell asks for; over a table stands 付款单. A tab is called as short as can be.
  if (ending !== undefined && (ending !== '' || isSheet || bare.startsWith('退'))) return true;
  return englishPaper.test(bare);
}

const ownNumber = new RegExp(
  `^(?:(?:${chinese}|退|送)(?:单据?)?(?:编?号码?|单号|id)|(?:return|rma|quot(?:e|ation)|inquiry|enquiry|rfq|deliverynote|dn|shipment|payment|sample)s?(?:no|number|#|id|ref))$`,
);
const ofReturns =
  /^(?:退货|退[换換]货|退回|[换換]货)(?:日期|时间|原因|类型|方式|说明|人)$|^原(?:订单|销售单|送货单|出库单|单)(?:编?号码?)?$|^return(?:date|reason|ed(?:on|date)?)$/;

/** Its rows are numbered as something else, or tell of goods that came back. */
function headedOtherwise(keys: readonly string[], columns: readonly MappedColumn<'orders'>[]): boolean {
  const isNumbered = columns.some(
    ({ field, heading, confidence }) =>
      (field === 'orderKey' || field === 'poNumber') && confidence >= 0.9 && !ownNumber.test(headingParts(heading).key),
  );
  const returned = keys.filter((key) => ofReturns.test(key)).length;
  if (!isNumbered) return returned > 0 || keys.some((key) => ownNumber.test(key));
  // A ledger of everything has a column for what came back, and says when its goods were ordered or are due.
  const { orderDate, dueDate } = fieldColumns(columns);
  return returned > 1 && orderDate === undefined && dueDate === undefined;
}
