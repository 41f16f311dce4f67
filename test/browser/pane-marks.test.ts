import { describe, expect } from 'vitest';
import { openWorkbook } from '../../desk/workbook/opened-workbook.ts';
import type { CellMark, SheetPort } from '../../ui/sheet-session/port.ts';
import { itInHost, type OpenPane } from '../host/in-host.ts';
import type { SheetInput } from '../host/interpreter/workbook-data.ts';
import { cellsFromRows } from '../host/interpreter/workbook-data.ts';
import { CURRENT_EXCEL, type PaneInHost } from '../host/open-pane.ts';
import { excelPort, sheetInputOf, wholeGrid } from './pane-sheet-port.ts';

const orders = wholeGrid('订单', [
  ['货号', '数量'],
  ['F-50', 10],
  ['B-10', 100],
]);
const markAt = (row: number, column: number, severity: CellMark['severity'], sheet = '订单'): CellMark => ({
  sheet,
  row,
  column,
  severity,
  text: `${severity} ${row}/${column}`,
});

interface Marked {
  readonly port: SheetPort;
  /** The marked cells of the orders, with how grave they are. */
  readonly seen: () => Promise<Record<string, string>>;
}
const adapters: readonly [string, (openPane: OpenPane) => Promise<Marked>][] = [
  [
    'Excel',
    async (openPane) => {
      const pane = await openPane({ sheets: [sheetInputOf(orders)] });
      return { port: await excelPort(pane), seen: async () => coloured(await sheetOf(pane, '订单')) };
    },
  ],
  [
    'an opened file',
    async () => {
      const port = openWorkbook('orders.xlsx', [orders]);
      const name = ({ row, column }: CellMark) => `${'ABCDE'.charAt(column)}${row + 1}`;
      return {
        port,
        seen: async () => Object.fromEntries(port.view.marks.map((mark) => [name(mark), mark.severity])),
      };
    },
  ],
];

const sheetOf = async (pane: PaneInHost, name: string) => {
  const sheet = (await pane.snapshot()).sheets.find((each) => each.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
};
/** Address by address; runs of cells are taken apart. */
function coloured({ conditionalFormats }: Pick<SheetInput, 'conditionalFormats'>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { address, formula } of conditionalFormats ?? []) {
    const severity = /countersign (\w+)/.exec(formula)?.[1];
    if (severity === undefined) continue;
    for (const area of address.split(',')) {
      const [, column = '', first = '', last = first] = /^([A-Z]+)(\d+)(?::[A-Z]+(\d+))?$/.exec(area) ?? [];
      for (let row = Number(first); row <= Number(last); row += 1) found[`${column}${row}`] = severity;
    }
  }
  return found;
}

describe.each(adapters)('marks over %s', (_name, open) => {
  itInHost('stand at their cells, which keep what they hold', async ({ openPane }) => {
    const { port, seen } = await open(openPane);
    const marks = [markAt(3, 1, 'error'), markAt(4, 1, 'error'), markAt(4, 2, 'warning'), markAt(3, 2, 'info')];
    expect((await port.mark(marks)).protectedSheets).toEqual([]);
    expect(await seen()).toEqual({ B4: 'error', B5: 'error', C5: 'warning', C4: 'info' });
    expect(await port.readGrids()).toEqual([orders]);
  });

  itInHost('give way to the next ones, and to none', async ({ openPane }) => {
    const { port, seen } = await open(openPane);
    await port.mark([markAt(3, 1, 'error'), markAt(4, 2, 'warning')]);
    await port.mark([markAt(4, 2, 'error')]);
    expect(await seen()).toEqual({ C5: 'error' });
    await port.clearMarks();
    expect(await seen()).toEqual({});
  });

  itInHost('pass over a sheet that is gone', async ({ openPane }) => {
    const { port, seen } = await open(openPane);
    await port.mark([markAt(3, 1, 'error', 'gone'), markAt(3, 1, 'error')]);
    expect(await seen()).toEqual({ B4: 'error' });
  });
});

describe('marks in Excel', () => {
  const cells = {
    ...cellsFromRows([
      ['Order', 'Item', 'Quantity'],
      ['1', 'A', 5],
      ['2', 'B', 6],
    ]),
    A2: { value: '1', format: { 'fill.color': '#FF0000', 'font.strikethrough': true } },
  };
  /** What a clerk has on a sheet of his own. */
  const hers: SheetInput = {
    name: 'Orders',
    cells,
    tables: [{ name: 'T', address: 'A1:C3' }],
    hiddenRows: [3],
    conditionalFormats: [
      { address: 'A2:C3', formula: '=$C2>5', fill: '#00FF00' },
      { address: 'B2', formula: '=LEN("countersign error")>1', fill: '#00FF00' },
    ],
    notes: [
      { address: 'A2', content: 'urgent, call first' },
      { address: 'C3', content: '— 回签 Countersign' },
    ],
  };
  const marks = [markAt(1, 0, 'error', 'Orders'), markAt(2, 1, 'warning', 'Orders')];

  itInHost('take nothing of the clerk’s, and leave the workbook as it was', async ({ openPane }) => {
    const pane = await openPane({ sheets: [hers, { name: 'Other', cells }] });
    const before = await pane.snapshot();
    const port = await excelPort(pane);
    expect(await port.mark(marks)).toEqual({ protectedSheets: [], withoutText: 1 }); // A2 has a note
    const sheet = await sheetOf(pane, 'Orders');
    expect(sheet.cells).toEqual(before.sheets[0]?.cells);
    expect(sheet.notes).toMatchObject([
      ...(hers.notes ?? []),
      { address: 'B3', content: expect.stringMatching(/^warning 2\/1\n— 回签 Countersign · \w{3}$/) },
    ]);
    expect(sheet.conditionalFormats.slice(2)).toEqual(hers.conditionalFormats); // the newest come first
    expect(coloured({ conditionalFormats: sheet.conditionalFormats.slice(0, 2) })).toEqual({
      A2: 'error',
      B3: 'warning',
    });
    await port.clearMarks();
    expect(await pane.snapshot()).toEqual(before);
  });

  itInHost('are known again when the pane comes back', async ({ openPane }) => {
    const pane = await openPane({ sheets: [hers] });
    const before = await pane.snapshot();
    await (await excelPort(pane)).mark(marks);
    const again = await openPane(await pane.snapshot());
    await (await excelPort(again)).clearMarks();
    expect(await again.snapshot()).toEqual(before);
    expect(before.settings).toEqual({});
  });

  itInHost('leave a note that somebody wrote into', async ({ openPane }) => {
    const pane = await openPane({ sheets: [hers] });
    await (await excelPort(pane)).mark(marks);
    const marked = await pane.snapshot();
    const edited = marked.sheets.map((sheet) => ({
      ...sheet,
      notes: sheet.notes.map((note) =>
        note.address === 'B3' ? { ...note, content: `asked him\n${note.content}` } : note,
      ),
    }));
    const again = await openPane({ ...marked, sheets: edited });
    await (await excelPort(again)).clearMarks();
    expect((await sheetOf(again, 'Orders')).notes).toContainEqual(
      expect.objectContaining({ address: 'B3', content: expect.stringMatching(/^asked him\n/) }),
    );
  });

  itInHost('stay off a protected sheet, which is named, and stand on the others', async ({ openPane }) => {
    const pane = await openPane({
      sheets: [
        { ...hers, protected: true },
        { name: 'Other', cells },
      ],
    });
    const port = await excelPort(pane);
    const { protectedSheets } = await port.mark([...marks, markAt(1, 1, 'error', 'Other')]);
    expect(protectedSheets).toEqual(['Orders']);
    expect(coloured(await sheetOf(pane, 'Other'))).toEqual({ B2: 'error' });
    expect((await sheetOf(pane, 'Orders')).conditionalFormats).toEqual(hers.conditionalFormats);
  });

  itInHost('name the sheet they can’t be taken off because it was protected since', async ({ openPane }) => {
    const pane = await openPane({ sheets: [hers] });
    await (await excelPort(pane)).mark(marks);
    const marked = await pane.snapshot();
    const again = await openPane({ ...marked, sheets: marked.sheets.map((sheet) => ({ ...sheet, protected: true })) });
    expect((await (await excelPort(again)).clearMarks()).protectedSheets).toEqual(['Orders']);
  });

  itInHost('are colours alone where Excel takes no notes', async ({ openPane }) => {
    const older = { requirementSets: { ...CURRENT_EXCEL, ExcelApi: '1.17' } };
    const pane = await openPane({ sheets: [{ name: 'Orders', cells }] }, older);
    const port = await excelPort(pane);
    expect(await port.mark(marks)).toEqual({ protectedSheets: [], withoutText: 2 });
    const { notes, comments } = await sheetOf(pane, 'Orders');
    expect([notes, comments]).toEqual([[], []]);
  });

  itInHost('wait while a cell is being edited', async ({ openPane }) => {
    const pane = await openPane({ sheets: [{ name: 'Orders', cells }] });
    const port = await excelPort(pane);
    await pane.setEditing(true);
    const marking = port.mark(marks);
    await pane.setEditing(false);
    expect((await marking).protectedSheets).toEqual([]);
    expect(coloured(await sheetOf(pane, 'Orders'))).toEqual({ A2: 'error', B3: 'warning' });
  });

  itInHost('of 2,000 scattered findings cost little', async ({ openPane }) => {
    const pane = await openPane({ sheets: [{ name: 'Orders', cells }] });
    const port = await excelPort(pane);
    const many = Array.from({ length: 2000 }, (_, index) => ({
      ...markAt(1 + index * 7, index % 13, (['error', 'warning', 'info'] as const)[index % 3] ?? 'info', 'Orders'),
      text: '单价 11.80 与价目表 12.50 不符，折扣 5.6 % 超出您的权限 3 %。'.repeat(2),
    }));
    const before = (await pane.batches()).length;
    await port.mark(many);
    await port.mark(many.slice(1));
    await port.clearMarks();
    const spent = (await pane.batches()).slice(before);
    expect(spent.length).toBeLessThanOrEqual(20);
    expect(spent.reduce((sum, { requestBytes }) => sum + requestBytes, 0)).toBeLessThanOrEqual(2_000_000);
    expect(spent.filter(({ error }) => error)).toEqual([]);
    expect((await sheetOf(pane, 'Orders')).conditionalFormats).toEqual([]);
  });
});
