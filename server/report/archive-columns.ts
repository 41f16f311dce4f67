import type {
  Kpi,
  MonthReport,
  ReportedLine,
  ReportedOrder,
  ReportedPaper,
  ReportedShipment,
} from '../../core/report/month-report.ts';
import type { Texts } from '../../locales/index.ts';
import type { Column } from './typed-sheet.ts';

/** The columns of each sheet of the month's workbook. */

export const kpiColumns = (words: Texts): Column<Kpi>[] => [
  {
    heading: words('documents:report.kpi'),
    kind: 'text',
    width: 26,
    value: ({ code }) => words(`documents:kpi.${code}`),
  },
  {
    heading: words('documents:report.value'),
    kind: 'ratio',
    width: 12,
    value: ({ unit, value }) => (unit === 'ratio' ? value : null),
  },
  {
    heading: words('documents:report.inDays'),
    kind: 'quantity',
    width: 12,
    value: ({ unit, value }) => (unit === 'days' ? value : null),
  },
  { heading: words('documents:report.numerator'), kind: 'quantity', width: 12, value: ({ numerator }) => numerator },
  {
    heading: words('documents:report.denominator'),
    kind: 'quantity',
    width: 12,
    value: ({ denominator }) => denominator,
  },
  {
    heading: words('documents:report.formula'),
    kind: 'text',
    width: 80,
    value: ({ code }) => words(`documents:kpi.${code}.formula`),
  },
  {
    heading: words('documents:report.note'),
    kind: 'text',
    width: 12,
    value: ({ provisional }) => (provisional ? words('documents:report.provisional') : null),
  },
];

export const statusColumns = (words: Texts): Column<MonthReport['byStatus'][number]>[] => [
  {
    heading: words('documents:report.status'),
    kind: 'text',
    width: 22,
    value: ({ status }) => words(`terms:status.${status}`),
  },
  { heading: words('documents:report.orderCount'), kind: 'count', width: 12, value: ({ orders }) => orders },
  { heading: words('documents:report.currency'), kind: 'text', width: 10, value: ({ currency }) => currency },
  { heading: words('documents:report.orderTotal'), kind: 'amount', width: 18, value: ({ total }) => total },
];

export const orderColumns = (words: Texts): Column<ReportedOrder>[] => [
  { heading: words('documents:report.order'), kind: 'text', width: 18, value: ({ number }) => number },
  { heading: words('documents:report.orderKey'), kind: 'text', width: 18, value: ({ key }) => key },
  { heading: words('terms:field.customerName'), kind: 'text', width: 32, value: ({ customer }) => customer },
  {
    heading: words('documents:report.customerClass'),
    kind: 'text',
    width: 10,
    value: ({ customerClass }) => customerClass,
  },
  {
    heading: words('documents:report.status'),
    kind: 'text',
    width: 20,
    value: ({ status }) => words(`terms:status.${status}`),
  },
  { heading: words('documents:report.currency'), kind: 'text', width: 8, value: ({ currency }) => currency },
  { heading: words('documents:report.amount'), kind: 'amount', width: 16, value: ({ total }) => total },
  { heading: words('documents:report.posted'), kind: 'date', width: 13, value: ({ postedOn }) => postedOn },
  { heading: words('documents:report.promised'), kind: 'date', width: 16, value: ({ promised }) => promised },
  { heading: words('documents:report.postponed'), kind: 'date', width: 14, value: ({ postponed }) => postponed },
  {
    heading: words('documents:report.countersigned'),
    kind: 'date',
    width: 14,
    value: ({ countersignedOn }) => countersignedOn,
  },
  {
    heading: words('documents:report.lastShipped'),
    kind: 'date',
    width: 14,
    value: ({ lastShippedOn }) => lastShippedOn,
  },
  {
    heading: words('documents:report.lastReceived'),
    kind: 'date',
    width: 14,
    value: ({ lastReceivedOn }) => lastReceivedOn,
  },
];

/** A line with the order it belongs to. */
export interface OrderedLine {
  readonly order: ReportedOrder;
  readonly line: ReportedLine;
}
export const linesOf = (orders: readonly ReportedOrder[]): OrderedLine[] =>
  orders.flatMap((order) => order.lines.map((line) => ({ order, line })));

export const lineColumns = (words: Texts): Column<OrderedLine>[] => [
  { heading: words('documents:report.order'), kind: 'text', width: 18, value: ({ order }) => order.number },
  { heading: words('documents:paper.line'), kind: 'count', width: 7, value: ({ line }) => line.line },
  { heading: words('terms:field.itemCode'), kind: 'text', width: 18, value: ({ line }) => line.itemCode },
  { heading: words('terms:field.itemName'), kind: 'text', width: 30, value: ({ line }) => line.itemName },
  { heading: words('terms:field.unit'), kind: 'text', width: 8, value: ({ line }) => line.unit },
  { heading: words('terms:field.quantity'), kind: 'quantity', width: 12, value: ({ line }) => line.quantity },
  { heading: words('documents:report.shipped'), kind: 'quantity', width: 12, value: ({ line }) => line.shipped },
  { heading: words('documents:report.currency'), kind: 'text', width: 8, value: ({ order }) => order.currency },
  { heading: words('terms:field.unitPrice'), kind: 'price', width: 14, value: ({ line }) => line.unitPrice },
  { heading: words('terms:field.amount'), kind: 'amount', width: 16, value: ({ line }) => line.amount },
  { heading: words('terms:field.dueDate'), kind: 'date', width: 13, value: ({ line }) => line.dueDate },
];

export const shipmentColumns = (words: Texts): Column<ReportedShipment>[] => [
  { heading: words('documents:notice.number'), kind: 'text', width: 18, value: ({ number }) => number },
  { heading: words('terms:field.customerName'), kind: 'text', width: 32, value: ({ customer }) => customer },
  { heading: words('documents:report.order'), kind: 'text', width: 36, value: ({ orders }) => orders.join(', ') },
  { heading: words('terms:field.shippedDate'), kind: 'date', width: 13, value: ({ shippedOn }) => shippedOn },
  { heading: words('documents:report.received'), kind: 'date', width: 13, value: ({ receivedOn }) => receivedOn },
  { heading: words('documents:notice.carrier'), kind: 'text', width: 18, value: ({ carrier }) => carrier },
  { heading: words('documents:notice.tracking'), kind: 'text', width: 22, value: ({ tracking }) => tracking },
];

export const countersignColumns = (words: Texts): Column<MonthReport['awaitingCountersign'][number]>[] => [
  { heading: words('documents:report.order'), kind: 'text', width: 18, value: ({ order }) => order },
  { heading: words('terms:field.customerName'), kind: 'text', width: 32, value: ({ customer }) => customer },
  { heading: words('documents:report.letterIssued'), kind: 'date', width: 14, value: ({ issuedOn }) => issuedOn },
  { heading: words('documents:report.daysOpen'), kind: 'count', width: 12, value: ({ days }) => days },
];

export const overdueColumns = (words: Texts): Column<MonthReport['overdue'][number]>[] => [
  { heading: words('documents:report.order'), kind: 'text', width: 18, value: ({ order }) => order },
  { heading: words('documents:paper.line'), kind: 'count', width: 7, value: ({ line }) => line },
  { heading: words('terms:field.customerName'), kind: 'text', width: 32, value: ({ customer }) => customer },
  { heading: words('terms:field.itemCode'), kind: 'text', width: 18, value: ({ itemCode }) => itemCode },
  { heading: words('documents:report.open'), kind: 'quantity', width: 12, value: ({ open }) => open },
  { heading: words('documents:report.due'), kind: 'date', width: 13, value: ({ due }) => due },
  { heading: words('documents:report.daysLate'), kind: 'count', width: 12, value: ({ days }) => days },
];

export const paperColumns = (words: Texts): Column<ReportedPaper>[] => [
  { heading: words('documents:report.paper'), kind: 'text', width: 24, value: ({ paper }) => paper },
  {
    heading: words('documents:report.paperKind'),
    kind: 'text',
    width: 24,
    value: ({ kind }) => words(`terms:paper.${kind}`),
  },
  { heading: words('documents:report.order'), kind: 'text', width: 36, value: ({ orders }) => orders.join(', ') },
  { heading: words('documents:report.filed'), kind: 'date', width: 13, value: ({ filedOn }) => filedOn },
  { heading: words('documents:report.pages'), kind: 'count', width: 8, value: ({ pages }) => pages },
  { heading: 'SHA-256', kind: 'text', width: 68, value: ({ sha256 }) => sha256 },
];
