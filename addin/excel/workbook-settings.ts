import type { ColumnChoice } from '../../core/sheet/table.ts';
import { inExcel } from './in-excel.ts';

/**
 * What travels with the workbook: the columns a user corrected once. Never a token: whoever gets the file would have it.
 * Written only when the user changed something, because it empties Excel's undo list (office-js 3141).
 */
const choicesKey = 'countersign.columns';

export const readChoices = (): Promise<readonly ColumnChoice[]> =>
  inExcel(async (context) => {
    const setting = context.workbook.settings.getItemOrNullObject(choicesKey);
    setting.load('value');
    await context.sync();
    return setting.isNullObject ? [] : parseChoices(setting.value);
  });

export const writeChoices = (choices: readonly ColumnChoice[]): Promise<void> =>
  inExcel(async (context) => {
    context.workbook.settings.add(choicesKey, JSON.stringify(choices));
    await context.sync();
  });

/** The workbook comes from anywhere: what isn't a list of choices is ignored as if nothing had been chosen. */
export function parseChoices(value: unknown): readonly ColumnChoice[] {
  if (typeof value !== 'string') return [];
  let parsed: unknown;
  try {
    parsed = JSON.parse(value);
  } catch {
    return [];
  }
  return Array.isArray(parsed) ? parsed.filter(isChoice) : [];
}

const isChoice = (value: unknown): value is ColumnChoice => {
  const choice = value as Partial<Record<keyof ColumnChoice, unknown>> | null;
  return (
    typeof choice === 'object' &&
    choice !== null &&
    typeof choice.sheet === 'string' &&
    typeof choice.heading === 'string' &&
    (choice.field === null || typeof choice.field === 'string')
  );
};
