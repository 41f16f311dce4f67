/**
 * One conversation with Excel. While a cell is being edited every call would fail (office-js 625): wait until the user is
 * done typing.
 */
export const inExcel = <Answer>(work: (context: Excel.RequestContext) => Promise<Answer>): Promise<Answer> =>
  Excel.run({ delayForCellEdit: true }, work);

/** Whether this Excel knows the API set; what needs a newer one is left out, never attempted. */
export const excelHas = (version: string): boolean => Office.context.requirements.isSetSupported('ExcelApi', version);
