import type { ParsedBatch, ParsedOrder } from '../sheet/parsed-order.ts';
import type { CheckResult } from './check.ts';
import type { Finding } from './finding.ts';
import type { BookNeeded } from './missing-books.ts';
import { rowName } from './place.ts';

/**
 * What posting would not take although it is sound here: the workbook's own books may know a customer, an item or a price
 * that the published ones don't, and the server judges by those.
 */
export interface TurnedAway {
  /** Not published yet: until then no order is taken. */
  readonly missing: readonly BookNeeded[];
  /** Why, order by order. */
  readonly orders: ReadonlyMap<ParsedOrder, readonly Finding[]>;
}

/** What the server said of the rows when it was asked. */
export interface ServerCheck {
  readonly findings: readonly Finding[];
  readonly missing: readonly BookNeeded[];
}

export const noneTurnedAway: TurnedAway = { missing: [], orders: new Map() };

export function turnedAway({ orders }: CheckResult, { tables }: ParsedBatch, answered: ServerCheck): TurnedAway {
  const errors = answered.findings.filter(({ severity }) => severity === 'error');
  const byRow = Map.groupBy(
    errors.filter(({ order }) => order !== null),
    rowName,
  );
  const ofTables = errors.filter(({ order }) => order === null);
  const against = ({ lines }: ParsedOrder): readonly Finding[] => [
    ...ofTables.filter((finding) => lines.some(({ table }) => isHeaderOf(finding, tables[table]))),
    ...lines.flatMap(({ table, row }) => byRow.get(rowName({ sheet: '', ...tables[table], row })) ?? []),
  ];
  const sound = orders.filter(({ checked }) => checked !== null);
  return {
    missing: answered.missing,
    orders: new Map(
      sound.flatMap(({ order }) => {
        const said = against(order);
        return said.length > 0 ? [[order, said] as const] : [];
      }),
    ),
  };
}

const isHeaderOf = (finding: Finding, table: ParsedBatch['tables'][number] | undefined): boolean =>
  table !== undefined &&
  finding.file === table.file &&
  finding.sheet === table.sheet &&
  finding.row === table.headerRow;
