import { describe, expect, it } from 'vitest';
import type { TableRole } from '../../../core/sheet/fields.ts';
import { headingParts, matchHeading } from '../../../core/sheet/headings.ts';

const meaning = (role: TableRole, heading: string): string | null => matchHeading(role, heading)?.field ?? null;

describe('headings', () => {
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
  ])('%s is %s', (heading, field) => {
    expect(meaning('orders', heading)).toBe(field);
  });

  it.each(['已发数量', '在途数量', '可用数量', '可用数量', '操作前库存', '税额', '毛利率', '图片', 'Fax', '', '***'])(
    '%s is nothing in an order',
    (heading) => {
      expect(meaning('orders', heading)).toBeNull();
    },
  );

  it('means different things in different tables', () => {
    expect(meaning('prices', '单价')).toBe('listPrice');
    expect(meaning('stock', '数量')).toBe('onHand');
    expect(meaning('customers', '编号')).toBe('customerCode');
    expect(meaning('stock', 'On Order')).toBe('inbound');
    expect(meaning('prices', 'Discontinued')).toBe('discontinued');
  });

  it('keeps unit and tax', () => {
    expect(headingParts('未税单价（万元）')).toEqual({ key: '单价', unit: '万元', tax: 'excluded' });
    expect(headingParts('單價(含稅)')).toEqual({ key: '单价', tax: 'included' });
    expect(headingParts('Amount [USD]')).toEqual({ key: 'amount', unit: 'usd' });
  });

  it('is less sure of a part than of the whole', () => {
    const sure = (heading: string) => matchHeading('orders', heading)?.confidence ?? 0;
    expect(sure('数量')).toBe(1);
    expect(sure('数量/Qty of it')).toBeLessThan(1);
    expect(sure('本次数量')).toBeLessThan(0.9);
  });
});
