import { WorkbookProtected } from '../../ui/sheet-session/in-the-way.ts';

/** Lower case, as Excel compares them. @throws WorkbookProtected when none can be added. */
export async function sheetNames(context: Excel.RequestContext): Promise<Set<string>> {
  const { worksheets, protection } = context.workbook;
  worksheets.load('items/name');
  protection.load('protected');
  await context.sync();
  if (protection.protected) throw new WorkbookProtected();
  return new Set(worksheets.items.map(({ name }) => name.toLowerCase()));
}

/** "Orders", "Orders (2)" …: as Excel itself names a copy. It is then taken, too. */
export function freeName(wished: string, taken: Set<string>): string {
  let name = wished;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${wished} (${number})`;
  taken.add(name.toLowerCase());
  return name;
}
