import type { MonthReport } from '../report/month-report.ts';
import { formatMoney, formatQuantity } from './format.ts';
import type { PaperContext } from './paper-model.ts';

export interface ReportTable {
  readonly title: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly { readonly text: string; readonly style: ColumnStyle }[])[];
  /** Said in place of rows when there are none. */
  readonly empty: string;
}
/** How a column is set; the style sheet knows these names. */
export type ColumnStyle = 'text' | 'figure' | 'code' | 'short' | 'hash';
export interface ReportColumn {
  readonly label: string;
  readonly style: ColumnStyle;
}

/** The tables of the month's report, in the order they are printed. */
export const reportTables = (report: MonthReport, context: PaperContext): ReportTable[] =>
  [statusTable, orderTable, shipmentTable, countersignTable, overdueTable, paperTable].map((tableOf) =>
    tableOf(report, context),
  );

/** A table from its columns and rows of texts; each cell is set as its column is. */
function table(
  title: string,
  columns: readonly ReportColumn[],
  rows: readonly (readonly string[])[],
  words: PaperContext['words'],
): ReportTable {
  const styled = rows.map((row) => row.map((text, index) => ({ text, style: columns[index]?.style ?? 'text' })));
  return { title, columns, rows: styled, empty: words('documents:report.none') };
}

function statusTable({ byStatus }: MonthReport, { words }: PaperContext): ReportTable {
  const columns: ReportColumn[] = [
    { label: words('documents:report.status'), style: 'short' },
    { label: words('documents:report.orderCount'), style: 'figure' },
    { label: words('documents:report.orderTotal'), style: 'figure' },
  ];
  const rows = byStatus.map(({ status, orders, currency, total }) => [
    words(`terms:status.${status}`),
    String(orders),
    formatMoney(total, currency),
  ]);
  return table(words('documents:report.byStatus'), columns, rows, words);
}

function orderTable({ orders }: MonthReport, { words }: PaperContext): ReportTable {
  const columns: ReportColumn[] = [
    { label: words('documents:letter.orderNumber'), style: 'code' },
    { label: words('terms:field.customerName'), style: 'text' },
    { label: words('documents:report.status'), style: 'short' },
    { label: words('documents:report.posted'), style: 'short' },
    { label: words('documents:letter.promised'), style: 'short' },
    { label: words('documents:report.lastShipped'), style: 'short' },
    { label: words('documents:report.amount'), style: 'figure' },
  ];
  const rows = orders.map((order) => [
    order.number,
    order.customer,
    words(`terms:status.${order.status}`),
    order.postedOn,
    order.postponed ?? order.promised ?? '—',
    order.lastShippedOn ?? '—',
    formatMoney(order.total, order.currency),
  ]);
  return table(words('documents:report.orders'), columns, rows, words);
}

function shipmentTable({ shipments }: MonthReport, { words }: PaperContext): ReportTable {
  const columns: ReportColumn[] = [
    { label: words('documents:notice.number'), style: 'code' },
    { label: words('terms:field.customerName'), style: 'text' },
    { label: words('documents:letter.orderNumber'), style: 'code' },
    { label: words('terms:field.shippedDate'), style: 'short' },
    { label: words('documents:report.received'), style: 'short' },
    { label: words('documents:notice.carrier'), style: 'text' },
  ];
  const rows = shipments.map((shipment) => [
    shipment.number,
    shipment.customer,
    shipment.orders.join(', '),
    shipment.shippedOn,
    shipment.receivedOn ?? '—',
    [shipment.carrier, shipment.tracking].filter(Boolean).join(' ') || '—',
  ]);
  return table(words('documents:report.shipments'), columns, rows, words);
}

function countersignTable({ awaitingCountersign }: MonthReport, { words }: PaperContext): ReportTable {
  const columns: ReportColumn[] = [
    { label: words('documents:letter.orderNumber'), style: 'code' },
    { label: words('terms:field.customerName'), style: 'text' },
    { label: words('documents:report.letterIssued'), style: 'short' },
    { label: words('documents:report.daysOpen'), style: 'figure' },
  ];
  const rows = awaitingCountersign.map(({ order, customer, issuedOn, days }) => [
    order,
    customer,
    issuedOn,
    String(days),
  ]);
  return table(words('documents:report.awaitingCountersign'), columns, rows, words);
}

function overdueTable({ overdue }: MonthReport, { words }: PaperContext): ReportTable {
  const columns: ReportColumn[] = [
    { label: words('documents:letter.orderNumber'), style: 'code' },
    { label: words('documents:paper.line'), style: 'figure' },
    { label: words('terms:field.customerName'), style: 'text' },
    { label: words('terms:field.itemCode'), style: 'code' },
    { label: words('documents:report.open'), style: 'figure' },
    { label: words('documents:report.due'), style: 'short' },
    { label: words('documents:report.daysLate'), style: 'figure' },
  ];
  const rows = overdue.map((line) => [
    line.order,
    String(line.line),
    line.customer,
    line.itemCode,
    formatQuantity(line.open),
    line.due,
    String(line.days),
  ]);
  return table(words('documents:report.overdue'), columns, rows, words);
}

function paperTable({ papers }: MonthReport, { words }: PaperContext): ReportTable {
  const columns: ReportColumn[] = [
    { label: words('documents:report.paper'), style: 'code' },
    { label: words('documents:report.paperKind'), style: 'short' },
    { label: words('documents:report.filed'), style: 'short' },
    { label: words('documents:report.pages'), style: 'figure' },
    { label: 'SHA-256', style: 'hash' },
  ];
  const rows = papers.map((paper) => [
    paper.paper,
    words(`terms:paper.${paper.kind}`),
    paper.filedOn,
    String(paper.pages),
    paper.sha256,
  ]);
  return table(words('documents:report.papers'), columns, rows, words);
}
