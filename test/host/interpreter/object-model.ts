import type { HostObject, ObjectModel } from './host-object.ts';
import { rangeObject } from './range.ts';
import { rangeAreas } from './range-areas.ts';
import { workbookObject } from './workbook.ts';
import type { WorkbookModel } from './workbook-model.ts';
import { worksheetObject } from './worksheet.ts';

/** Excel's object model over a workbook, from its root. */
export function objectModel(book: WorkbookModel, release: (reference: string) => void): HostObject {
  const model: ObjectModel = {
    book,
    range: (cells) => rangeObject(model, cells),
    rangeAreas: (sheet, areas) => rangeAreas(model, sheet, areas),
    worksheet: (sheet) => worksheetObject(model, sheet),
  };
  return workbookObject(model, release);
}
