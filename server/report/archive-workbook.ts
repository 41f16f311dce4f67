import ExcelJS from 'exceljs';
import { textsIn } from '../../locales/index.ts';
import type { ReportWriter } from '../ports.ts';
import {
  countersignColumns,
  kpiColumns,
  lineColumns,
  linesOf,
  orderColumns,
  overdueColumns,
  paperColumns,
  shipmentColumns,
  statusColumns,
} from './archive-columns.ts';
import { addTypedSheet } from './typed-sheet.ts';

/** Writes the month's report as a workbook that people go on calculating with: one sheet a table, every cell typed. */
export const archiveWorkbook: ReportWriter = {
  async workbook(report, locale) {
    const words = textsIn(locale);
    const workbook = new ExcelJS.Workbook();
    workbook.creator = report.company.name;
    workbook.created = new Date(report.asOf);
    workbook.modified = new Date(report.asOf);
    addTypedSheet(workbook, words('documents:report.kpi'), kpiColumns(words), report.kpis);
    addTypedSheet(workbook, words('documents:report.byStatus'), statusColumns(words), report.byStatus);
    addTypedSheet(workbook, words('documents:report.orders'), orderColumns(words), report.orders);
    addTypedSheet(workbook, words('documents:report.lines'), lineColumns(words), linesOf(report.orders));
    addTypedSheet(workbook, words('documents:report.shipments'), shipmentColumns(words), report.shipments);
    addTypedSheet(
      workbook,
      words('documents:report.awaitingCountersign'),
      countersignColumns(words),
      report.awaitingCountersign,
    );
    addTypedSheet(workbook, words('documents:report.overdue'), overdueColumns(words), report.overdue);
    addTypedSheet(workbook, words('documents:report.papers'), paperColumns(words), report.papers);
    return new Uint8Array(await workbook.xlsx.writeBuffer());
  },
};
