import { describe, expect } from 'vitest';
import type { FoundTable } from '../../core/sheet/table.ts';
import { itInHost } from '../host/in-host.ts';
import { cellsFromRows } from '../host/interpreter/workbook-data.ts';
import { excelPort, headings } from './pane-sheet-port.ts';

describe('statuses in Excel', () => {
  const table = (columns: FoundTable['columns'] = []): FoundTable => ({
    sheet: 'Orders',
    role: 'orders',
    area: { top: 0, left: 0, bottom: 3, right: 1 },
    headerRow: 0,
    columns,
    confidence: 1,
  });
  const rows = [
    { row: 1, number: 'SO-202611-00001', text: 'In review' },
    { row: 3, number: null, text: 'Not posted: 1 finding' },
  ];
  const cells = cellsFromRows([
    ['Order', 'Item'],
    ['1', 'A'],
    ['2', 'B'],
    ['3', 'C'],
  ]);
  const inColumns = (sheet: { cells: Record<string, { value?: unknown }> } | undefined, columns: string) =>
    Object.fromEntries(
      Object.entries(sheet?.cells ?? {})
        .filter(([address]) => columns.includes(address.charAt(0)))
        .map(([address, { value }]) => [address, value]),
    );

  itInHost(
    'stand right beside the table, in one set of columns however often they are written',
    async ({ openPane }) => {
      const pane = await openPane({ sheets: [{ name: 'Orders', cells }] });
      const port = await excelPort(pane);
      await port.writeStatuses(table(), rows);
      await port.writeStatuses(table(), [{ row: 1, number: 'SO-202611-00001', text: 'To confirm' }]);
      const [sheet] = (await pane.snapshot()).sheets;
      expect(inColumns(sheet, 'CDEF')).toEqual({
        C1: headings.number,
        D1: headings.status,
        E1: headings.nextStep,
        F1: headings.promisedDate,
        C2: 'SO-202611-00001',
        D2: 'To confirm',
        D4: 'Not posted: 1 finding',
      });
    },
  );

  itInHost('say the next step and the promised day, a date, where these are known', async ({ openPane }) => {
    const pane = await openPane({ sheets: [{ name: 'Orders', cells }] });
    const port = await excelPort(pane);
    const known = { number: 'SO-202611-00001', text: 'To ship', next: 'Ship goods · Shipper', promised: '2026-12-03' };
    await port.writeStatuses(table(), [{ row: 1, ...known }]);
    await port.writeStatuses(table(), [
      { row: 2, number: 'SO-202611-00002', text: 'In review', next: '', promised: '' },
    ]);
    await port.writeStatuses(table(), [{ row: 1, number: 'SO-202611-00001', text: 'Part shipped' }]);
    const [sheet] = (await pane.snapshot()).sheets;
    expect(inColumns(sheet, 'DEFGHI')).toEqual({
      D1: headings.status,
      E1: headings.nextStep,
      F1: headings.promisedDate,
      D2: 'Part shipped',
      D3: 'In review',
      E2: 'Ship goods · Shipper',
      F2: 46_359,
    });
    expect(sheet?.cells.F2?.numberFormat).toBe('yyyy-mm-dd');
  });

  itInHost('are coloured by what they say, once, until the marks are cleared', async ({ openPane }) => {
    const own = { address: 'A2:D4', formula: '=$A2="1"', fill: '#00FF00' };
    const plain = { name: 'Orders', cells, conditionalFormats: [own] };
    const asTable = { ...plain, name: 'Table', tables: [{ name: 'T', address: 'A1:B4' }] };
    const pane = await openPane({ sheets: [plain, asTable] });
    const port = await excelPort(pane);
    for (const sheet of ['Orders', 'Table', 'Orders', 'Table']) await port.writeStatuses({ ...table(), sheet }, rows);
    await port.mark([]); // of a check without findings
    for (const { conditionalFormats } of (await pane.snapshot()).sheets) {
      const ours = conditionalFormats.filter(({ formula }) => formula.includes('"countersign '));
      expect(ours.map(({ address }) => address)).toEqual(Array.from({ length: 5 }, () => 'D2:D4'));
      expect(new Set(ours.map(({ fill }) => fill)).size).toBe(5);
      expect(ours.find(({ formula }) => formula.includes('|In review|'))).toMatchObject({
        formula: expect.stringMatching(/^=ISNUMBER\(FIND\("\|"&\$D2&"\|","countersign brand\|.*\|"\)\)$/),
        fontColor: expect.stringMatching(/^#/),
      });
      expect(conditionalFormats).toContainEqual(own);
    }
    await port.clearMarks();
    for (const { conditionalFormats } of (await pane.snapshot()).sheets) expect(conditionalFormats).toEqual([own]);
  });

  itInHost('keep the colours of words in another language', async ({ openPane }) => {
    const formula = '=ISNUMBER(FIND("|"&$D2&"|","countersign danger|作废|已取消|"))';
    const conditionalFormats = [{ address: 'D2:D3', formula, fill: '#FADCDF' }];
    const pane = await openPane({ sheets: [{ name: 'Orders', cells, conditionalFormats }] });
    await (await excelPort(pane)).writeStatuses(table(), rows);
    const [sheet] = (await pane.snapshot()).sheets;
    expect(sheet?.conditionalFormats.map((format) => format.formula)).toContain(
      '=ISNUMBER(FIND("|"&$D2&"|","countersign danger|Void|Cancelled|作废|已取消|"))',
    );
    expect(sheet?.conditionalFormats).toHaveLength(5);
  });

  itInHost('go right of everything where the neighbouring cells are taken', async ({ openPane }) => {
    const note = { D3: { value: 'call first' } };
    const pane = await openPane({ sheets: [{ name: 'Orders', cells: { ...cells, ...note } }] });
    await (await excelPort(pane)).writeStatuses(table(), rows);
    const [sheet] = (await pane.snapshot()).sheets;
    expect(inColumns(sheet, 'CDEF')).toMatchObject({ D3: 'call first', E1: headings.number, F1: headings.status });
  });

  itInHost('use the columns the table has', async ({ openPane }) => {
    const pane = await openPane({ sheets: [{ name: 'Orders', cells }] });
    const own = { column: 1, heading: '回签状态', field: 'status', confidence: 1, reason: 'heading' } as const;
    await (await excelPort(pane)).writeStatuses(table([own]), rows);
    const [sheet] = (await pane.snapshot()).sheets;
    expect(inColumns(sheet, 'BCD')).toMatchObject({ B2: 'In review', C1: headings.number, C2: 'SO-202611-00001' });
  });

  itInHost('cost a handful of requests, not one a row', async ({ openPane }) => {
    const pane = await openPane({ sheets: [{ name: 'Orders', cells }] });
    const port = await excelPort(pane);
    const before = (await pane.batches()).length;
    const many = Array.from({ length: 2000 }, (_, row) => ({
      row: row + 1,
      number: `SO-202611-${row}`,
      text: 'In review',
    }));
    await port.writeStatuses({ ...table(), area: { top: 0, left: 0, bottom: 2000, right: 1 } }, many);
    expect((await pane.batches()).length - before).toBeLessThan(6);
  });
});
