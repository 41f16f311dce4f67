import type { Field } from '../fields.ts';
import { words } from './words.ts';

/** What offices write over the columns of their price lists; fields shared with orders take theirs as well (heading-words.ts). */
export const pricesHeadings: { readonly [F in Field<'prices'>]?: readonly string[] } = {
  category: words`
    类别, 分类, 产品类别, 商品类别, 产品分类, 商品分类, 品类, 大类, 系列, Category, Product Category, Group,
    Product Group, Series`,
  packUnit: words`包装单位, 装箱单位, 箱单位, 辅助单位, 辅单位, 大单位, Pack Unit, Packing Unit, Package Unit`,
  listPrice: words`
    标准单价, 标准价, 标准售价, 目录价, 牌价, 报价, 单价, 价格, 销售单价, 销售价, 售价, 出厂价, 供货价,
    零售价, 定价, 执行价, 价目, 建议售价, 建议零售价, 协议价, List Price, Standard Price, Unit Price,
    Price, Sales Price, Selling Price, Base Price, Retail Price, MSRP, Catalog Price`,
  memberPrice: words`会员价, 会员单价, 会员价格, 会员售价, VIP价, Member Price, Members Price, VIP Price`,
  wholesalePrice: words`
    批发价, 批发单价, 批发价格, 批发商价, 批发客户价, Wholesale Price, Wholesale, Wholesaler Price`,
  dealerPrice: words`
    经销价, 经销单价, 经销价格, 经销商价, 经销商价格, 经销客户价, 代理价, 代理商价, 代理商价格, 分销价, 分销商价, 渠道价,
    Dealer Price, Distributor Price, Trade Price`,
  classAPrice: words`
    A级价, A级价格, A级单价, A类价, A类价格, A价, A级客户价, A类客户价, 一级价, 一级价格, 一级客户价, Class A Price, Price A,
    Grade A Price, Level A Price, Tier A Price, Level 1 Price, Tier 1 Price, Price 1, Price Level 1`,
  classBPrice: words`
    B级价, B级价格, B级单价, B类价, B类价格, B价, B级客户价, B类客户价, 二级价, 二级价格, 二级客户价, Class B Price, Price B,
    Grade B Price, Level B Price, Tier B Price, Level 2 Price, Tier 2 Price, Price 2, Price Level 2`,
  classCPrice: words`
    C级价, C级价格, C级单价, C类价, C类价格, C价, C级客户价, C类客户价, 三级价, 三级价格, 三级客户价, Class C Price, Price C,
    Grade C Price, Level C Price, Tier C Price, Level 3 Price, Tier 3 Price, Price 3, Price Level 3`,
  promotionPrice: words`
    促销价, 促销单价, 促销价格, 促销售价, 活动价, 活动单价, 活动价格, 特价, 特惠价, 优惠价, 秒杀价, Promotion Price,
    Promotional Price, Promo Price, Special Price, Offer Price, Sale Price, Promo`,
  floorPrice: words`
    最低价, 最低售价, 底价, 最低限价, 限价, 最低销售价, 最低单价, Floor Price, Minimum Price, Min Price,
    Lowest Price`,
  cost: words`
    成本, 成本价, 成本单价, 进价, 采购价, 进货价, 参考成本, 标准成本, Cost, Unit Cost, Cost Price,
    Purchase Price, Standard Cost`,
  minimumQuantity: words`
    起批量, 数量起, 起始数量, 阶梯数量, 最小数量, 数量从, 数量段, Min Qty, Minimum Quantity, From Quantity, From Qty, Quantity From, Break Qty,
    Qty Break, Qty From`,
  minimumOrder: words`
    起订量, 最小起订量, 最低起订量, 起订数量, 最小订量, 最小订购量, 最小订货量, 最低订购量, 最低订货量, 起售量, MOQ,
    Minimum Order Quantity, Minimum Order Qty, Minimum Order, Min Order Qty, Min Order Quantity, Min Order`,
  orderMultiple: words`
    订货倍数, 订购倍数, 起订倍数, 倍数, 最小包装量, 最小包装数, 最小包装, 标准包装量, 整包数量, Order Multiple, Multiple, Sold in Multiples of, Multiples of,
    Order Increment, MPQ, SPQ, Standard Pack, Standard Pack Qty, Min Pack Qty`,
  leadTimeDays: words`
    交货周期, 生产周期, 供货周期, 备货周期, 备货期, 备货天数, 提前期, 交货天数, 交期天数, 前置时间, 前置天数, 交期, 货期, 交货期,
    Lead Time, Lead Time Days, Leadtime, Lead Days, Delivery Time`,
  substitute: words`
    替代品, 替代料, 替代料号, 替代型号, 替代商品, 替代产品, 替代编码, 替代货号, 替代品编码, 可替代, 代用品, 代用料, 代用料号,
    Substitute, Substitutes, Substitute Item, Alternative, Alternatives, Alternative Item, Alternate Item, Replacement,
    Replaced By`,
  region: words`限售区域, 可售区域, 可销区域, 授权区域, 销售范围, 可销售区域, Regions, Sold In, Allowed Regions`,
  customMade: words`是否定制, 定制品, 是否客制, 客制品, 是否客製, 客製品, 是否訂製, 訂製品, Custom Made, Is Custom Made`,
  service: words`是否服务, 服务类, 服务, 是否劳务, 劳务, Service, Is Service, Non Stock, Non Stock Item`,
  customerClass: words`
    客户等级, 客户级别, 客户类别, 客户分类, 价格等级, Customer Class, Customer Group, Price Group,
    Price Level, Class`,
  validFrom: words`
    生效日期, 生效日, 开始日期, 启用日期, 有效期从, 起始日期, 执行日期, 促销开始日期, 促销开始, 促销开始时间, 促销起始日期, 促销生效日期, 促销生效,
    活动开始日期, 活动开始, 活动开始时间, 活动起始日期, Valid From, Effective Date, Start Date, Effective From, From Date, From,
    Promotion Start Date, Promotion Start, Promo Start Date, Promo Start, Promotion From, Promo From`,
  validTo: words`
    失效日期, 失效日, 截止日期, 结束日期, 有效期至, 有效期, 到期日, 终止日期, 促销结束日期, 促销结束, 促销结束时间, 促销截止日期, 促销截止, 促销失效,
    活动结束日期, 活动结束, 活动结束时间, 活动截止日期, 活动截止, Valid To, Valid Until, End Date, Expiry Date, Expires, To Date,
    Until, Promotion End Date, Promotion End, Promo End Date, Promo End, Promotion Until, Promo Until`,
  discontinued: words`
    停产, 停售, 是否停产, 是否停售, 停用, 下架, 销售状态, 商品状态, 产品状态, 状态, Discontinued, Obsolete,
    Inactive, Product Status, Status`,
};
