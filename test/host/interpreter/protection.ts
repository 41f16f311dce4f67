import { type Area, isUnbounded } from './address.ts';
import { accessDenied, HostError, invalidArgument } from './errors.ts';
import { dataArgument, type HostObject } from './host-object.ts';
import type { Json } from './protocol.ts';
import type { SheetModel } from './sheet-model.ts';

/** What a protected sheet may still allow, by Excel's names; by default none of it. */
const ALLOWANCES = [
  'allowAutoFilter',
  'allowDeleteColumns',
  'allowDeleteRows',
  'allowEditObjects',
  'allowEditScenarios',
  'allowFormatCells',
  'allowFormatColumns',
  'allowFormatRows',
  'allowInsertColumns',
  'allowInsertHyperlinks',
  'allowInsertRows',
  'allowPivotTables',
  'allowSort',
] as const;
export type Allowance = (typeof ALLOWANCES)[number];

/** @throws AccessDenied when the sheet is protected and its protection does not allow this. */
export function checkAllowed(sheet: SheetModel, allowance: Allowance): void {
  if (sheet.protected && sheet.protectionOptions[allowance] !== true) throw accessDenied();
}

/** @throws AccessDenied when one of these cells is locked; all are until somebody unlocks them. */
export function checkUnlocked(sheet: SheetModel, area: Area): void {
  if (!sheet.protected) return;
  if (isUnbounded(area)) throw accessDenied();
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    for (let column = area.column; column < area.column + area.columns; column += 1) {
      if (sheet.cell(row, column)?.format?.['protection.locked'] !== false) throw accessDenied();
    }
  }
}

/** Excel.WorksheetProtection. */
export const protectionObject = (sheet: SheetModel): HostObject => ({
  type: 'WorksheetProtection',
  get: {
    protected: () => sheet.protected,
    options: () => ({
      ...Object.fromEntries(ALLOWANCES.map((name) => [name, sheet.protectionOptions[name] ?? false])),
      selectionMode: sheet.protectionOptions.selectionMode ?? 'Normal',
    }),
  },
  call: {
    protect: (options, password) => {
      if (sheet.protected) throw new HostError('InvalidOperation', 'The sheet is protected already.');
      sheet.protectionOptions = checkedOptions(dataArgument(options));
      sheet.password = typeof password === 'string' ? password : undefined;
      sheet.protected = true;
      return undefined;
    },
    unprotect: (password) => {
      if (sheet.password !== undefined && sheet.password !== password) throw accessDenied();
      sheet.protected = false;
      sheet.password = undefined;
      return undefined;
    },
  },
});

function checkedOptions(options: Json): Record<string, Json> {
  if (options === null) return {};
  if (typeof options !== 'object' || Array.isArray(options)) throw invalidArgument('Name what is allowed.');
  const known: readonly string[] = [...ALLOWANCES, 'selectionMode'];
  const unknown = Object.keys(options).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw invalidArgument(`No such permission: ${unknown.join(', ')}`);
  return options;
}
