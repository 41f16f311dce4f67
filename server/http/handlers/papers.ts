import type { Month } from '../../../core/value/date.ts';
import { archiveMonth, monthArchive } from '../../app/archive-month.ts';
import { archivePackage } from '../../app/archive-package.ts';
import { monthReport, reportPdf, reportWorkbook } from '../../app/month-report.ts';
import { printFile } from '../../app/print-file.ts';
import type { Handlers } from '../handler.ts';
import { granted, problem } from '../problem.ts';

type PaperHandlers = Pick<
  Handlers,
  | 'paper'
  | 'printFile'
  | 'monthReport'
  | 'monthReportPdf'
  | 'monthReportWorkbook'
  | 'monthArchive'
  | 'archiveMonth'
  | 'monthPackage'
>;

/** What is printed: single papers, print files, the month; and the month's end for its orders. */
export const paperHandlers: PaperHandlers = {
  paper: async ({ caller, params }) => {
    const pdf = await caller.company.press.pdf(params.paper);
    if (pdf === null) throw problem(404, 'paper.not-found', { paper: params.paper });
    return pdf;
  },
  printFile: async ({ caller, body }) => {
    const printed = await printFile(caller, body.papers);
    if (!printed.ok) throw problem(404, 'paper.not-found', printed.reason);
    return printed.value;
  },
  monthReport: async ({ caller, params }) => ({ ...(await monthReport(caller, params.month as Month)) }),
  monthReportPdf: async ({ caller, params, query }) =>
    reportPdf(caller, await monthReport(caller, params.month as Month), query.locale),
  monthReportWorkbook: async ({ caller, params, query }) =>
    reportWorkbook(caller, await monthReport(caller, params.month as Month), query.locale),
  monthArchive: ({ caller, params }) => monthArchive(caller, params.month as Month),
  archiveMonth: async ({ caller, params, requestKey }) =>
    granted(await archiveMonth(caller, params.month as Month, requestKey)),
  monthPackage: ({ caller, params, query }) => archivePackage(caller, params.month as Month, query.locale),
};
