import type { Field } from '../fields.ts';
import { words } from './words.ts';

/** What offices write over the columns of their stock sheets; fields shared with orders take theirs as well (heading-words.ts). */
export const stockHeadings: { readonly [F in Field<'stock'>]?: readonly string[] } = {
  warehouse: words`
    仓库, 仓库名称, 库房, 仓位, 库位, 所在仓库, 存放地点, Warehouse, Location, Store, Depot, Site, Bin`,
  batch: words`批号, 批次, 批次号, 生产批号, Batch, Batch No, Lot, Lot No, Batch Number, Lot Number`,
  countedOn: words`
    盘点日期, 盘点时间, 库存日期, 结存日期, 截止日期, 截至日期, 统计日期, 数据日期, 更新日期, 更新时间, 日期, As Of,
    As Of Date, Stock Date, Count Date, Counted On, Updated On, Date`,
  reserved: words`
    占用库存, 占用数量, 占用量, 占用, 已占用, 锁定库存, 锁定数量, 锁定, 预留库存, 预留数量, 预留量, 预留, 已预留, 已分配,
    已分配数量, 已分配量, 保留数量, 保留量, Reserved, Reserved Qty, Qty Reserved, Allocated, Allocated Qty, Committed,
    Committed Qty, Qty Committed, On Hold`,
  onHand: words`
    现有库存, 现存量, 库存数量, 库存, 库存量, 现有量, 结存数量, 结存, 账面库存, 实际库存, 实存数量, 当前库存,
    期末数量, 期末库存, 在库数量, 在库量, 可用数, 账存数量, 库存数, 现库存, 总库存, On Hand, Qty On Hand,
    Stock, Quantity On Hand, Stock Qty, Units In Stock, In Stock, Inventory, Stock Quantity, Current Stock,
    Book Stock, Balance, 数量, Quantity, Qty`,
  available: words`
    可用库存, 可用量, 可用数量, 可销库存, 可卖库存, 可售库存, 可发数量, 可用, 可销数量, Available,
    Available Qty, Available Stock, Qty Available, ATP, Free Stock`,
  inbound: words`
    在途数量, 在途, 在途量, 在途库存, 采购在途, 未到数量, 在订数量, 已订未到, 待入库, 待入库数量, 预计入库,
    On Order, Inbound, In Transit, Units On Order, Qty On Order, Incoming, Expected Qty`,
  inboundDate: words`
    到货日期, 预计到货日期, 预计到货, 到货日, 预计到货日, 入库日期, 预计入库日期, ETA, Arrival Date,
    Expected Date, Inbound Date, Expected Arrival`,
  reorderLevel: words`
    安全库存, 最低库存, 警戒库存, 再订货点, 最小库存, 库存下限, 安全存量, Reorder Level, Safety Stock,
    Reorder Point, Min Stock, Minimum Stock`,
};
