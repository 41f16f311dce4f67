import { confirmationLetter } from '../../../core/document/confirmation-letter.ts';
import type { PaperContext } from '../../../core/document/paper-model.ts';
import { shippingNotice } from '../../../core/document/shipping-notice.ts';
import type { IssuedLetter, OrderContent, OrderLine, OrderNumber } from '../../../core/order/state.ts';
import type { CompanyProfile } from '../../../core/policy/company.ts';
import type { Locale } from '../../../core/policy/locale.ts';
import type { Shipment, ShipmentNumber } from '../../../core/shipment/shipment.ts';
import type { Instant, PlainDate } from '../../../core/value/date.ts';
import { type Decimal, multiply, round, sum } from '../../../core/value/decimal.ts';
import { textsIn } from '../../../locales/index.ts';

export const company: CompanyProfile = {
  name: '宁波东海五金有限公司',
  nameEnglish: 'Ningbo Donghai Hardware Co., Ltd.',
  address: '浙江省宁波市北仑区明州西路 188 号',
  phone: '0574-8686 1234',
  email: 'orders@donghai-hardware.example',
  taxNumber: '91330206MA2AB3CD4E',
  locale: 'zh-Hans',
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  taxRate: '0.13',
  letterValidDays: 3,
  separationOfDuties: 'single-person',
};

export const contextIn = (locale: Locale): PaperContext => {
  const texts = textsIn(locale);
  return { company, locale, words: (key, values) => texts(key, { ...values }) };
};

const stamp = { at: '2026-11-21T02:30:00.000Z' as Instant, by: { userId: 'u1', name: '王芳' } };
const goods = [
  ['HJ-1004', '不锈钢合页', '4寸 304 拉丝', '副', '36.8'],
  ['LS-M8-40', '外六角螺栓', 'M8×40 8.8级 镀锌', '盒', '24.5'],
  ['SD-7201', '静音门锁', '72 锁体 黑色', '套', '168'],
  ['GD-0300', '三节缓冲导轨', '300 mm', '对', '18.25'],
  ['DZ-Φ12', '膨胀螺丝', 'Φ12×100', '只', '0.8775'],
] as const;

const line = (number: number): OrderLine => {
  const [itemCode, itemName, specification, unit, price] = goods[(number - 1) % goods.length] ?? goods[0];
  const quantity = String(40 + number * 12) as Decimal;
  const unitPrice = price as Decimal;
  const amount = round(multiply(quantity, unitPrice), 2);
  return { line: number, itemCode: `${itemCode}-${number}`, itemName, specification, unit, quantity, unitPrice, amount };
};

/** An order of so many lines, as it is when its letter is issued. */
export function sampleOrder(lineCount: number, sequence = 42, changes: Partial<OrderContent> = {}): OrderContent {
  const lines = Array.from({ length: lineCount }, (_, index) => line(index + 1));
  return {
    number: `SO-202611-${String(sequence).padStart(5, '0')}` as OrderNumber,
    orderKey: `C001/PO-${sequence}`,
    contentHash: 'hash',
    key: `PO-${sequence}`,
    customer: {
      code: 'C001',
      name: '上海恒远机电设备有限公司',
      customerClass: 'B',
      contact: '李建国 经理',
      phone: '021-5588 6677',
      address: '上海市嘉定区曹安公路 4800 号 3 幢',
    },
    poNumber: `HY-2026-${sequence}`,
    currency: 'CNY',
    orderDate: '2026-11-20' as PlainDate,
    paymentTerms: '预付 30%，余款发货前付清',
    deliveryMethod: '物流送货上门',
    salesperson: '陈志明',
    lines,
    total: sum(lines.map(({ amount }) => amount)),
    posted: stamp,
    lastEdited: stamp,
    ...changes,
  };
}

export function sampleLetter(order: OrderContent, revision = 1): IssuedLetter {
  return {
    revision,
    paper: `${order.number}-L${revision}`,
    issued: stamp,
    issuedOn: '2026-11-21' as PlainDate,
    promised: order.lines.map(({ line: number }) => ({ line: number, date: (number % 2 ? '2026-12-05' : '2026-12-12') as PlainDate })),
    validUntil: '2026-11-24' as PlainDate,
  };
}

export function letterModel(locale: Locale, lineCount: number, sequence = 42, changes: Partial<OrderContent> = {}) {
  const order = sampleOrder(lineCount, sequence, changes);
  return confirmationLetter(order, sampleLetter(order), contextIn(locale));
}

export function noticeModel(locale: Locale, lineCount = 5) {
  const order = sampleOrder(lineCount);
  const shipment: Shipment = {
    number: 'DN-202611-00007' as ShipmentNumber,
    customerCode: 'C001',
    lines: order.lines.map(({ line: number, quantity }) => ({ order: order.number, line: number, quantity })),
    shipped: stamp,
    shippedOn: '2026-12-06' as PlainDate,
    carrier: '德邦物流',
    tracking: 'DPK202612060123',
    expectedArrival: '2026-12-08' as PlainDate,
  };
  return shippingNotice(shipment, [order], contextIn(locale));
}
