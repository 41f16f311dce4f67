import type { Choice } from '../../core/sheet/table.ts';
import { readChoices } from '../../ui/sheet-session/choices.ts';
import { inExcel } from './in-excel.ts';

/**
 * What travels with the workbook: the columns and tables a user corrected once. Never a token: whoever gets the file would
 * have it. Written only when the user changed something, because it empties Excel's undo list (office-js 3141).
 */
const choicesKey = 'countersign.columns';

export const storedChoices = (): Promise<readonly Choice[]> =>
  inExcel(async (context) => {
    const setting = context.workbook.settings.getItemOrNullObject(choicesKey);
    setting.load('value');
    await context.sync();
    return setting.isNullObject ? [] : parseChoices(setting.value);
  });

export const storeChoices = (choices: readonly Choice[]): Promise<void> =>
  inExcel(async (context) => {
    context.workbook.settings.add(choicesKey, JSON.stringify(choices));
    await context.sync();
  });

/** The workbook comes from anywhere: what isn't JSON is ignored as if nothing had been chosen. */
export function parseChoices(value: unknown): readonly Choice[] {
  if (typeof value !== 'string') return [];
  try {
    return readChoices(JSON.parse(value));
  } catch {
    return [];
  }
}
