import type { Kpi, MonthReport } from '../report/month-report.ts';
import { dateIn } from '../value/date.ts';
import { type Decimal, fixed, sum } from '../value/decimal.ts';
import { formatMoney, formatMonth, formatQuantity, formatRatio } from './format.ts';
import { type Field, labels, type PaperContext, type PaperModel, paperHead } from './paper-model.ts';
import { type ReportTable, reportTables } from './report-tables.ts';

/** The month's archive report: what the archivist prints and binds. The workbook beside it holds the same, line by line. */
export interface ArchiveReport extends PaperModel {
  readonly kind: 'archive-report';
  readonly facts: readonly Field[];
  readonly kpis: readonly PrintedKpi[];
  readonly tables: readonly ReportTable[];
}

export interface PrintedKpi {
  readonly name: string;
  readonly value: string;
  /** "12 ÷ 13" */
  readonly fraction: string;
  readonly formula: string;
  readonly provisional: string | null;
}

/** The report as a paper, numbered "AR-202611". */
export function archiveReport(report: MonthReport, issuedBy: string, context: PaperContext): ArchiveReport {
  const { locale, words, company } = context;
  const number = `AR-${report.month.replace('-', '')}`;
  return {
    ...paperHead(
      'archive-report',
      {
        number,
        revision: formatMonth(report.month, locale),
        on: dateIn(report.asOf, company.timeZone),
        issuedBy,
        labels: reportLabels(words),
      },
      context,
    ),
    facts: facts(report, context),
    kpis: report.kpis.map((kpi) => printedKpi(kpi, context)),
    tables: reportTables(report, context),
    mustContain: [
      number,
      ...report.orders.map((order) => order.number),
      ...report.shipments.map((shipment) => shipment.number),
      ...report.papers.map(({ sha256 }) => sha256),
    ],
  };
}

const reportLabels = (words: PaperContext['words']): Record<string, string> =>
  labels(
    {
      kpi: 'documents:report.kpi',
      value: 'documents:report.value',
      fraction: 'documents:report.fraction',
      formula: 'documents:report.formula',
      prepared: 'documents:report.prepared',
      checked: 'documents:report.checked',
      archived: 'documents:report.archived',
      signature: 'documents:seal.signature',
      date: 'documents:seal.date',
    },
    words,
  );

function facts(report: MonthReport, { locale, words }: PaperContext): Field[] {
  const currencies = [...new Set(report.byStatus.map(({ currency }) => currency))];
  const total = (currency: string) =>
    formatMoney(sum(report.byStatus.filter((row) => row.currency === currency).map((row) => row.total)), currency);
  return [
    { label: words('documents:report.month'), value: formatMonth(report.month, locale) },
    { label: words('documents:report.orderCount'), value: String(report.orders.length) },
    { label: words('documents:report.orderTotal'), value: currencies.map(total).join(' · ') || '—' },
    { label: words('documents:report.shipmentCount'), value: String(report.shipments.length) },
    { label: words('documents:report.overdueCount'), value: String(report.overdue.length) },
    { label: words('documents:report.paperCount'), value: String(report.papers.length) },
  ];
}

function printedKpi(kpi: Kpi, { words }: PaperContext): PrintedKpi {
  return {
    name: words(`documents:kpi.${kpi.code}`),
    value: kpi.value === null ? '—' : kpiValue(kpi.value, kpi.unit, words),
    fraction: `${formatQuantity(kpi.numerator)} ÷ ${formatQuantity(kpi.denominator)}`,
    formula: words(`documents:kpi.${kpi.code}.formula`),
    provisional: kpi.provisional ? words('documents:report.provisional') : null,
  };
}

const kpiValue = (value: Decimal, unit: Kpi['unit'], words: PaperContext['words']): string =>
  unit === 'ratio' ? formatRatio(value) : words('documents:report.days', { days: fixed(value, 1) });
