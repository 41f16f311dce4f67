import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../../core/sheet/grid.ts';
import { understandSheets } from '../../../core/sheet/understand.ts';
import { gridOf } from './grid-of.ts';

type Rows = readonly (readonly CellValue[])[];

const header = ['货号', '品名', '数量'];
const item = (code: string): readonly CellValue[] => [code, '螺栓', 1];
/** What the labelled cells say, and of which items: "customerName 甲: A B". */
const said = (...rows: Rows) => {
  const [parsed] = understandSheets([gridOf(rows)]).orders;
  return (parsed?.table.heads ?? []).map(({ field, value, from, to }) => {
    const items = parsed?.rows.filter(({ row, values }) => row >= from && row <= to && values.quantity !== undefined);
    return `${field} ${value}: ${items?.map(({ values }) => values.itemCode).join(' ')}`;
  });
};

describe('a labelled row between the rows of a table', () => {
  it('takes over from what stood above, in the row below it', () => {
    expect(said(['币种：USD'], header, item('A'), ['币种：EUR'], item('B'), item('C'))).toEqual([
      'currency USD: A',
      'currency EUR: B C',
    ]);
  });

  it('leaves the customer and all that is his as they are when it names no other', () => {
    const between = ['仓库：一号', '币种：USD', '优先级：急'];
    expect(said(['客户：甲', '电话：1'], header, item('A'), between, item('B'))).toEqual([
      'customerName 甲: A B',
      'phone 1: A B',
      'warehouse 一号: B',
      'currency USD: B',
      'priority 急: B',
    ]);
  });

  it('that names another customer or order ends what was the last one’s, not what all share', () => {
    const mine = ['客户：甲', '单号：S1', '联系人：王', '电话：1', '地址：上海'];
    const last = ['customerName 甲: A', 'orderKey S1: A', 'contact 王: A', 'phone 1: A', 'address 上海: A'];
    const above = [...mine, '币种：USD'];
    expect(said(above, header, item('A'), ['客户：乙'], item('B'))).toEqual([
      ...last,
      'currency USD: A B',
      'customerName 乙: B',
    ]);
    for (const label of ['订单号', '客户PO号', '客户编号'])
      expect(said(above, header, item('A'), [`${label}：X`], item('B')).slice(0, 5)).toEqual(last);
  });

  it('names nobody for the rows above it', () => {
    expect(said(header, item('A'), ['客户：乙', '单号：2'], item('B'))).toEqual([
      'customerName 乙: B',
      'orderKey 2: B',
    ]);
  });

  it('says before another customer’s name what is still the last one’s, as far as he hasn’t said it', () => {
    const foot = ['收货地址：北京', '付款条件：月结', '客户：乙'];
    expect(said(['客户：甲'], header, item('A'), item('B'), foot, item('C'))).toEqual([
      'customerName 甲: A B',
      'address 北京: A B',
      'paymentTerms 月结: A B',
      'customerName 乙: C',
    ]);
    expect(said(['客户：甲', '付款条件：现金'], header, item('A'), item('B'), foot, item('C'))).toEqual([
      'customerName 甲: A B',
      'paymentTerms 现金: A B C',
      'address 北京: A B',
      'customerName 乙: C',
    ]);
  });

  it('says it also of the second customer, whose rows begin where the first one’s ended', () => {
    const foot = (address: string, next: string) => [`收货地址：${address}`, `客户：${next}`];
    const rows = [header, ['客户：甲'], item('A'), foot('北京', '乙'), item('B'), foot('上海', '丙'), item('C')];
    expect(said(...rows).filter((one) => one.startsWith('address'))).toEqual(['address 北京: A', 'address 上海: B']);
  });
});

describe('a foot below the rows', () => {
  it('speaks of all rows, where nothing above does', () => {
    const foot = ['付款条件：月结', '收货地址：北京'];
    expect(said(['客户：甲', '付款条件：现金'], header, item('A'), item('B'), foot)).toEqual([
      'customerName 甲: A B',
      'paymentTerms 现金: A B',
      'address 北京: A B',
    ]);
  });

  it('below a single row says no more than below several', () => {
    const next = [[], ['订货单'], ['货号', '规格', '品名', '数量'], ['B', 'M8', '螺母', 2]];
    expect(said(['客户：甲', '付款条件：现金'], header, item('A'), ['付款条件：月结'], ...next)).toEqual([
      'customerName 甲: A',
      'paymentTerms 现金: A',
    ]);
  });

  it.each(['日期', '日 期', 'Date', 'DATE'])('with a %s was signed on that day, not ordered', (label) => {
    expect(said(['客户：甲'], header, item('A'), ['收货地址：北京', `${label}：2026-03-05`])).toEqual([
      'customerName 甲: A',
      'address 北京: A',
    ]);
  });

  it.each(['订单日期', 'Order Date', 'Date Ordered'])('with a %s says when it was ordered', (label) => {
    expect(said(['客户：甲'], header, item('A'), ['收货地址：北京', `${label}：2026-03-05`])).toEqual([
      'customerName 甲: A',
      'address 北京: A',
      'orderDate 2026-03-05: A',
    ]);
  });
});

describe('another form under the same headings', () => {
  const form = (name: string, code: string, ...feet: Rows): Rows => [
    ['订货单'],
    [`客户：${name}`, '币种：USD'],
    header,
    item(code),
    ...feet,
  ];

  it('begins at its title: what the one above says ends there', () => {
    expect(said(...form('甲', 'A'), ...form('乙', 'B'))).toEqual([
      'customerName 甲: A',
      'currency USD: A',
      'customerName 乙: B',
      'currency USD: B',
    ]);
  });

  it('has feet of its own, whatever the one above said', () => {
    const feet = [['收货地址：北京', '付款条件：月结']];
    const rows = [...form('甲', 'A', ...feet), ...form('乙', 'B', ...feet)];
    expect(said(...rows).filter((one) => /^(?:address|pay)/.test(one))).toEqual([
      'address 北京: A',
      'paymentTerms 月结: A',
      'address 北京: B',
      'paymentTerms 月结: B',
    ]);
  });
});
