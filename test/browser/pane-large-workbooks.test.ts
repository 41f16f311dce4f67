import { describe, expect } from 'vitest';
import type { CellValue } from '../../core/sheet/grid.ts';
import { itInHost, type OpenPane } from '../host/in-host.ts';
import { type CellData, cellsFromRows, type SheetInput } from '../host/interpreter/workbook-data.ts';
import { excelPort } from './pane-sheet-port.ts';

describe('a large workbook in Excel', () => {
  const limit = 4_000_000;
  const read = async (openPane: OpenPane, sheets: readonly SheetInput[]) => {
    const pane = await openPane({ sheets });
    const port = await excelPort(pane);
    const before = (await pane.batches()).length;
    const grids = await port.readGrids();
    const batches = (await pane.batches()).slice(before);
    return { pane, port, grids, batches, largest: Math.max(...batches.map(({ answerBytes }) => answerBytes)) };
  };
  const rows = (count: number, row: (index: number) => readonly CellValue[]) =>
    Array.from({ length: count }, (_, index) => row(index));

  itInHost('is read in few conversations, none of them large', async ({ openPane }) => {
    const orders = rows(20_000, (row) => [
      `SO-${row}`,
      '华东精密机械有限公司上海分公司',
      `货号-${row % 977}`,
      '不锈钢对焊法兰 DN50 PN16 带颈 316L',
      row,
      12.5,
      row * 12.5,
      46_351,
      ...Array.from({ length: 7 }, (_, column) => `备注 ${row}/${column}`),
    ]);
    const cells: Record<string, CellData> = cellsFromRows(orders);
    for (let row = 1; row <= 20_000; row += 1) cells[`G${row}`] = { value: row, formula: `=E${row}*F${row}*(1-0.05)` };
    for (let row = 100; row <= 20_000; row += 100)
      for (const column of 'CE')
        cells[`${column}${row}`] = { ...cells[`${column}${row}`], format: { 'font.strikethrough': true } };
    const prices = cellsFromRows(rows(5000, (row) => [`货号-${row}`, '不锈钢对焊法兰', row / 100]));
    const { port, pane, grids, batches, largest } = await read(openPane, [
      { name: '订单', cells },
      { name: '价格', cells: prices },
    ]);
    expect(batches.length).toBeLessThanOrEqual(8); // with what was chosen of the columns, and which rows are struck through: ten
    expect(largest).toBeLessThanOrEqual(limit);
    expect(batches.filter(({ error }) => error)).toEqual([]);
    expect(grids[0]?.values.length).toBe(20_000);
    expect(grids[0]?.values.at(-1)?.slice(0, 6)).toEqual(orders.at(-1)?.slice(0, 6));
    expect(grids[0]?.formulas?.map((line) => line[6])).toEqual(
      rows(20_000, (row) => [`=E${row + 1}*F${row + 1}*(1-0.05)`]).flat(),
    );
    expect(grids[1]?.values).toHaveLength(5000);
    expect(grids[1]?.struck).toEqual([]);

    const before = (await pane.batches()).length;
    const spans = grids[0]?.struckAmong ?? [];
    const struck = await port.readStruck(
      [2, 4].flatMap((column) => spans.map((span) => ({ sheet: '订单', column, ...span }))),
    );
    expect(struck.map((each) => [each.column, each.rows.length, each.rows[0]])).toEqual([
      [2, 200, 99],
      [4, 200, 99],
    ]);
    const looked = (await pane.batches()).slice(before);
    expect(looked).toHaveLength(1);
    expect(looked[0]?.answerBytes).toBeLessThanOrEqual(limit);
  });

  itInHost('is read whole although later rows hold far more than the first', async ({ openPane }) => {
    const uneven = rows(4000, (row) => [row, row < 1500 ? 'x' : 'long '.repeat(500)]);
    const { grids, batches } = await read(openPane, [{ name: 'Orders', cells: cellsFromRows(uneven) }]);
    expect(batches.map(({ error }) => error)).toContain('ResponsePayloadSizeLimitExceeded');
    expect(grids[0]?.values).toEqual(uneven);
  });

  itInHost('keeps each of many scattered formulas', async ({ openPane }) => {
    const cells: Record<string, CellData> = {};
    for (let row = 1; row <= 1200; row += 1)
      cells[`B${row}`] = row % 2 === 0 ? { value: row, formula: `=A${row}` } : { value: row };
    const { grids } = await read(openPane, [{ name: 'Orders', cells }]);
    const odd = (row: number) => row % 2 === 1;
    expect(grids[0]?.formulas).toEqual(Array.from({ length: 1200 }, (_, row) => [odd(row) ? `=A${row + 1}` : null]));
  });

  itInHost('keeps the formulas of a protected sheet', async ({ openPane }) => {
    const cells = { A1: { value: 1 }, B1: { value: 2, formula: '=A1*2' } };
    const { grids } = await read(openPane, [{ name: 'Orders', cells, protected: true }]);
    expect(grids[0]?.formulas).toEqual([[null, '=A1*2']]);
  });
});
