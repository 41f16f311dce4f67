import type { Field, TableRole } from './fields.ts';

/** A list of words with commas between them; line breaks don't count. */
const words = ([list = '']: TemplateStringsArray): readonly string[] => list.split(',').map((word) => word.trim());

/**
 * The headings offices write, best first: when two columns could be one field, the earlier word wins. Case, blanks, dots,
 * `*`, line breaks, units in brackets and the traditional script don't count (headings.ts), so each word stands here once.
 */
export const headingWords: { readonly [Role in TableRole]: { readonly [F in Field<Role>]?: readonly string[] } } = {
  orders: {
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
      Customer Code, Customer ID, Customer Number, Customer #, Cust #, Cust No, Cust Code, Account No, Client Code,
      Client ID`,
    customerName: words`
      客户名称, 客户, 客户全称, 客户全名, 客户简称, 客户名, 购货单位, 购买方, 买方, 需方, 订货单位, 往来单位, 单位名称,
      店名, 门店, 门店名称, 店铺, 店铺名称, 买家, 经销商, 公司名称, 客商, Customer, Customer Name, Cust Name, Cust, Client,
      Client Name, Buyer, Company, Company Name, Account Name, Sold To, Bill To, Dealer`,
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
      Customer Part No, Customer Item, Customer Item Code, Customer PN, Your Item No`,
    itemName: words`
      产品名称, 商品名称, 物料名称, 存货名称, 货物名称, 品名, 货品名称, 名称, 产品, 商品, 货品, 物料, 品名规格,
      品名及规格, 货名, 项目名称, 物料描述, 产品描述, 商品描述, Product, Product Name, Item Name, Item, Description, Item Description,
      Product Description, Goods, Material Description, Name of Goods, Commodity`,
    specification: words`
      规格型号, 规格, 型号规格, 产品规格, 尺寸, 规格参数, 尺码, Specification, Spec, Specs, Size, Packing,
      Pack, Package, Quantity Per Unit`,
    unit: words`
      单位, 计量单位, 主计量单位, 销售单位, 计价单位, 数量单位, Unit, UOM, U/M, Unit of Measure, Units`,
    quantity: words`
      订购数量, 订货数量, 订单数量, 下单数量, 采购数量, 需求数量, 销售数量, 订购数, 订货数, 订货量, 订购量,
      数量, 需求量, 订数, 件数, 下单数, 订单量, Quantity, Qty, Order Qty, Ordered Qty, Order Quantity,
      Quantity Ordered, Qty Ordered, Q'ty, Pcs, Ordered`,
    unitPrice: words`
      单价, 销售单价, 价格, 成交价, 成交单价, 订单单价, 售价, 结算价, 供货价, 实际单价, 折后单价, 销售价,
      出货价, 协议价, Unit Price, Price, Sales Price, Selling Price, Net Price, Price per Unit, U/Price, Rate`,
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
      要货日期, 到货日期, 要求到货日期, 要求到货时间, 预交日期, 预交日, 预交货日, 预计交期, 预计交货日, 交货日, 需求日, 到货期,
      交货期限, 交货时间, 送货日期, 预发货日期, 预计发货日期, 计划发货日期, 要求发货日期, 预计出货日期,
      要求出货日期, Due Date,
      Required Date, Delivery Date, Requested Date, Request Date, Need By, Need Date, Required By, ETD,
      Delivery, Ship By, Promise Date, Promised Date, Req Date, Req'd Date, Required By Date, Requested Ship Date,
      Planned Ship Date, Required Delivery Date, Wanted Date`,
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
    remark: words`
      备注, 说明, 附注, 摘要, 特殊要求, 订单备注, 行备注, Remark, Remarks, Note, Notes, Comment, Comments, Memo`,
    status: words`回签状态, 回签状况, Countersign Status`,
    number: words`回签单号, 回签编号, Countersign No, Countersign Number`,
  },
  prices: {
    itemCode: [],
    barcode: [],
    itemName: [],
    specification: [],
    category: words`
      类别, 分类, 产品类别, 商品类别, 产品分类, 商品分类, 品类, 大类, 系列, Category, Product Category, Group,
      Product Group, Series`,
    unit: [],
    listPrice: words`
      标准单价, 标准价, 标准售价, 目录价, 牌价, 报价, 单价, 价格, 销售单价, 销售价, 售价, 出厂价, 供货价,
      零售价, 批发价, 定价, 执行价, 价目, 建议售价, 建议零售价, 协议价, List Price, Standard Price, Unit Price,
      Price, Sales Price, Selling Price, Base Price, Retail Price, Wholesale Price, MSRP, Catalog Price`,
    floorPrice: words`
      最低价, 最低售价, 底价, 最低限价, 限价, 最低销售价, 最低单价, Floor Price, Minimum Price, Min Price,
      Lowest Price`,
    cost: words`
      成本, 成本价, 成本单价, 进价, 采购价, 进货价, 参考成本, 标准成本, Cost, Unit Cost, Cost Price,
      Purchase Price, Standard Cost`,
    minimumQuantity: words`
      起订量, 最小起订量, 最小订量, 最小订购量, 起批量, 最低起订量, 数量起, 起始数量, 阶梯数量, 最小数量, MOQ,
      Min Qty, Minimum Quantity, Minimum Order Quantity, From Qty, Quantity From, Break Qty`,
    customerClass: words`
      客户等级, 客户级别, 客户类别, 客户分类, 价格等级, Customer Class, Customer Group, Price Group,
      Price Level, Class`,
    currency: [],
    validFrom: words`
      生效日期, 生效日, 开始日期, 启用日期, 有效期从, 起始日期, 执行日期, Valid From, Effective Date,
      Start Date, Effective From, From Date, From`,
    validTo: words`
      失效日期, 失效日, 截止日期, 结束日期, 有效期至, 有效期, 到期日, 终止日期, Valid To, Valid Until,
      End Date, Expiry Date, Expires, To Date, Until`,
    discontinued: words`
      停产, 停售, 是否停产, 是否停售, 停用, 下架, 销售状态, 商品状态, 产品状态, 状态, Discontinued, Obsolete,
      Inactive, Product Status, Status`,
  },
  stock: {
    itemCode: [],
    barcode: [],
    itemName: [],
    specification: [],
    unit: [],
    warehouse: words`
      仓库, 仓库名称, 库房, 仓位, 库位, 所在仓库, 存放地点, Warehouse, Location, Store, Depot, Site, Bin`,
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
  },
  customers: {
    customerCode: words`编号, 编码, 代码, 代号, Code, ID, No`,
    customerName: words`名称, 简称, 全称, Name`,
    customerClass: words`
      客户等级, 客户级别, 客户类别, 客户分类, 等级, 级别, 分类, 类别, 信用等级, Customer Class, Customer Group,
      Class, Grade, Type, Segment`,
    contact: [],
    phone: [],
    address: words`公司地址, 注册地址, 联系地址, 办公地址, Street, Street Address`,
    city: words`城市, 所在城市, 市, 县市, City, Town`,
    country: words`国家, 国别, 国家地区, Country, Nation, Country/Region`,
    paymentTerms: [],
    creditLimit: words`信用额度, 授信额度, 信用限额, 额度, 授信, Credit Limit, Credit, Credit Line`,
    overdueDebt: words`
      逾期欠款, 逾期金额, 逾期, 逾期应收, 超期欠款, 逾期账款, Overdue, Overdue Debt, Overdue Amount, Past Due`,
    taxNumber: words`
      统一社会信用代码, 税号, 纳税人识别号, 统一编号, 税务登记号, 信用代码, Tax No, Tax ID, Tax Number, VAT No,
      VAT Number, VAT ID`,
    active: words`
      启用, 是否启用, 有效, 是否有效, 状态, 客户状态, 合作状态, Active, Enabled, Status, Customer Status`,
  },
};

/** Fields several roles share take their words from the orders; a role adds or replaces what differs. */
export const sharedFields: {
  readonly [Role in Exclude<TableRole, 'orders'>]: readonly (Field<'orders'> & Field<Role>)[];
} = {
  prices: ['itemCode', 'barcode', 'itemName', 'specification', 'unit', 'currency'],
  stock: ['itemCode', 'barcode', 'itemName', 'specification', 'unit'],
  customers: ['customerCode', 'customerName', 'contact', 'phone', 'address', 'paymentTerms'],
};

/** Headings that are known to carry none of our fields: they help to see that a row is a header. */
export const otherHeadings: readonly string[] = words`
    序号, 行号, 项次, 项目, 图片, 颜色, 材质, 品牌, 重量, 体积, 毛重, 净重, 箱数, 装箱数, 装箱量, 包装, 省份,
    地区, 邮编, 传真, 邮箱, 部门, 制单人, 审核人, 税额, 批号, 发票号, 发货数量, 已发数量, 未发数量, 出货数量,
    已出数量, 未出数量, 已交数量, 未交数量, 已交量, 未交量, 欠交数量, 欠货数量, 欠数, 汇率, 供应商, 厂商,
    订单状态, 毛利, 毛利率, 佣金, 创建时间, 会员价, 银行, 账号, 渠道, No, Line, Line No, Seq,
    #, S/N, Color, Colour, Brand, Weight, Volume, Fax, Email, Region, State, Province, Postal Code, Zip,
    Ship To, Freight, Tax, Batch, Lot, Invoice No, Shipped Qty, Open Qty, Margin, Picture, Photo, HS Code,
    Channel, City, Country`;

/** Headings of movement logs: what happened to stock or orders in the past orders nothing today. */
export const logHeadings: readonly string[] = words`
    操作时间, 操作类型, 操作状态, 操作人, 操作前库存, 操作后库存, 变动量, 变动数量, 变动类型, 变动前, 变动后,
    出入库类型, 入库数量, 出库数量, 入库单号, 出库单号, 流水号, 交易类型, 事务类型, Transaction Type,
    Movement Type, Movement, Qty In, Qty Out, Qty Before, Qty After, Balance Before, Balance After, Operation,
    Operator, Action, Timestamp, Log Time`;
