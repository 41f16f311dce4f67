import { vi } from 'vitest';
import type { CellValue } from '../../../core/sheet/grid.ts';
import { checked, givenServer, givenSession, orderSheet } from './given.ts';

/** A checked sheet, and somebody else at the same workbook: nothing he does is told. */
export async function givenWithOthers(server = givenServer(), sheet = orderSheet()) {
  const parts = givenSession({ server, sheet });
  const { session, port } = parts;
  await session.check();
  const checkedNow = () => checked(session);
  const { writeStatuses } = port;
  const cellAt = (row: number, column: number): CellValue => port.view.sheets[0]?.values[row]?.[column] ?? null;
  return {
    ...parts,
    checked: checkedNow,
    cellAt,
    findingAt: (cell: string) => checkedNow().findings.filter((finding) => finding.cell === cell),
    type: (row: number, column: number, value: number | string) =>
      port.applyFixes([{ sheet: '订单', row, column, cell: '', value }], { overFormulas: true }),
    statuses: vi.spyOn(port, 'writeStatuses'),
    writeStatuses,
    /** The first two orders change places. */
    swap: () => {
      const [, first = [], second = []] = port.view.sheets[0]?.values ?? [];
      const rowsNow = [second, first];
      const fixes = rowsNow.flatMap((cells, down) =>
        cells.map((value, column) => ({
          sheet: '订单',
          row: 1 + down,
          column,
          cell: '',
          value: value as string | number,
        })),
      );
      return port.applyFixes(fixes, { overFormulas: true });
    },
    /** What the last writing left beside the rows, by the orders that stand in them. */
    numbersBeside: () =>
      Object.fromEntries(
        port.view.statuses.flatMap(({ rows }) => rows.map(({ row, number }) => [cellAt(row, 0), number])),
      ),
  };
}
