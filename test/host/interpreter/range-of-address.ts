import { parseArea, splitSheetName } from './address.ts';
import { invalidArgument } from './errors.ts';
import type { HostObject, ObjectModel } from './host-object.ts';

/** A range by an address that names its sheet. */
export function rangeOfAddress(model: ObjectModel, address: string): HostObject {
  const { sheet: name, cells } = splitSheetName(address);
  const sheet = name === undefined ? model.book.active : model.book.findSheet(name);
  const area = parseArea(cells);
  if (sheet === undefined || area === undefined) {
    throw invalidArgument(`"${address}" is no range of this workbook.`);
  }
  return model.range({ sheet, area });
}
