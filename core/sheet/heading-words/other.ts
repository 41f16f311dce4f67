import { words } from './words.ts';

/** Headings that are known to carry none of our fields: they help to see that a row is a header. */
export const otherHeadings: readonly string[] = words`
  序号, 行号, 项次, 项目, 图片, 重量, 体积, 毛重, 净重, 包装, 省份,
  邮编, 传真, 邮箱, 部门, 制单人, 审核人, 税额, 发票号, 汇率, 供应商, 厂商, 订单状态, 毛利, 毛利率, 佣金, 创建时间, 银行, 账号, 渠道, No, Line, Line No, Seq,
  #, S/N, Weight, Volume, Fax, Email, State, Province, Postal Code, Zip,
  Ship To, Freight, Tax, Invoice No, Margin, Picture, Photo, HS Code,
  Channel, City, Country`;

/** Headings of movement logs: what happened to stock or orders in the past orders nothing today. */
export const logHeadings: readonly string[] = words`
  操作时间, 操作类型, 操作状态, 操作人, 操作前库存, 操作后库存, 变动量, 变动数量, 变动类型, 变动前, 变动后,
  出入库类型, 入库数量, 出库数量, 入库单号, 出库单号, 流水号, 交易类型, 事务类型, Transaction Type,
  Movement Type, Movement, Qty In, Qty Out, Qty Before, Qty After, Balance Before, Balance After, Operation,
  Operator, Action, Timestamp, Log Time`;
