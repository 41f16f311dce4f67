import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { locales } from '../../../core/policy/locale.ts';
import type { MonthReport } from '../../../core/report/month-report.ts';
import type { Decimal } from '../../../core/value/decimal.ts';
import { archiveWorkbook } from '../../../server/report/archive-workbook.ts';
import { sampleReport } from '../print/sample-papers.ts';

async function sheetsOf(report: MonthReport, locale: (typeof locales)[number] = 'zh-Hans'): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  const bytes = await archiveWorkbook.workbook(report, locale);
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  return workbook;
}

/** A sheet's rows by heading. */
function rowsOf(sheet: ExcelJS.Worksheet | undefined): Record<string, ExcelJS.CellValue>[] {
  const all: ExcelJS.CellValue[][] = [];
  sheet?.eachRow((row) => all.push(Array.from(row.values as ExcelJS.CellValue[])));
  const [headings = [], ...rows] = all;
  return rows.map((row) =>
    Object.fromEntries(headings.map((heading, column) => [String(heading), row[column] ?? null])),
  );
}

describe("the month's workbook", () => {
  it.each(locales)('in %s has a sheet for each table, with a frozen header that filters', async (locale) => {
    const workbook = await sheetsOf(sampleReport(), locale);
    expect(workbook.worksheets).toHaveLength(8);
    for (const sheet of workbook.worksheets) {
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
      expect(sheet.autoFilter).toBeTruthy();
      expect(sheet.getRow(1).getCell(1).font.bold).toBe(true);
    }
  });

  it('holds numbers that add up and dates that sort, not texts that look like them', async () => {
    const report = sampleReport();
    const orders = rowsOf((await sheetsOf(report)).getWorksheet('本月订单'));
    expect(orders).toHaveLength(report.orders.length);
    expect(orders[0]).toMatchObject({
      订单号: 'SO-202611-00001',
      金额: 1913.6,
      接单日期: new Date('2026-11-01T00:00:00Z'),
      顺延至: null,
    });
    const total = orders.reduce((sum, { 金额 }) => sum + Math.round(Number(金额) * 100), 0);
    expect(total).toBe(11_850_120);
  });

  it('keeps every line with its order, and every paper with its hash', async () => {
    const report = sampleReport();
    const workbook = await sheetsOf(report);
    const lines = rowsOf(workbook.getWorksheet('订单明细'));
    expect(lines).toHaveLength(report.orders.flatMap((order) => order.lines).length);
    expect(lines[1]).toMatchObject({ 订单号: 'SO-202611-00002', 序号: 1, 货号: 'HJ-1004-1', 数量: 52, 单价: 36.8 });
    expect(rowsOf(workbook.getWorksheet('归档单据')).map((row) => row['SHA-256'])).toEqual(
      report.papers.map(({ sha256 }) => sha256),
    );
  });

  it('leaves the result of an indicator without denominator empty', async () => {
    const kpis = rowsOf((await sheetsOf(sampleReport())).getWorksheet('考核指标'));
    expect(kpis.map(({ 结果, 天数, 分母 }) => [结果, 天数, 分母])).toEqual([
      [0.9166666667, null, 12],
      [null, null, 0],
      [null, 2, 6],
    ]);
  });

  it('writes text that begins like a formula as text', async () => {
    const [order] = sampleReport(1).orders;
    if (!order) throw new Error('a sample without orders');
    const names = ['=cmd|"/c calc"!A1', '+1', '-1', '@SUM(A1)', '\t=1'];
    const report = {
      ...sampleReport(1),
      orders: names.map((customer) => ({ ...order, customer, total: '0.1' as Decimal })),
    };
    const sheet = (await sheetsOf(report)).getWorksheet('本月订单');
    for (const [index, name] of names.entries()) {
      const cell = sheet?.getRow(index + 2).getCell(3);
      expect({ type: cell?.type, value: cell?.value, format: cell?.numFmt }).toEqual({
        type: ExcelJS.ValueType.String,
        value: name,
        format: '@',
      });
    }
  });
});
