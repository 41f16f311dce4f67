/**
 * What a column can mean (R2). One list per role of table; headings.ts says which headings mean which field.
 * A field's name is the same in code, JSON output and docs/glossary.md.
 */
export const roles = ['orders', 'prices', 'stock', 'customers'] as const;
export type TableRole = (typeof roles)[number];

export const fields = {
  orders: {
    orderKey: 'text', // the clerk's order number or the customer's PO number: groups rows into orders
    poNumber: 'text',
    customerCode: 'text',
    customerName: 'text',
    contact: 'text',
    phone: 'text',
    address: 'text',
    itemCode: 'text',
    barcode: 'text',
    customerItemCode: 'text',
    itemName: 'text',
    specification: 'text',
    color: 'text',
    material: 'text',
    brand: 'text',
    unit: 'text',
    packSize: 'quantity', // how many units a pack holds 装箱数; a column of packs (箱数) is never the quantity
    packs: 'quantity', // 箱数: packs × pack size should be the quantity
    warehouse: 'text',
    batch: 'text',
    quantity: 'quantity',
    shippedQuantity: 'quantity', // 已发数量: what is left is demanded
    openQuantity: 'quantity', // 未发数量
    unitPrice: 'money',
    discount: 'ratio',
    amount: 'money',
    currency: 'text',
    taxRate: 'ratio',
    orderDate: 'date',
    dueDate: 'date',
    agreedArrival: 'date', // 约定到货日期: when the goods are to be at the customer's, by agreement
    shippedDate: 'date', // already gone: the row demands no stock
    paymentTerms: 'text',
    deliveryMethod: 'text',
    salesperson: 'text',
    region: 'text',
    priority: 'text',
    gift: 'flag', // free on purpose
    specialRequirements: 'text',
    remark: 'text',
    rowId: 'text', // written by Countersign where the sheet has no order number, so that an edited row stays the same order (X4)
    status: 'text', // written by Countersign; never part of an order's content
    number: 'text', // the order number Countersign gave; never part of an order's content
    nextStep: 'text', // what the order waits for, and of whom; written by Countersign
    promisedDate: 'text', // when it will go, as its letter says; written by Countersign
  },
  prices: {
    itemCode: 'text',
    barcode: 'text',
    customerItemCode: 'text',
    itemName: 'text',
    specification: 'text',
    color: 'text',
    material: 'text',
    brand: 'text',
    category: 'text',
    unit: 'text',
    packSize: 'quantity',
    packUnit: 'text',
    listPrice: 'money',
    memberPrice: 'money',
    wholesalePrice: 'money',
    dealerPrice: 'money',
    classAPrice: 'money',
    classBPrice: 'money',
    classCPrice: 'money',
    promotionPrice: 'money',
    floorPrice: 'money',
    cost: 'money',
    minimumQuantity: 'quantity', // the price holds from this quantity on: quantity breaks are several rows of one item
    minimumOrder: 'quantity', // the least one may order (MOQ)
    orderMultiple: 'quantity',
    leadTimeDays: 'quantity',
    substitute: 'text', // codes, one or several
    region: 'text',
    taxRate: 'ratio',
    service: 'flag',
    customMade: 'flag',
    customerClass: 'text',
    currency: 'text',
    validFrom: 'date',
    validTo: 'date',
    discontinued: 'flag',
  },
  stock: {
    itemCode: 'text',
    barcode: 'text',
    itemName: 'text',
    specification: 'text',
    color: 'text',
    material: 'text',
    brand: 'text',
    unit: 'text',
    warehouse: 'text',
    batch: 'text',
    countedOn: 'date', // the stock is as of this day
    reserved: 'quantity', // held for somebody else: on hand less reserved is available
    onHand: 'quantity',
    available: 'quantity', // net of reservations somebody else keeps
    inbound: 'quantity',
    inboundDate: 'date',
    reorderLevel: 'quantity',
  },
  customers: {
    customerCode: 'text',
    shortName: 'text', // 简称 beside the full name; alone it is the name
    customerName: 'text',
    customerClass: 'text',
    contact: 'text',
    phone: 'text',
    address: 'text',
    city: 'text',
    country: 'text',
    paymentTerms: 'text',
    region: 'text',
    salesperson: 'text',
    creditLimit: 'money',
    receivable: 'money',
    overdueDays: 'quantity',
    overdueDebt: 'money',
    taxNumber: 'text',
    active: 'flag',
  },
} as const satisfies Record<TableRole, Record<string, FieldKind>>;

/** What names an item, alone, the surest first. */
export const itemFields = [
  'itemCode',
  'barcode',
  'customerItemCode',
  'itemName',
] as const satisfies readonly Field<'orders'>[];

/** What tells items apart that one of these names; it names none alone. */
export const itemDetails = [
  'specification',
  'color',
  'material',
  'brand',
] as const satisfies readonly Field<'orders'>[];

/** Prices of the customer class their heading names: one table may have one column of each. */
export const classPrices = [
  'wholesalePrice',
  'dealerPrice',
  'memberPrice',
  'classAPrice',
  'classBPrice',
  'classCPrice',
] as const satisfies readonly Field<'prices'>[];

/** How a field's cells are read (core/sheet/values). */
export type FieldKind = 'text' | 'quantity' | 'money' | 'ratio' | 'date' | 'flag';
export type Field<Role extends TableRole = TableRole> = Role extends TableRole
  ? keyof (typeof fields)[Role] & string
  : never;
