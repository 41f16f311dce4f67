import type { Field } from '../fields.ts';
import { words } from './words.ts';

/** What offices write over the columns of their customer lists; fields shared with orders take theirs as well (heading-words.ts). */
export const customersHeadings: { readonly [F in Field<'customers'>]?: readonly string[] } = {
  customerCode: words`编号, 编码, 代码, 代号, Code, ID, No, Account, Account Code, Acct, Acct No`,
  shortName: words`客户简称, 简称, 单位简称, 公司简称, 客商简称, 客户别名, Short Name, Customer Short Name, Abbreviation, Alias`,
  customerName: words`名称, 全称, Name`,
  customerClass: words`
    客户等级, 客户级别, 客户类别, 客户分类, 等级, 级别, 分类, 类别, 信用等级, Customer Class, Customer Group,
    Class, Grade, Type, Segment`,
  address: words`公司地址, 注册地址, 联系地址, 办公地址, Street, Street Address`,
  city: words`城市, 所在城市, 市, 县市, City, Town`,
  country: words`国家, 国别, 国家地区, Country, Nation, Country/Region`,
  creditLimit: words`信用额度, 授信额度, 信用限额, 额度, 授信, Credit Limit, Credit, Credit Line`,
  receivable: words`
    应收账款, 应收余额, 应收款, 应收金额, 应收帐款, 应收, 欠款, 欠款金额, 欠款余额, 当前欠款, 账款余额, 期末应收, 期初应收, 未收款,
    未收金额, Receivable, Receivables, Accounts Receivable, AR Balance, Balance Due, Outstanding Balance, Amount Owed,
    Amount Due`,
  overdueDays: words`逾期天数, 超期天数, 逾期日数, 超期日数, Overdue Days, Days Overdue, Days Past Due`,
  overdueDebt: words`
    逾期欠款, 逾期金额, 逾期, 逾期应收, 超期欠款, 逾期账款, Overdue, Overdue Debt, Overdue Amount, Past Due`,
  taxNumber: words`
    统一社会信用代码, 税号, 纳税人识别号, 统一编号, 税务登记号, 信用代码, Tax No, Tax ID, Tax Number, VAT No,
    VAT Number, VAT ID`,
  active: words`
    启用, 是否启用, 有效, 是否有效, 状态, 客户状态, 合作状态, Active, Enabled, Status, Customer Status`,
};
