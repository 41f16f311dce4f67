import { archiveReport } from '../../core/document/archive-report.ts';
import type { Locale } from '../../core/policy/locale.ts';
import { buildMonthReport } from '../../core/report/build-month-report.ts';
import type { MonthReport } from '../../core/report/month-report.ts';
import type { Month } from '../../core/value/date.ts';
import type { Caller } from './company.ts';
import { paperContext } from './issue-paper.ts';
import { printed } from './paper-press.ts';

/** The month as figures, as it stands at this moment. */
export async function monthReport({ company, profile, moment }: Caller, month: Month): Promise<MonthReport> {
  const { orders, records } = await company.store.read.month(month);
  return buildMonthReport({
    month,
    asOf: moment.at,
    company: profile,
    orders: orders.map(({ order, records: { shipment } }) => ({
      order: order.state,
      shipments: shipment.map(({ state }) => state),
    })),
    papers: records.paper.map(({ state }) => state),
  });
}

/** The report as a PDF. @throws PaperNotPrinted */
export async function reportPdf(caller: Caller, report: MonthReport, locale?: Locale): Promise<Uint8Array> {
  const model = archiveReport(report, caller.user.name, paperContext(caller, locale));
  return (await printed(model.number, () => caller.company.printer.print(model))).pdf;
}

export const reportWorkbook = (
  { company, profile }: Caller,
  report: MonthReport,
  locale?: Locale,
): Promise<Uint8Array> => company.reportWriter.workbook(report, locale ?? profile.locale);
