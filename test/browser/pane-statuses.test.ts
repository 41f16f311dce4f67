import { describe, expect } from 'vitest';
import type { FoundTable } from '../../core/sheet/table.ts';
import { textsIn } from '../../locales/index.ts';
import { hardwareCustomers, hardwareItems } from '../../server/samples/hardware-data.ts';
import type { RowStatus } from '../../ui/sheet-session/port.ts';
import { codeOf } from '../host/in-excel-run.ts';
import { itInHost } from '../host/in-host.ts';
import { cellsFromRows, type SheetData } from '../host/interpreter/workbook-data.ts';
import { CURRENT_EXCEL, type PaneInHost } from '../host/open-pane.ts';
import { expectFit } from './expect-fit.ts';
import { checkAsClerk, itAtWork, press, readyOrders, waitForText } from './pane-at-work.ts';
import { excelPort, headings } from './pane-sheet-port.ts';

const found = (sheet = 'Orders', bottom = 3): FoundTable => ({
  sheet,
  role: 'orders',
  area: { top: 0, left: 0, bottom, right: 1 },
  headerRow: 0,
  columns: [],
  confidence: 1,
});
const cells = cellsFromRows([
  ['Order', 'Item'],
  ['1', 'A'],
  ['2', 'B'],
  ['3', 'C'],
]);
const tables = [{ name: 'T', address: 'A1:B4' }];
const rows: readonly RowStatus[] = [
  { row: 1, number: 'SO-1', text: 'In review' },
  { row: 3, number: 'SO-3', text: 'Void', next: 'Print', promised: '2026-12-03' },
];

const sheetOf = async (pane: PaneInHost, wanted: string): Promise<SheetData> =>
  (await pane.snapshot()).sheets.find(({ name }) => name === wanted) ?? expect.fail(`no sheet ${wanted}`);
const valuesIn = ({ cells }: SheetData, area: RegExp) =>
  Object.fromEntries(Object.entries(cells).flatMap(([at, { value }]) => (area.test(at) ? [[at, value]] : [])));
/** Where a filter of the sheet stands. */
const filteredArea = (pane: PaneInHost) =>
  pane.page.evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Orders').autoFilter.getRange().load('address');
      await context.sync();
      return range.address;
    }),
  );

describe('statuses of two lists of orders side by side', () => {
  itInHost('stand beside their own, or nowhere', async ({ openPane }) => {
    const beside = { H1: { value: 'Order' }, I1: { value: 'Item' }, H2: { value: '7' }, I2: { value: 'G' } };
    const near = { D1: { value: 'Order' }, E1: { value: 'Item' }, D2: { value: '7' }, E2: { value: 'G' } };
    const pane = await openPane({
      sheets: [
        { name: 'Orders', cells: { ...cells, ...beside } },
        { name: 'Near', cells: { ...cells, ...near } },
      ],
    });
    const port = await excelPort(pane);
    const right = { ...found(), area: { top: 0, left: 7, bottom: 1, right: 8 } };
    expect(await port.writeStatuses(right, [{ row: 1, number: 'SO-7', text: 'Posted' }])).toBe('written');
    expect(await port.writeStatuses(found(), rows, { before: 7 })).toBe('written');
    expect(valuesIn(await sheetOf(pane, 'Orders'), /^(C|J)[12]$/)).toEqual({
      C1: headings.number,
      C2: 'SO-1',
      J1: headings.number,
      J2: 'SO-7',
    });
    expect(await port.writeStatuses(found('Near'), rows, { before: 3 })).toBe('no-room');
    expect((await sheetOf(pane, 'Near')).cells).toEqual({ ...cells, ...near });
  });
});

describe('statuses of rows that were read a while ago', () => {
  const text = { numberFormat: '@' };
  const own = {
    C1: { value: headings.number },
    D1: { value: headings.status },
    C2: text,
    D2: text,
    C4: text,
    D4: text,
  };
  const seen = [
    { row: 0, cells: ['Order', 'Item'].map((value, column) => ({ column, value })) },
    ...rows.map(({ row }) => ({ row, cells: [{ column: 0, value: String(row) }] })),
  ];

  itInHost(
    'go into no other row, nor beside other headings, and text cells take them as they are',
    async ({ openPane }) => {
      const pane = await openPane({ sheets: [{ name: 'Orders', cells: { ...cells, ...own } }] });
      const port = await excelPort(pane);
      await port.applyFixes([{ sheet: 'Orders', cell: 'A4', row: 3, column: 0, value: '2' }], { overFormulas: false });
      const withOrders = { seen, orders: [[1, 3]] };
      expect(await port.writeStatuses(found(), rows, withOrders)).toEqual({ moved: [3, 1] });
      expect(valuesIn(await sheetOf(pane, 'Orders'), /^[CD][234]/)).toEqual({});
      expect(await port.writeStatuses(found(), rows, { seen })).toEqual({ moved: [3] });
      const number = 'SO-202611-00042';
      expect(await port.writeStatuses(found(), [{ row: 1, number, text: 'Part shipped 3' }], { seen: [] })).toBe(
        'written',
      );
      expect(valuesIn(await sheetOf(pane, 'Orders'), /^[CD][234]/)).toEqual({ C2: number, D2: 'Part shipped 3' });

      const before = await sheetOf(pane, 'Orders');
      const other = [{ row: 0, cells: [{ column: 1, value: 'Quantity' }] }];
      expect(await port.writeStatuses(found(), rows, { seen: other })).toEqual({ moved: [1, 3] });
      expect(await sheetOf(pane, 'Orders')).toEqual(before);
    },
  );
});

describe('statuses beside a list that sorts and filters', () => {
  itInHost('are columns of the Excel table, and stay with their orders', async ({ openPane }) => {
    const before = { ...cells, C1: { value: headings.number }, C2: { value: 'SO-1' } };
    const pane = await openPane({
      sheets: [
        { name: 'Orders', cells, tables },
        // Of an earlier day, when they were left outside.
        { name: 'Earlier', cells: before, tables: [{ name: 'E', address: 'A1:B4' }] },
      ],
    });
    const port = await excelPort(pane);
    for (const sheet of ['Orders', 'Earlier']) expect(await port.writeStatuses(found(sheet), rows)).toBe('written');
    for (const sheet of ['Orders', 'Earlier'])
      expect((await sheetOf(pane, sheet)).tables).toMatchObject([{ address: 'A1:F4' }]);
    expect(valuesIn(await sheetOf(pane, 'Orders'), /^[C-F]/)).toEqual({
      C1: headings.number,
      D1: headings.status,
      E1: headings.nextStep,
      F1: headings.promisedDate,
      C2: 'SO-1',
      D2: 'In review',
      C4: 'SO-3',
      D4: 'Void',
      E4: 'Print',
      F4: 46_359,
    });
    // The table as its arrow sorts it, and written once more: nothing is added, nothing stands beside another order.
    const [list] = (await sheetOf(pane, 'Orders')).tables;
    await pane.sort('Orders', list?.address.replace('A1', 'A2') ?? '', 0, { descending: true });
    await port.writeStatuses(found(), [{ row: 1, number: 'SO-3', text: 'Posted' }]);
    const sorted = await sheetOf(pane, 'Orders');
    expect(valuesIn(sorted, /^[ACDF][24]/)).toEqual({
      A2: '3',
      C2: 'SO-3',
      D2: 'Posted',
      F2: 46_359,
      A4: '1',
      C4: 'SO-1',
      D4: 'In review',
    });
    expect(sorted.tables).toMatchObject([{ address: 'A1:F4' }]);
    expect(valuesIn(sorted, /^[G-Z]/)).toEqual({});
    const [grid] = await port.readGrids();
    expect('tables' in (grid ?? {}) && grid).toMatchObject({ tables: [{ right: 5 }] });
  });

  itInHost('stay outside where the neighbouring cells are not free, or Excel is older', async ({ openPane }) => {
    const blank = { name: 'B', address: 'C4:D9' };
    const sheets = [
      { name: 'Note', cells: { ...cells, D3: { value: 'call first' } }, tables },
      { name: 'Table', cells: { ...cells, ...{ C4: { value: 'a' }, D4: { value: 'b' } } }, tables: [...tables, blank] },
    ].map((sheet, at) => ({ ...sheet, tables: sheet.tables.map((each) => ({ ...each, name: `${each.name}${at}` })) }));
    const pane = await openPane({ sheets });
    const port = await excelPort(pane);
    for (const sheet of ['Note', 'Table']) await port.writeStatuses(found(sheet), rows);
    for (const sheet of ['Note', 'Table']) {
      const after = await sheetOf(pane, sheet);
      expect(after.tables[0]?.address).toBe('A1:B4');
      expect(valuesIn(after, /^[EF][24]/)).toEqual({ E2: 'SO-1', F2: 'In review', E4: 'SO-3', F4: 'Void' });
    }
    const older = await openPane(
      { sheets: [{ name: 'Orders', cells, tables }] },
      { requirementSets: { ...CURRENT_EXCEL, ExcelApi: '1.12' } },
    );
    await (await excelPort(older)).writeStatuses(found(), rows);
    const after = await sheetOf(older, 'Orders');
    expect([after.tables[0]?.address, after.cells.C2?.value]).toEqual(['A1:B4', 'SO-1']);
  });

  itInHost('are under the arrows of a filter once it hides nothing', async ({ openPane }) => {
    const pane = await openPane({ sheets: [{ name: 'Orders', cells }] });
    const port = await excelPort(pane);
    await pane.filter('Orders', 'A1:B4', 0, ['1', '3']);
    await port.writeStatuses(found(), rows);
    expect((await sheetOf(pane, 'Orders')).hiddenRows).toEqual([3]);
    expect(await filteredArea(pane)).toBe('Orders!A1:B4');
    expect(await codeOf(pane, 'sheet.autoFilter.clearCriteria();')).toBe('done');
    await port.writeStatuses(found(), rows);
    expect(await filteredArea(pane)).toBe('Orders!A1:F4');
    await port.writeStatuses(found(), rows);
    expect(await filteredArea(pane)).toBe('Orders!A1:F4');
  });
});

describe('statuses of many rows', () => {
  const status = (row: number): RowStatus => ({
    row,
    number: `SO-202611-${row}`,
    text: '待评审：信用额度不足',
    next: '请财务部门评审 · 财务',
    promised: '2026-12-03',
  });

  itInHost('go in requests that Excel takes, however they are scattered', async ({ openPane }) => {
    const pane = await openPane({ sheets: [{ name: 'Orders', cells }] });
    const port = await excelPort(pane);
    const spentOn = async (every: number, count: number) => {
      const before = (await pane.batches()).length;
      const many = Array.from({ length: count }, (_, index) => status(1 + index * every));
      await port.writeStatuses(found('Orders', count * every), many);
      const last = await pane.page.evaluate(
        (row) =>
          Excel.run(async (context) => {
            const range = context.workbook.worksheets.getItem('Orders').getRange(`C${row}:F${row}`).load('values');
            await context.sync();
            return range.values[0];
          }),
        2 + (count - 1) * every,
      );
      expect(last).toEqual([many.at(-1)?.number, many.at(-1)?.text, many.at(-1)?.next, 46_359]);
      const spent = (await pane.batches()).slice(before);
      expect(spent.filter(({ error }) => error)).toEqual([]);
      return {
        largest: Math.max(...spent.map(({ requestBytes }) => requestBytes)),
        bytes: spent.reduce((sum, { requestBytes }) => sum + requestBytes, 0),
        requests: spent.length,
      };
    };
    // Beside every second row: what lies between is left as it is, within the same range.
    const every = await spentOn(2, 3000);
    expect(every.bytes).toBeLessThan(2_000_000);
    expect(every.requests).toBeLessThan(8);
    // One after the other, more than a request holds; and so far apart that each is a range of its own.
    for (const [gap, count] of [
      [1, 40_000],
      [100, 2500],
    ] as const) {
      const spent = await spentOn(gap, count);
      expect(spent.bytes).toBeGreaterThan(4_000_000);
      expect(spent.largest).toBeLessThanOrEqual(4_000_000);
      expect(spent.requests).toBeLessThan(16);
    }
  });

  itInHost('leave what stands between them, formulas too', async ({ openPane }) => {
    const between = { D3: { value: 7, formula: '=3+4' }, C3: { value: 'SO-2' }, D1: { value: headings.status } };
    const own = { ...cells, ...between, C1: { value: headings.number } };
    const pane = await openPane({ sheets: [{ name: 'Orders', cells: own }] });
    await (await excelPort(pane)).writeStatuses(found(), rows);
    expect((await sheetOf(pane, 'Orders')).cells).toMatchObject({ ...between, D4: { value: 'Void' } });
  });
});

describe('statuses on a protected sheet', () => {
  itAtWork('are left out and named, the others are written, and the answers stay', async ({ openPane, company }) => {
    const t = textsIn('zh-Hans');
    const [customer] = hardwareCustomers;
    const [item] = hardwareItems;
    const [first, ...others] = company.workbook.sheets;
    if (!customer || !item || !first) throw new Error('the sample is empty');
    const extra = {
      name: '加单',
      cells: cellsFromRows([
        ['订单号', '客户', '下单日期', '货号', '品名', '规格', '单位', '数量', '单价', '交期'],
        [
          'X-1',
          customer.name,
          46_346,
          item.code,
          item.name,
          item.specification,
          item.unit,
          5,
          Number(item.price),
          46_359,
        ],
      ]),
    };
    const pane = await openPane(
      { ...company.workbook, sheets: [{ ...first, protected: true }, ...others, extra] },
      { url: company.paneUrl, language: 'zh-CN' },
    );
    const { page } = pane;
    await checkAsClerk(pane, t);
    await press(page, `③ ${t('screens:pane.step.post')}`);
    const ready = await readyOrders(page);
    await press(page, t('screens:post.button', { count: ready }));
    await waitForText(page, t('screens:error.protected-statuses.what', { sheets: first.name }));
    await waitForText(page, t('screens:error.protected-statuses.todo'));
    await waitForText(page, t('screens:post.already', { count: ready }));
    await expectFit(page);
    const shot = process.env.COUNTERSIGN_PICTURES;
    if (shot) await page.screenshot({ path: `${shot}/statuses-protected.png` });
    const { orders } = await (await company.as('order-desk')).call('orders', { query: {} });
    const number = orders.find(({ key }) => key === 'X-1')?.number;
    expect((await sheetOf(pane, '加单')).cells.K2?.value).toBe(number);
    expect((await sheetOf(pane, first.name)).cells).toEqual(first.cells);
    // Unprotected, as the pane said: one click writes what is missing.
    await page.evaluate((name) => {
      return Excel.run(async (context) => {
        context.workbook.worksheets.getItem(name).protection.unprotect();
        await context.sync();
      });
    }, first.name);
    await press(page, t('screens:pane.refresh', { count: ready - 1 }));
    await expect
      .poll(async () => Object.values((await sheetOf(pane, first.name)).cells).map(({ value }) => value))
      .toEqual(
        expect.arrayContaining(
          orders
            .filter(({ key }) => key !== 'X-1')
            .map((order) => order.number)
            .slice(0, 1),
        ),
      );
  });
});
