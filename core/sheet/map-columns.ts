import type { Field, TableRole } from './fields.ts';
import { fields } from './fields.ts';
import type { RawTable } from './find-tables.ts';
import { type HeadingParts, headingParts, matchHeading } from './headings.ts';
import type { ColumnChoice, MappedColumn } from './table.ts';

interface Candidate<Role extends TableRole> {
  readonly column: number;
  readonly field: Field<Role>;
  readonly confidence: number;
  readonly reason: 'heading' | 'user';
  readonly order: number;
}

/**
 * What each column of a table means if the table has this role. A field is given to one column only: the user's choice
 * first, then the surest heading, then the most typical word, then the leftmost; what is left over stays not understood.
 */
export function mapColumns<Role extends TableRole>(
  { header, area }: RawTable,
  role: Role,
  choices: readonly ColumnChoice[],
): readonly MappedColumn<Role>[] {
  const candidates: Candidate<Role>[] = [];
  const parts: HeadingParts[] = header.headings.map(headingParts);
  for (const [offset, heading] of header.headings.entries()) {
    const column = header.left + offset;
    const choice = choices.find((made) => made.heading === heading);
    if (choice) {
      if (choice.field !== null && choice.field in fields[role])
        candidates.push({ column, field: choice.field as Field<Role>, confidence: 1, reason: 'user', order: -1 });
      continue;
    }
    const match = heading === '' ? null : matchHeading(role, heading);
    if (!match) continue;
    // 未税单价 gives way to 含税单价, whatever their order.
    const untaxed = parts[offset]?.tax === 'excluded' ? 1000 : 0;
    candidates.push({
      column,
      ...match,
      reason: 'heading',
      order: (1 - match.confidence) * 10_000 + untaxed + match.rank,
    });
  }

  const given = new Map<number, Candidate<Role>>();
  const taken = new Set<string>();
  for (const candidate of candidates.toSorted((a, b) => a.order - b.order || a.column - b.column)) {
    if (taken.has(candidate.field)) continue;
    taken.add(candidate.field);
    given.set(candidate.column, candidate);
  }

  const columns: MappedColumn<Role>[] = [];
  for (let column = area.left; column <= area.right; column++) {
    const heading = header.headings[column - header.left] ?? '';
    const found = given.get(column);
    const { unit, tax } = parts[column - header.left] ?? {};
    columns.push({
      column,
      heading,
      field: found?.field ?? null,
      confidence: found?.confidence ?? 0,
      reason: found?.reason ?? 'unknown',
      ...(unit && { unit }),
      ...(tax && { tax }),
    });
  }
  return columns;
}

/** Zero-based sheet column of each understood field. */
export const fieldColumns = <Role extends TableRole>(
  columns: readonly MappedColumn<Role>[],
): { readonly [F in Field<Role>]?: number } =>
  Object.fromEntries(columns.flatMap(({ field, column }) => (field === null ? [] : [[field, column]]))) as {
    [F in Field<Role>]?: number;
  };
