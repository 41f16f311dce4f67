import { areaName, parseArea, splitSheetName } from './address.ts';
import { invalidArgument } from './errors.ts';
import { type Argument, type ObjectModel, textArgument } from './host-object.ts';
import type { SheetModel } from './sheet-model.ts';

export interface OneCell {
  readonly sheet: SheetModel;
  readonly address: string;
}

/** The one cell that a comment or a note is for: a range object, or an address; without a sheet's name on the first of `sheets`. */
export function oneCell({ book }: ObjectModel, sheets: () => SheetModel[], cell: Argument): OneCell {
  const address = typeof cell === 'string' ? cell : addressOfRange(cell);
  const { sheet: name, cells } = splitSheetName(address);
  const sheet = name === undefined ? sheets()[0] : book.findSheet(name);
  const area = parseArea(cells);
  if (sheet === undefined || area?.rows !== 1 || area.columns !== 1) throw invalidArgument('One cell is needed here.');
  return { sheet, address: areaName(area) };
}

function addressOfRange(cell: Argument): string {
  const range = cell as { get?: { address?: () => string } } | null | undefined;
  return textArgument(range?.get?.address?.());
}
