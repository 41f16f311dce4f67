import { expect, it } from 'vitest';
import { fields } from '../../../core/sheet/fields.ts';
import { ordersOf } from '../../../core/sheet/orders.ts';
import { understandSheets } from '../../../core/sheet/understand.ts';
import { batch } from '../../../core/wire/batch.ts';
import { gridOf } from '../sheet/grid-of.ts';

/** A heading and a content for every column an order sheet can have; a new field must be added here, and to the wire. */
const everyColumn: Readonly<Record<keyof typeof fields.orders, readonly [string, string | number]>> = {
  orderKey: ['订单号', 'SO-1'],
  poNumber: ['客户订单号', 'PO-1'],
  customerCode: ['客户编码', 'C1'],
  customerName: ['客户名称', '甲公司'],
  contact: ['联系人', '王丽'],
  phone: ['电话', '0574-1'],
  address: ['收货地址', '宁波'],
  itemCode: ['货号', 'A-1'],
  barcode: ['条码', '6901234567892'],
  customerItemCode: ['客户料号', 'K-1'],
  itemName: ['品名', '螺栓'],
  specification: ['规格', 'M8'],
  color: ['颜色', '银'],
  material: ['材质', '不锈钢'],
  brand: ['品牌', '东明'],
  unit: ['单位', '盒'],
  packSize: ['装箱数', 24],
  packs: ['箱数', 3],
  warehouse: ['仓库', '一号仓'],
  batch: ['批号', 'L-1'],
  quantity: ['数量', 2],
  shippedQuantity: ['已发数量', 1],
  openQuantity: ['未发数量', 1],
  unitPrice: ['未税单价', 10],
  discount: ['折扣', '5%'],
  amount: ['金额', 19],
  currency: ['币种', 'CNY'],
  taxRate: ['税率', '13%'],
  orderDate: ['下单日期', '2026-11-01'],
  dueDate: ['交货日期', '2026-12-01'],
  agreedArrival: ['约定到货日期', '2026-12-05'],
  shippedDate: ['发货日期', '2026-11-20'],
  paymentTerms: ['付款条件', '月结30天'],
  deliveryMethod: ['运输方式', '物流'],
  salesperson: ['业务员', '李明'],
  region: ['销售区域', '华东'],
  priority: ['优先级', '急'],
  gift: ['赠品', '否'],
  specialRequirements: ['特殊要求', '出口包装'],
  remark: ['备注', '急'],
  rowId: ['回签行号', 'R-1'],
  status: ['回签状态', '待评审'],
  number: ['回签单号', 'SO-202611-00001'],
  nextStep: ['回签下一步', '签发确认书 · 订单专员'],
  promisedDate: ['回签承诺日期', '2026-12-03'],
};

it('lets everything an order sheet can say across the wire, and changes nothing on the way', () => {
  const columns = Object.values(everyColumn);
  const parsed = ordersOf(
    understandSheets([gridOf([columns.map(([heading]) => heading), columns.map(([, content]) => content)])]),
  );
  expect(Object.keys(parsed.tables[0]?.columns ?? {}).toSorted()).toEqual(Object.keys(fields.orders).toSorted());
  expect(batch.parse(parsed)).toEqual(parsed);
});
