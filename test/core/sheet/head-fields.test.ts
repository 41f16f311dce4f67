import { describe, expect, it } from 'vitest';
import { headsAmong, isBlankAnswer } from '../../../core/sheet/head-fields.ts';

/** "field=answer" for every label that says something of an order. */
const heads = (...said: readonly (readonly [label: string, answer: string])[]) =>
  headsAmong(said.map(([label, value], row) => ({ label, value, row, column: 0, inLabel: true }))).map(
    ({ field, value }) => `${field}=${value}`,
  );
const field = (label: string) => heads([label, 'x'])[0]?.split('=')[0];

describe('a labelled cell', () => {
  it.each([
    ['编号', 'orderKey'],
    ['No.', 'orderKey'],
    ['客户PO号', 'poNumber'],
    ['客户编号', 'customerCode'],
    ['客户名称', 'customerName'],
    ['收货人', 'contact'],
    ['客户电话', 'phone'],
    ['收货地址', 'address'],
    ['币种', 'currency'],
    ['下单日期', 'orderDate'],
    ['交货日期', 'dueDate'],
    ['付款条件', 'paymentTerms'],
    ['交货方式', 'deliveryMethod'],
    ['业务员', 'salesperson'],
    ['地区', 'region'],
    ['优先级', 'priority'],
    ['仓库', 'warehouse'],
  ])('%s says the %s of orders', (label, expected) => {
    expect(field(label)).toBe(expected);
  });

  it.each(['产品编号', '编号规则', '货号', '品名', '数量', '单价', '金额', '备注', '公司', '单位', 'Name', '啥'])(
    '%s says nothing of them',
    (label) => {
      expect(field(label)).toBeUndefined();
    },
  );

  it.each(['公司客户', '购货单位', '需方单位名称'])('%s is the customer’s', (label) => {
    expect(field(label)).toBe('customerName');
  });
});

describe('whose telephone, contact and address a label means', () => {
  it.each(['电话', '联系人', '地址'])('%s: the customer’s, once he is named', (label) => {
    expect(heads([label, '1'])).toEqual([]);
    for (const name of ['客户名称', '客户编号']) expect(heads([name, '甲'], [label, '1'])).toHaveLength(2);
    expect(heads(['单号', '7'], [label, '1'])).toHaveLength(1);
  });

  it.each(['供方', '卖方', '销方', '乙方', '供应商', '厂商', '我司', 'Seller', 'Supplier', 'From'])(
    'the seller’s, once the %s is named',
    (label) => {
      expect(heads(['客户', '甲'], [label, '乙'], ['电话', '1'])).toEqual(['customerName=甲']);
      expect(heads([label, '乙'], ['客户', '甲'], ['电话', '1'])).toEqual(['customerName=甲', 'phone=1']);
    },
  );

  it('whoever the seller is, his own labels name no customer', () => {
    expect(heads(['供方地址', '宁波'], ['卖方联系人', '陈'])).toEqual([]);
    // A seller is named at the beginning of his label.
    expect(heads(['客户', '甲'], ['交货方式（供方送）', '送'], ['电话', '1'])).toContain('phone=1');
  });

  it.each(['收货地址', '送货地址', '交货地址', '到货地址', '收件人', '购方电话', '需方电话', '买方电话', '客户电话'])(
    '%s: the customer’s, whoever was named last',
    (label) => {
      expect(heads(['供方', '乙'], [label, 'x'])).toHaveLength(1);
    },
  );
});

describe('an answer is blank', () => {
  it.each(['', '____', '—', '……', '必填', '（选填）', '請填寫', '不能为空', '格式：1', 'Required', 'e.g. 5'])(
    '%s',
    (answer) => {
      expect(isBlankAnswer(answer)).toBe(true);
    },
  );
  it.each(['甲', 'A', '7', '_7_', 'The g. r.', 5, 0, true])('not where it says something: %s', (answer) => {
    expect(isBlankAnswer(answer)).toBe(false);
  });
});
