import type { Field } from '../fields.ts';
import { words } from './words.ts';

/** What offices write over the columns of their orders. */
export const ordersHeadings: { readonly [F in Field<'orders'>]?: readonly string[] } = {
  orderKey: words`
    订单编号, 订单号, 订单号码, 订单单号, 销售订单号, 销售单号, 订货单号, 单据编号, 单据号, 单据号码, 单号, 内部单号,
    订单, Order No, Order Number, Order #, Order ID, Sales Order, SO No, SO Number, SO #, S/O No, S/O, SO, Order,
    Doc No, Document No, Order Ref`,
  poNumber: words`
    客户订单号, 客户单号, 客户采购单号, 采购订单号, 采购单号, 客户PO, 客户PO号, PO号, PO编号, PO单号,
    客户订单编号, 合同号, 合同编号, PO No, PO Number, PO, PO #, Customer PO, Customer PO No, Customer PO #, Cust PO No, Cust PO #, Purchase Order,
    Purchase Order No, Customer Order No, Contract No, Cust PO`,
  customerCode: words`
    客户编号, 客户编码, 客户代码, 客户代号, 客户号, 客编, 客户ID, 购货单位编码, 往来单位编码, Customer No,
    Customer Code, Customer ID, Customer Number, Customer #, Cust #, Cust No, Cust Code, Account No, Account Code, Acct No, Client Code,
    Client ID`,
  customerName: words`
    客户名称, 客户, 客户全称, 客户全名, 客户简称, 客户名, 购货单位, 购买方, 买方, 需方, 订货单位, 往来单位, 单位名称,
    店名, 门店, 门店名称, 门市, 门市名称, 分店, 店铺, 店铺名称, 买家, 经销商, 公司名称, 客商, Customer, Customer Name, Cust Name, Cust, Client,
    Client Name, Buyer, Company, Company Name, Account Name, Sold To, Bill To, Dealer,
    Store Name, Shop, Shop Name`,
  contact: words`
    联系人, 联络人, 收货人, 收件人, 窗口, 经办人, Contact, Contact Name, Contact Person, Attn, Attention,
    Consignee, Receiver`,
  phone: words`
    联系电话, 电话, 手机, 手机号, 手机号码, 电话号码, 联系方式, 联络电话, 收货电话, Phone, Telephone, Tel,
    Mobile, Phone No, Contact Phone`,
  address: words`
    收货地址, 送货地址, 交货地址, 地址, 发货地址, 详细地址, 送货地点, 交货地点, Address, Delivery Address,
    Shipping Address, Ship To Address, Ship Address`,
  itemCode: words`
    产品编号, 产品编码, 商品编号, 商品编码, 物料编码, 物料编号, 物料号, 存货编码, 料号, 品号, 货号, 款号,
    编码, 编号, 型号, 产品型号, 产品代码, 商品代码, 物料代码, 产品货号, 料件编号, 代码, 图号, Item No,
    Item Code, Item Number, Item #, Item ID, SKU, Product Code, Product No, Product ID, Product Number,
    Part No, Part Number, Material, Material No, Material Code, Stock Code, Article, Article No, Model,
    Model No, Style No, P/N, Code`,
  barcode: words`
    条码, 条形码, 商品条码, 产品条码, 国际条码, 69码, 19码, Barcode, Bar Code, EAN, EAN13, UPC, GTIN`,
  customerItemCode: words`
    客户料号, 客户物料号, 客户品号, 客户货号, 客户产品编号, 客户型号, Customer Item No,
    Customer Part No, Customer Item, Customer Item Code, Customer PN, Customer's Item No, Your Item No`,
  itemName: words`
    产品名称, 商品名称, 物料名称, 存货名称, 货物名称, 品名, 货品名称, 名称, 产品, 商品, 货品, 物料, 品名规格,
    品名及规格, 货名, 项目名称, 物料描述, 产品描述, 商品描述, Product, Product Name, Item Name, Item, Description, Item Description,
    Product Description, Goods, Material Description, Name of Goods, Commodity`,
  specification: words`
    规格型号, 规格, 型号规格, 产品规格, 尺寸, 规格参数, 尺码, Specification, Spec, Specs, Size, Packing,
    Pack, Package, Quantity Per Unit`,
  color: words`颜色, 色号, 花色, 颜色名称, 产品颜色, Color, Colour, Color Name, Colour Name`,
  material: words`材质, 材料, 面料, 材质名称, Material Type, Fabric, Texture`,
  brand: words`品牌, 品牌名称, 牌子, 商标, 厂牌, Brand, Brand Name`,
  unit: words`
    单位, 计量单位, 主计量单位, 基本单位, 销售单位, 计价单位, 数量单位, Unit, UOM, U/M, Unit of Measure, Units`,
  packSize: words`
    装箱数, 装箱量, 装箱数量, 每箱数量, 每箱数, 每箱装, 每箱, 箱规, 包装数量, 包装数, 包装量, 件装数, 件装量, 件含量, 每件数量, 入数,
    箱入数, 单箱数量, 单箱数, 每箱入数, 换算率, Pack Size, Pack Qty, Units per Pack, Qty per Pack, Pcs per Carton, Pcs/Ctn,
    Pcs/Carton, Qty per Carton, Qty/Ctn, Carton Qty, Case Qty, Case Pack, Units per Case, Packing Qty`,
  packs: words`
    箱数, 总箱数, 订货箱数, 订购箱数, 整箱数, 合计箱数, Cartons, Ctns, No of Cartons, Number of Cartons, Total Cartons, Packs,
    No of Packs, Cases, Total Ctns`,
  warehouse: words`
    仓库, 发货仓库, 发货仓, 出货仓库, 出货仓, 出库仓库, 仓库名称, 仓别, 库别, 库房, Warehouse, Ship From, From Warehouse,
    Ship From Warehouse`,
  batch: words`
    批号, 批次, 批次号, 指定批号, 指定批次, 生产批号, Batch, Batch No, Batch Number, Lot, Lot No, Lot Number`,
  quantity: words`
    订购数量, 订货数量, 订单数量, 下单数量, 采购数量, 需求数量, 销售数量, 订购数, 订货数, 订货量, 订购量,
    数量, 需求量, 订数, 件数, 下单数, 订单量, Quantity, Qty, Order Qty, Ordered Qty, Order Quantity,
    Quantity Ordered, Qty Ordered, Q'ty, Pcs, Ordered`,
  shippedQuantity: words`
    已发数量, 已发货数量, 已发货, 已发量, 已发, 已出数量, 已出货数量, 已出货, 已交数量, 已交货数量, 已交量, 已交货, 已送数量,
    累计发货数量, 累计发货, 累计出货, 实发数量, 发货数量, 出货数量, Shipped Qty, Qty Shipped, Shipped Quantity,
    Quantity Shipped, Shipped, Delivered Qty, Qty Delivered, Delivered Quantity, Delivered`,
  openQuantity: words`
    未发数量, 未发货数量, 未发货, 未发量, 未发, 未出数量, 未出货数量, 未出货, 未交数量, 未交货数量, 未交量, 未交货, 未送数量,
    欠交数量, 欠交量, 欠货数量, 欠发数量, 欠数, 欠量, 待发数量, 待发货数量, 待出货数量, 剩余数量, Open Qty, Open Quantity,
    Qty Open, Outstanding Qty, Outstanding Quantity, Outstanding, Backorder, Backorder Qty, Back Order, Remaining Qty,
    Remaining, Balance Qty, Undelivered Qty`,
  unitPrice: words`
    单价, 销售单价, 价格, 成交价, 成交单价, 订单单价, 售价, 结算价, 供货价, 实际单价, 折后单价, 折后价,
    折扣后单价, 优惠后单价, 折让后单价, 净价, 净单价, 销售价, 出货价, 协议价, Unit Price, Price, Sales Price, Selling Price,
    Net Price, Net Unit Price, Price After Discount, Price per Unit, U/Price, Rate`,
  discount: words`折扣, 折扣率, 优惠率, 让利, Discount, Discount %, Disc, Disc %, Discount Rate`,
  amount: words`
    金额, 总金额, 总价, 订单金额, 销售金额, 价税合计, 小计金额, 货款, 合计金额, 金额合计, 行金额, 金额小计, 总额,
    合计, 小计, 总计, Amount, Amt, Ext Amount, Ext Amt, Line Amt, Line Total, Line Amount, Total Amount, Total Price, Extended Price, Ext Price, Total,
    Subtotal, Order Value, Sum, Value`,
  currency: words`币种, 币别, 货币, 结算币种, Currency, Curr, CCY`,
  taxRate: words`税率, 增值税率, Tax Rate, Tax %, VAT, VAT %, VAT Rate, GST`,
  orderDate: words`
    下单日期, 订单日期, 订货日期, 订购日期, 接单日期, 签订日期, 单据日期, 制单日期, 下单时间, 订单时间, 合同日期,
    签约日期, 开单日期, 登记日期, 日期,
    Order Date, Date, PO Date, Ordered On, Date Ordered, Doc Date, Document Date`,
  dueDate: words`
    交货日期, 交期, 交货期, 要求交期, 要求交货日期, 需求日期, 交付日期, 计划交期, 预计交货日期, 客户交期,
    要货日期, 到货日期, 到货日, 要求到货日, 希望到货日, 希望到货日期, 期望到货日期, 希望交期, 要求到货日期, 要求到货时间, 预交日期, 预交日, 预交货日, 预计交期, 预计交货日, 交货日, 需求日, 到货期,
    交货期限, 交货时间, 送货日期, 预发货日期, 预计发货日期, 计划发货日期, 要求发货日期, 预计出货日期,
    要求出货日期, Due Date,
    Required Date, Delivery Date, Requested Date, Request Date, Need By, Need Date, Required By, ETD,
    Delivery, Ship By, Promise Date, Promised Date, Req Date, Req'd Date, Required By Date, Requested Ship Date,
    Planned Ship Date, Required Delivery Date, Wanted Date`,
  agreedArrival: words`
    约定到货日期, 约定到货日, 约定到货时间, 约定到货, 约定到达日期, 约定送达日期, 约定送达日, 商定到货日期, Agreed Arrival,
    Agreed Arrival Date, Agreed Arrival Day, Arrival Agreed`,
  shippedDate: words`
    发货日期, 出货日期, 已发货日期, 实际发货日期, 实际出货日期, 发货日, 出货日, 发货时间, 出库日期, Shipped Date, Ship Date,
    Date Shipped, Shipped On, Dispatch Date, Shipment Date`,
  paymentTerms: words`
    付款条件, 付款方式, 结算方式, 收款条件, 账期, 付款条款, 收款方式, Payment Terms, Terms, Payment,
    Terms of Payment, Payment Method`,
  deliveryMethod: words`
    交货方式, 发货方式, 送货方式, 运输方式, 配送方式, 物流方式, 出货方式, 提货方式, Delivery Method, Shipping Method,
    Ship Via, Ship Method, Shipping, Incoterms, Delivery Terms`,
  salesperson: words`
    业务员, 销售员, 业务人员, 销售人员, 跟单员, 负责人, 业务, 业务代表, 销售代表, 业务经理, Salesperson,
    Sales Rep, Sales, Rep, Account Manager, Salesman, Employee, Sales Person`,
  region: words`
    销售区域, 销售地区, 区域, 地区, 大区, 片区, 业务区域, Sales Region, Region, Territory, Sales Territory, Sales Area, Area`,
  priority: words`
    优先级, 优先等级, 订单优先级, 优先级别, 紧急程度, 急单, 急件, 是否加急, 加急, 紧急, Priority, Urgency, Urgent, Rush`,
  gift: words`赠品, 是否赠品, 是否赠送, 赠品标记, 赠品标志, Gift, Free Gift, Is Gift, FOC, Free of Charge`,
  specialRequirements: words`
    特殊要求, 特别要求, 特殊需求, 客户要求, 客户特殊要求, 技术要求, 定制要求, 订制要求, 质量要求, 包装要求, 其他要求, 特殊说明,
    特别说明, 特别注意, Special Requirements, Special Requirement, Special Instructions, Special Instruction,
    Special Request, Special Requests, Requirements, Customer Requirements, Technical Requirements`,
  remark: words`
    备注, 说明, 附注, 摘要, 订单备注, 行备注, Remark, Remarks, Note, Notes, Comment, Comments, Memo`,
  rowId: words`回签行号, 回签列号, Countersign Row, Countersign Row No`,
  status: words`回签状态, 回签状况, Countersign Status`,
  number: words`回签单号, 回签编号, Countersign No, Countersign Number`,
  nextStep: words`回签下一步, Countersign Next Step`,
  promisedDate: words`回签承诺日期, 回簽承諾日期, Countersign Promised Date`,
};
