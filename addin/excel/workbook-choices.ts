import type { Choice } from '../../core/sheet/table.ts';
import { readChoices, withChoice } from '../../ui/sheet-session/choices.ts';
import { inExcel } from './in-excel.ts';
import { addParts, partsIn, removeParts } from './workbook-parts.ts';

const namespace = 'urn:countersign:choices';
/** A setting, where earlier versions kept them. It stays: taking it away would empty Excel's undo list. */
const olderKey = 'countersign.columns';

/** What travels with the workbook: the columns and tables a user corrected once, and what he said of struck rows. */
export async function storedChoices(): Promise<readonly Choice[]> {
  const parts = await partsIn(namespace);
  // Two who edit the file at once may each have left one.
  if (parts.length > 0) return parts.flatMap(({ content }) => readChoices(content)).reduce(withChoice, []);
  return parseChoices(await olderSetting());
}

/** The new stands in the file before the old goes. */
export async function storeChoices(choices: readonly Choice[]): Promise<void> {
  const old = await partsIn(namespace);
  await addParts([{ namespace, name: 'choices', content: choices }]);
  if (old.length > 0) await removeParts(old);
}

const olderSetting = (): Promise<unknown> =>
  inExcel(async (context) => {
    const setting = context.workbook.settings.getItemOrNullObject(olderKey);
    setting.load('value');
    await context.sync();
    return setting.isNullObject ? null : setting.value;
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
