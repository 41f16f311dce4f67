import { isBlank, valueAt } from './cells.ts';
import type { Field, TableRole } from './fields.ts';
import { fields } from './fields.ts';
import type { Header } from './find-headers.ts';
import type { RawTable } from './find-tables.ts';
import type { Area, Grid } from './grid.ts';
import { headingParts, matchHeading } from './headings.ts';
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
 * first, then a column that holds something, then the surest heading, then the most typical word, then the leftmost; what
 * is left over stays not understood.
 */
export function mapColumns<Role extends TableRole>(
  { header, area }: RawTable,
  grid: Grid,
  role: Role,
  choices: readonly ColumnChoice[],
): readonly MappedColumn<Role>[] {
  const candidates: Candidate<Role>[] = [];
  const refused = new Set<number>();
  const seen = new Map<string, number>();
  for (let column = area.left; column <= area.right; column++) {
    const heading = header.headings[column - header.left] ?? '';
    const nth = seen.get(heading) ?? 0;
    seen.set(heading, nth + 1);
    const choice = choices.find((made) => made.heading === heading && (made.nth ?? 0) === nth);
    if (choice && (choice.field === null || !(choice.field in fields[role]))) refused.add(column);
    else if (choice)
      candidates.push({ column, field: choice.field as Field<Role>, confidence: 1, reason: 'user', order: -1 });
    else candidates.push(...byHeading(role, heading, column));
  }
  const first = (a: Candidate<Role>, b: Candidate<Role>): number => a.order - b.order || a.column - b.column;
  const holds = ({ reason, column }: Candidate<Role>): boolean =>
    reason === 'user' || !isBlankColumn(grid, header, area, column);
  const given = new Map<number, Candidate<Role>>();
  for (const rivals of Map.groupBy(named(candidates), ({ field }) => field).values()) {
    const ranked = rivals.toSorted(first).slice(0, mostRivals);
    const chosen = ranked.find(holds) ?? (ranked[0] as Candidate<Role>);
    given.set(chosen.column, chosen);
  }

  const columns: MappedColumn<Role>[] = [];
  for (let column = area.left; column <= area.right; column++) {
    const heading = header.headings[column - header.left] ?? '';
    const found = given.get(column);
    const { unit, tax } = headingParts(heading);
    columns.push({
      column,
      heading,
      field: found?.field ?? null,
      confidence: found?.confidence ?? 0,
      reason: found?.reason ?? (refused.has(column) ? 'user' : 'unknown'),
      ...(unit && { unit }),
      ...(tax && { tax }),
    });
  }
  return columns;
}

/** A short name stands beside a name; where it is the only one it is the name. */
function named<Role extends TableRole>(candidates: readonly Candidate<Role>[]): readonly Candidate<Role>[] {
  if (candidates.some(({ field }) => field === 'customerName')) return candidates;
  return candidates.map((candidate) =>
    candidate.field === 'shortName' && candidate.reason === 'heading'
      ? { ...candidate, field: 'customerName' as Field<Role> }
      : candidate,
  );
}

function byHeading<Role extends TableRole>(role: Role, heading: string, column: number): Candidate<Role>[] {
  const match = matchHeading(role, heading);
  if (!match) return [];
  // 未税单价 gives way to 含税单价, whatever their order.
  const untaxed = headingParts(heading).tax === 'excluded' ? 1000 : 0;
  return [{ column, ...match, reason: 'heading', order: (1 - match.confidence) * 10_000 + untaxed + match.rank }];
}

/** A sheet may have 16,384 columns and call all of them alike. */
const mostRivals = 20;

/** Of two columns for one thing the empty one is a left-over of the template. */
function isBlankColumn(grid: Grid, header: Header, area: Area, column: number): boolean {
  for (let row = header.bottom + 1; row <= area.bottom; row++) if (!isBlank(valueAt(grid, row, column))) return false;
  return true;
}

/** Zero-based sheet column of each understood field. */
export const fieldColumns = <Role extends TableRole>(
  columns: readonly MappedColumn<Role>[],
): { readonly [F in Field<Role>]?: number } =>
  Object.fromEntries(columns.flatMap(({ field, column }) => (field === null ? [] : [[field, column]]))) as {
    [F in Field<Role>]?: number;
  };
