import { describe, expect, it } from 'vitest';
import { customerBookOf } from '../../../../core/check/books/customer-book.ts';
import type { CellValue } from '../../../../core/sheet/grid.ts';
import { understandSheets } from '../../../../core/sheet/understand.ts';
import { gridOf } from '../../sheet/grid-of.ts';

const bookOf = (header: readonly string[], ...rows: readonly (readonly CellValue[])[]) => {
  const { customers } = understandSheets([gridOf([header, ...rows], { sheet: '客户' })]);
  return customerBookOf(
    customers.flatMap((table) => table.rows.map(({ values }) => values)),
    { from: 'workbook' },
  ).customers;
};

describe('a customer sheet as a book', () => {
  it('keeps the short name beside the name, and takes it for the name where there is none', () => {
    const [both, alone] = bookOf(
      ['客户编号', '客户简称', '客户名称', '联系人'],
      ['C1', '海天', '宁波海天机械有限公司', '王'],
      ['C2', '海星', null, '李'],
    );
    expect(both).toMatchObject({ code: 'C1', name: '宁波海天机械有限公司', shortName: '海天' });
    expect(alone).toMatchObject({ code: 'C2', name: '海星' });
    expect(alone).not.toHaveProperty('shortName');
  });

  it('holds all a row says of its customer', () => {
    const columns = [
      ['客户编号', 'C1'],
      ['客户名称', '永光五金'],
      ['客户等级', 'A'],
      ['联系人', '王'],
      ['电话', '139'],
      ['地址', '宁波路 1 号'],
      ['付款条件', '月结30天'],
      ['地区', '华东'],
      ['信用额度', 5000],
      ['应收账款', 300],
      ['逾期欠款', 200],
      ['逾期天数', 12],
      ['税号', '9133'],
      ['启用', '否'],
    ] as const;
    expect(
      bookOf(
        columns.map(([heading]) => heading),
        columns.map(([, cell]) => cell),
      ),
    ).toEqual([
      {
        code: 'C1',
        name: '永光五金',
        customerClass: 'A',
        contact: '王',
        phone: '139',
        address: '宁波路 1 号',
        paymentTerms: '月结30天',
        region: '华东',
        creditLimit: '5000',
        receivable: '300',
        overdueDebt: '200',
        overdueDays: 12,
        taxNumber: '9133',
        active: false,
      },
    ]);
  });

  it('and nothing that it doesn’t say; who isn’t told to be inactive is active', () => {
    expect(bookOf(['客户编号', '客户名称', '电话', '启用'], ['C1', '甲', null, null])).toEqual([
      { code: 'C1', name: '甲', active: true },
    ]);
  });

  it('calls a customer by the one thing known of him, and leaves out who has neither code nor name', () => {
    const header = ['客户编号', '客户名称', '电话'];
    expect(bookOf(header, ['C1', null, '1'], [null, '乙', '2'], [null, null, '3'])).toMatchObject([
      { code: 'C1', name: 'C1' },
      { code: '乙', name: '乙' },
    ]);
  });

  it('takes the first row of a code that comes again, however it is spelled', () => {
    const book = bookOf(
      ['客户编号', '客户名称', '地址'],
      ['C1', '甲', '上海'],
      ['ｃ1', '甲', '北京'],
      ['C2', '乙', '广州'],
    );
    expect(book.map(({ code, address }) => [code, address])).toEqual([
      ['C1', '上海'],
      ['C2', '广州'],
    ]);
  });

  it('adds city and country to an address that doesn’t name them', () => {
    const header = ['客户编号', '客户名称', '地址', '城市', '国家'];
    const addresses = bookOf(
      header,
      ['C1', 'a', 'Obere Str. 57', 'Berlin', 'Germany'],
      ['C2', 'b', 'Obere Str. 57, Berlin', 'Berlin', 'Germany'],
      ['C3', 'c', null, 'Berlin', 'Germany'],
      ['C4', 'd', null, null, null],
    ).map(({ address }) => address);
    expect(addresses).toEqual([
      'Obere Str. 57, Berlin, Germany',
      'Obere Str. 57, Berlin, Germany',
      'Berlin, Germany',
      undefined,
    ]);
  });
});
