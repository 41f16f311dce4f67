import { describe, expect } from 'vitest';
import type { FoundTable } from '../../core/sheet/table.ts';
import { openWorkbook } from '../../desk/workbook/opened-workbook.ts';
import { type RowStatus, type SheetPort, type StatusField, statusCells } from '../../ui/sheet-session/port.ts';
import { itInHost, type OpenPane } from '../host/in-host.ts';
import { excelPort, headings, sheetInputOf, wholeGrid } from './pane-sheet-port.ts';

/** Headings in B3:C3, three rows below them; the first two are one order. */
const orders = wholeGrid('订单', [
  ['订单号', '货号'],
  ['1001', 'F-50'],
  ['1001', 'B-10'],
  ['1002', 'F-50'],
]);
const table: FoundTable = {
  sheet: '订单',
  role: 'orders',
  area: { top: 2, left: 1, bottom: 5, right: 2 },
  headerRow: 2,
  columns: [],
  confidence: 1,
};
const seen = orders.values.map((cells, at) => ({
  row: 2 + at,
  cells: cells.map((value, column) => ({ column: 1 + column, value })),
}));
const whole = [[3, 4], [5]];
const postedIn = (row: number, number: string): RowStatus => ({ row, number, text: 'In review', next: 'Review' });
const posted = [postedIn(3, 'SO-1'), postedIn(4, 'SO-1'), postedIn(5, 'SO-2')];

/** What stands beside each row, without what is empty. */
type Beside = Readonly<Record<number, Partial<Record<StatusField, string>>>>;
interface Opened {
  readonly port: SheetPort;
  beside(): Promise<Beside>;
}
const adapters: readonly [string, (openPane: OpenPane) => Promise<Opened>][] = [
  ['Excel', inExcel],
  ['an opened file', async () => inMemory()],
];

async function inExcel(openPane: OpenPane): Promise<Opened> {
  const pane = await openPane({ sheets: [sheetInputOf(orders)] });
  const fieldOf = new Map(Object.entries(headings).map(([field, heading]) => [heading, field]));
  return {
    port: await excelPort(pane),
    async beside() {
      const cells = Object.entries((await pane.snapshot()).sheets[0]?.cells ?? {});
      const fields = new Map(
        cells.flatMap(([at, { value }]) => {
          const field = fieldOf.get(String(value));
          return field === undefined ? [] : [[at.charAt(0), field]];
        }),
      );
      const found: Record<number, Record<string, string>> = {};
      for (const [at, { value }] of cells) {
        const [field, row] = [fields.get(at.charAt(0)), Number(at.slice(1)) - 1];
        if (field === undefined || row === table.headerRow || value === undefined || value === '') continue;
        found[row] = { ...found[row], [field]: String(value) };
      }
      return found;
    },
  };
}

function inMemory(): Opened {
  const port = openWorkbook('orders.xlsx', [orders]);
  return {
    port,
    beside: async () =>
      Object.fromEntries(
        port.view.statuses
          .flatMap(({ rows }) => rows)
          .map((status) => [
            status.row,
            Object.fromEntries(Object.entries(statusCells(status)).filter(([, text]) => text !== '')),
          ]),
      ),
  };
}

const inReview = (number: string) => ({ number, status: 'In review', nextStep: 'Review' });

describe.each(adapters)('statuses over %s', (_name, open) => {
  itInHost('stand beside their rows; what is said of no more stays, what is said empty goes', async ({ openPane }) => {
    const { port, beside } = await open(openPane);
    const write = (rows: readonly RowStatus[]) => port.writeStatuses(table, rows, { seen, orders: whole });
    expect(await write(posted)).toBe('written');
    expect(await beside()).toEqual({ 3: inReview('SO-1'), 4: inReview('SO-1'), 5: inReview('SO-2') });
    expect(await write([{ row: 5, number: null, text: 'To confirm' }])).toBe('written');
    expect(await beside()).toMatchObject({
      3: inReview('SO-1'),
      5: { number: 'SO-2', status: 'To confirm', nextStep: 'Review' },
    });
    expect(await write([3, 4].map((row) => ({ row, number: '', text: '', next: '' })))).toBe('written');
    expect(Object.keys(await beside())).toEqual(['5']);
  });

  itInHost('go beside all rows of an order or none, and no rows but those that were seen', async ({ openPane }) => {
    const { port, beside } = await open(openPane);
    const fix = { sheet: '订单', cell: 'C5', row: 4, column: 2, value: 'X-99' };
    await port.applyFixes([fix], { overFormulas: false });
    const written = await port.writeStatuses(table, posted, { seen, orders: whole });
    expect(written).toEqual({ moved: expect.arrayContaining([3, 4]) });
    expect(await beside()).toEqual({ 5: inReview('SO-2') });
  });

  itInHost('go nowhere where the headings are others by now', async ({ openPane }) => {
    const { port, beside } = await open(openPane);
    const fix = { sheet: '订单', cell: 'C3', row: 2, column: 2, value: '数量' };
    await port.applyFixes([fix], { overFormulas: false });
    expect(await port.writeStatuses(table, posted, { seen, orders: whole })).toEqual({ moved: [3, 4, 5] });
    expect(await beside()).toEqual({});
  });
});
