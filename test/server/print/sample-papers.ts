import { createHash } from 'node:crypto';
import { archiveReport } from '../../../core/document/archive-report.ts';
import { confirmationLetter } from '../../../core/document/confirmation-letter.ts';
import { deliveryNote } from '../../../core/document/delivery-note.ts';
import type { PaperContext } from '../../../core/document/paper-model.ts';
import { shippingNotice } from '../../../core/document/shipping-notice.ts';
import { statementPaper } from '../../../core/document/statement-paper.ts';
import { enteredBy } from '../../../core/order/owner.ts';
import type { IssuedLetter, OrderContent, OrderLine, OrderNumber } from '../../../core/order/state.ts';
import type { CompanyProfile } from '../../../core/policy/company.ts';
import type { Locale } from '../../../core/policy/locale.ts';
import type { DeliveryNoteSheet } from '../../../core/policy/settings/office.ts';
import type { Statement } from '../../../core/receivable/statement.ts';
import type { MonthReport } from '../../../core/report/month-report.ts';
import type { Shipment, ShipmentNumber } from '../../../core/shipment/shipment.ts';
import type { Instant, Month, PlainDate } from '../../../core/value/date.ts';
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
  return {
    line: number,
    itemCode: `${itemCode}-${number}`,
    itemName,
    specification,
    unit,
    quantity,
    unitPrice,
    amount,
  };
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
    owner: enteredBy(stamp.by),
    ...changes,
  };
}

export function sampleLetter(order: OrderContent, revision = 1): IssuedLetter {
  return {
    revision,
    paper: `${order.number}-L${revision}`,
    issued: stamp,
    issuedOn: '2026-11-21' as PlainDate,
    promised: order.lines.map(({ line: number }) => ({
      line: number,
      date: (number % 2 ? '2026-12-05' : '2026-12-12') as PlainDate,
    })),
    validUntil: '2026-11-24' as PlainDate,
  };
}

export function letterModel(locale: Locale, lineCount: number, sequence = 42, changes: Partial<OrderContent> = {}) {
  const order = sampleOrder(lineCount, sequence, changes);
  return confirmationLetter(order, sampleLetter(order), contextIn(locale));
}

export const sampleShipment = (order: OrderContent): Shipment => ({
  number: 'DN-202611-00007' as ShipmentNumber,
  customerCode: 'C001',
  lines: order.lines.map(({ line: number, quantity }) => ({ order: order.number, line: number, quantity })),
  shipped: stamp,
  shippedOn: '2026-12-06' as PlainDate,
  carrier: '德邦物流',
  tracking: 'DPK202612060123',
  expectedArrival: '2026-12-08' as PlainDate,
});

export function noticeModel(locale: Locale, lineCount = 5) {
  const order = sampleOrder(lineCount);
  return shippingNotice(sampleShipment(order), [order], contextIn(locale));
}

export function deliveryNoteModel(locale: Locale, lineCount = 5, sheet: DeliveryNoteSheet = 'half-sheet') {
  const order = sampleOrder(lineCount);
  return deliveryNote(sampleShipment(order), [order], sheet, contextIn(locale));
}

/** November: the debt of before was paid, goods left, a small rest was given up. */
export const sampleStatement: Statement = {
  customerCode: 'C001',
  currency: 'CNY',
  from: '2026-11-01' as PlainDate,
  to: '2026-11-30' as PlainDate,
  opening: '12000' as Decimal,
  rows: [
    {
      on: '2026-11-03' as PlainDate,
      kind: 'payment',
      reference: 'PAY-202611-00002',
      order: null,
      amount: '-12000' as Decimal,
      balance: '0' as Decimal,
    },
    {
      on: '2026-11-05' as PlainDate,
      kind: 'delivery',
      reference: 'DN-202611-00007',
      order: 'SO-202611-00042',
      amount: '30437' as Decimal,
      balance: '30437' as Decimal,
    },
    {
      on: '2026-11-20' as PlainDate,
      kind: 'rounding',
      reference: 'WO-202611-00001',
      order: 'SO-202611-00042',
      amount: '-0.08' as Decimal,
      balance: '30436.92' as Decimal,
    },
  ],
  closing: '30436.92' as Decimal,
};

export const statementModel = (locale: Locale) =>
  statementPaper(
    sampleStatement,
    { customer: sampleOrder(1).customer, issuedBy: '王芳', today: '2026-12-02' as PlainDate },
    contextIn(locale),
  );

const hash = (seed: string) => createHash('sha256').update(seed).digest('hex');

/** A month's report of so many orders, half of them shipped. */
export function sampleReport(orderCount = 12): MonthReport {
  const orders = Array.from({ length: orderCount }, (_, index) => {
    const order = sampleOrder(1 + (index % 4), index + 1);
    const shipped = index % 2 === 0;
    return {
      number: order.number,
      key: order.key,
      customer: order.customer.name,
      customerClass: 'B',
      status: shipped ? ('shipped' as const) : ('awaiting-countersign' as const),
      currency: 'CNY',
      total: order.total,
      postedOn: `2026-11-${String(1 + (index % 28)).padStart(2, '0')}` as PlainDate,
      promised: '2026-12-05' as PlainDate,
      ...(shipped ? { countersignedOn: '2026-11-23' as PlainDate, lastShippedOn: '2026-11-28' as PlainDate } : {}),
      lines: order.lines.map((each) => ({ ...each, shipped: shipped ? each.quantity : ('0' as Decimal) })),
    };
  });
  const shipped = orders.filter(({ status }) => status === 'shipped');
  const waiting = orders.filter(({ status }) => status !== 'shipped');
  return {
    month: '2026-11' as Month,
    asOf: '2026-11-30T10:00:00.000Z' as Instant,
    company,
    orders,
    byStatus: [
      {
        status: 'awaiting-countersign',
        currency: 'CNY',
        orders: waiting.length,
        total: sum(waiting.map(({ total }) => total)),
      },
      { status: 'shipped', currency: 'CNY', orders: shipped.length, total: sum(shipped.map(({ total }) => total)) },
    ],
    shipments: shipped.map((order, index) => ({
      number: `DN-202611-${String(index + 1).padStart(5, '0')}` as ShipmentNumber,
      customer: order.customer,
      orders: [order.number],
      shippedOn: '2026-11-28' as PlainDate,
      carrier: '德邦物流',
      tracking: `DPK20261128${index}`,
    })),
    awaitingCountersign: waiting.map(({ number, customer }, index) => ({
      order: number,
      customer,
      issuedOn: '2026-11-21' as PlainDate,
      days: 9 - index,
    })),
    overdue: [],
    papers: orders.map(({ number }) => ({
      paper: `${number}-L1`,
      kind: 'confirmation-letter' as const,
      orders: [number],
      sha256: hash(number),
      pages: 1,
      filedOn: '2026-11-21' as PlainDate,
    })),
    kpis: [
      {
        code: 'confirmation-accuracy',
        numerator: '11' as Decimal,
        denominator: '12' as Decimal,
        value: '0.9166666667' as Decimal,
        unit: 'ratio',
        provisional: true,
      },
      {
        code: 'on-time-shipment',
        numerator: '0' as Decimal,
        denominator: '0' as Decimal,
        value: null,
        unit: 'ratio',
        provisional: false,
      },
      {
        code: 'countersign-days',
        numerator: '12' as Decimal,
        denominator: '6' as Decimal,
        value: '2' as Decimal,
        unit: 'days',
        provisional: false,
      },
    ],
  };
}

export const reportModel = (locale: Locale, orderCount?: number) =>
  archiveReport(sampleReport(orderCount), '王芳', contextIn(locale));
