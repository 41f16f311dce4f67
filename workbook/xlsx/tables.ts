import type { Grid, NamedArea } from '../../core/sheet/grid.ts';
import { parseArea } from './address.ts';
import { relationshipsOf, type SheetPart, type XlsxPackage } from './package.ts';
import { readXml } from './xml.ts';

/** As much of a table as has headings above and filled rows beside it: a file may claim the whole sheet for it. */
function withinGrid(table: NamedArea, values: Grid['values']): readonly NamedArea[] {
  const bottom = Math.min(table.bottom, values.length - 1);
  const right = Math.min(table.right, (values[table.top]?.length ?? 0) - 1);
  return table.top <= bottom && table.left <= right ? [{ ...table, bottom, right }] : [];
}

/** Excel tables (ListObjects) are parts of their own; one without header row tells us nothing. */
export function tablesOf(
  { bytes, entries }: XlsxPackage,
  { path }: SheetPart,
  values: Grid['values'],
): readonly NamedArea[] {
  const tables = relationshipsOf(bytes, entries, path).flatMap(({ type, target }): NamedArea[] => {
    const entry = type === 'table' ? entries.get(target) : undefined;
    if (!entry) return [];
    const found: NamedArea[] = [];
    readXml(bytes, entry, {
      open: (tag, { displayName, name = displayName, ref, headerRowCount }) => {
        const area = tag === 'table' && headerRowCount !== '0' ? parseArea(ref ?? '') : null;
        if (area) found.push({ name: name ?? '', ...area });
      },
    });
    return found;
  });
  return tables.flatMap((table) => withinGrid(table, values));
}
