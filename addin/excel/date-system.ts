import { inExcel } from './in-excel.ts';

/** 1 January 2000 in a workbook whose days begin with 1904. */
const millenniumIn1904 = 35_064;

/**
 * Whether the workbook counts days from 1904 on. Excel has no member for it, but its own DATE counts as the workbook does;
 * nothing is written for that.
 */
export const countsFrom1904 = (): Promise<boolean> => inExcel(countsFrom1904In);

export async function countsFrom1904In(context: Excel.RequestContext): Promise<boolean> {
  const millennium = context.workbook.functions.date(2000, 1, 1);
  millennium.load('value');
  await context.sync();
  return millennium.value === millenniumIn1904;
}
