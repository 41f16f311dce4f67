import { describe, expect, it } from 'vitest';
import { locales } from '../../../core/policy/locale.ts';
import { fields, roles, type TableRole } from '../../../core/sheet/fields.ts';
import { headingParts, matchHeading } from '../../../core/sheet/headings.ts';
import { textsIn } from '../../../locales/index.ts';

const meaning = (role: TableRole, heading: string): string | null => matchHeading(role, heading)?.field ?? null;

describe('headings', () => {
  it.each(
    locales.flatMap((locale) =>
      roles.flatMap((role) => Object.keys(fields[role]).map((field) => ({ locale, role, field }))),
    ),
  )('$locale: knows the $role field $field by the name it has on screen', ({ locale, role, field }) => {
    expect(meaning(role, textsIn(locale)(`terms:field.${field}`))).toBe(field);
  });

  it.each([
    ['*客户名称', 'customerName'],
    ['客 户', 'customerName'],
    ['客戶代號', 'customerCode'],
    ['Customer  No.', 'customerCode'],
    ['ORDER NO', 'orderKey'],
    ['订单号\nOrder No.', 'orderKey'],
    ['客户PO号', 'poNumber'],
    ['料號', 'itemCode'],
    ['Ｓ Ｋ Ｕ', 'itemCode'],
    ['条码/19码', 'barcode'],
    ['客戶料號', 'customerItemCode'],
    ['數量/Qty', 'quantity'],
    ['订购数量（件）', 'quantity'],
    ["Q'ty", 'quantity'],
    ['含税单价(元)', 'unitPrice'],
    ['Unit Price USD', 'unitPrice'],
    ['Unit Price (excl. VAT)', 'unitPrice'],
    ['价税合计', 'amount'],
    ['幣別', 'currency'],
    ['客户要求交货日期', 'dueDate'],
    ['Required Date', 'dueDate'],
    ['單據號碼', 'orderKey'],
    ['SO#', 'orderKey'],
    ['Customer PO#', 'poNumber'],
    ['客戶全名', 'customerName'],
    ['物料描述', 'itemName'],
    ['名称规格', 'itemName'],
    ['品名规格', 'itemName'],
    ['品名规格型号', 'itemName'],
    ['产品名称及规格', 'itemName'],
    ['貨品名稱/規格', 'itemName'],
    ['规格/品名', 'itemName'],
    ['Name & Size', 'itemName'],
    ['Description and Specification', 'itemName'],
    ['产品规格', 'specification'],
    ['商品 规格', 'specification'],
    ['配件编号', 'itemCode'],
    ['主计量单位', 'unit'],
    ['協議價', 'unitPrice'],
    ['預交日', 'dueDate'],
    ['預計交期', 'dueDate'],
    ['预发货日期', 'dueDate'],
    ['要求发货日期', 'dueDate'],
    ['Requested Ship Date', 'dueDate'],
    ['实际发货日期', 'shippedDate'],
    ['合同日期', 'orderDate'],
    ['客户预订数量', 'quantity'],
    ['每箱數量', 'packSize'],
    ['Pcs/Ctn', 'packSize'],
    ['总箱数', 'packs'],
    ['已交量', 'shippedQuantity'],
    ['欠貨數量', 'openQuantity'],
    ['Qty Shipped', 'shippedQuantity'],
    ['客户特殊要求', 'specialRequirements'],
    ['緊急程度', 'priority'],
    ['面料', 'material'],
  ])('%s is %s', (heading, field) => {
    expect(meaning('orders', heading)).toBe(field);
  });

  it.each([
    ...['在途数量', '可用数量', '操作前库存', '税额', '毛利率', '图片', 'Fax', '', '***'],
    ...['廠商名稱', '供应商编码', '統一編號', '发票编号', '生产日期', '预完工日期', '存放区域', '数量合计', '收货单位'],
    ...['拟定发货日期', '采购单价', '在制数量', '退货数量'],
  ])('%s is nothing in an order', (heading) => {
    expect(meaning('orders', heading)).toBeNull();
  });

  it('means different things in different tables', () => {
    expect(meaning('prices', '单价')).toBe('listPrice');
    expect(meaning('stock', '数量')).toBe('onHand');
    expect(meaning('customers', '编号')).toBe('customerCode');
    expect(meaning('stock', 'On Order')).toBe('inbound');
    expect(meaning('prices', 'Discontinued')).toBe('discontinued');
    expect(meaning('prices', 'MOQ')).toBe('minimumOrder');
    expect(meaning('prices', '交期（天）')).toBe('leadTimeDays');
    expect(meaning('stock', '日期')).toBe('countedOn');
    expect(meaning('stock', '鎖定數量')).toBe('reserved');
  });

  it.each([
    ['活動價', 'promotionPrice'],
    ['促销单价', 'promotionPrice'],
    ['Promo Price', 'promotionPrice'],
    ['促銷開始', 'validFrom'],
    ['活动开始日期', 'validFrom'],
    ['Promo Start', 'validFrom'],
    ['促销截止', 'validTo'],
    ['活動結束日期', 'validTo'],
    ['Promotion End Date', 'validTo'],
    ['起订数量', 'minimumOrder'],
  ])('%s is %s in a price list', (heading, field) => {
    expect(meaning('prices', heading)).toBe(field);
    expect(matchHeading('prices', heading)?.confidence).toBe(1);
  });

  it('keeps unit and tax', () => {
    expect(headingParts('未税单价（万元）')).toEqual({ key: '单价', unit: '万元', tax: 'excluded' });
    expect(headingParts('單價(含稅)')).toEqual({ key: '单价', tax: 'included' });
    expect(headingParts('无税单价')).toEqual({ key: '单价', tax: 'excluded' });
    expect(headingParts('金額（萬元）')).toEqual({ key: '金额', unit: '万元' });
    expect(headingParts('Amount [USD]')).toEqual({ key: 'amount', unit: 'usd' });
  });

  it('is less sure of a part than of the whole', () => {
    const sure = (heading: string) => matchHeading('orders', heading)?.confidence ?? 0;
    expect(sure('数量')).toBe(1);
    expect(sure('数量/Qty of it')).toBeLessThan(1);
    expect(sure('本次数量')).toBeLessThan(0.9);
  });
});
