import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellValue, Grid } from '../../../core/sheet/grid.ts';
import { ordersOf } from '../../../core/sheet/orders.ts';
import { skippedRows } from '../../../core/sheet/skipped-rows.ts';
import type { ParsedSheets } from '../../../core/sheet/table.ts';
import { understandSheets } from '../../../core/sheet/understand.ts';
import { gridOf } from './grid-of.ts';

/** A column of an order sheet: its heading and what a row may say in it. */
interface Column {
  readonly heading: string;
  readonly cell: fc.Arbitrary<CellValue>;
}
const perhaps = (cell: fc.Arbitrary<CellValue>) => fc.option(cell, { freq: 6 });
const needed: readonly Column[] = [
  { heading: '订单号', cell: fc.constantFrom('S-1', 'S-2', '007') },
  { heading: '客户名称', cell: perhaps(fc.constantFrom('甲公司', 'Ever Bright')) },
  { heading: '货号', cell: fc.constantFrom('A-1', 'B 2', '00123', 4711) },
  {
    heading: '订购数量',
    cell: perhaps(fc.oneof(fc.integer({ min: -9, max: 999 }), fc.constantFrom('5000件', '3箱×24', 'abc'))),
  },
];
const welcome: readonly Column[] = [
  { heading: '品名', cell: perhaps(fc.constantFrom('螺栓', 'Hex bolt M8')) },
  { heading: '单价（元）', cell: perhaps(fc.oneof(fc.integer({ min: 1, max: 99 }), fc.constantFrom('￥5', '#N/A'))) },
  { heading: '交货日期*', cell: perhaps(fc.constantFrom('2026-12-01', '等通知', '20261205')) },
  { heading: '备注', cell: perhaps(fc.constantFrom('急', '请核对总数')) },
  { heading: '没人懂的列', cell: perhaps(fc.constantFrom('x', 1)) },
];

/** Rows as people leave them half filled: any cell may be missing, and some say nothing but whose they are. */
const sparse: readonly Column[] = needed.map(({ heading, cell }) => ({
  heading,
  cell: fc.option(cell, { freq: heading === '货号' || heading === '订购数量' ? 1 : 3 }),
}));

/** Between the rows: nothing, an empty formatted row, a total of no named item. */
const fillers = fc.constantFrom<readonly CellValue[] | null>(
  null,
  null,
  null,
  [],
  ['', ' '],
  ['合计', null, null, 9999],
);

interface Sheet {
  readonly header: readonly string[];
  readonly lines: readonly { readonly cells: readonly CellValue[]; readonly filler: readonly CellValue[] | null }[];
  readonly above: readonly (readonly CellValue[])[];
}
const sheetsWith = (always: readonly Column[]): fc.Arbitrary<Sheet> =>
  fc.shuffledSubarray([...welcome]).chain((some) => {
    const columns = [...always, ...some];
    return fc.record({
      header: fc.constant(columns.map(({ heading }) => heading)),
      lines: fc.array(fc.record({ cells: fc.tuple(...columns.map(({ cell }) => cell)), filler: fillers }), {
        minLength: 1,
        maxLength: 8,
      }),
      above: fc.constantFrom([], [['2026年11月订单']], [['2026年11月订单'], []], [['客户：某某', '单号：Z-1']]),
    });
  });

const sheets = sheetsWith(needed);

const rowsOf = ({ header, lines, above }: Sheet): (readonly CellValue[])[] => [
  ...above,
  header,
  ...lines.flatMap(({ cells, filler }) => (filler ? [cells, filler] : [cells])),
];
const shuffled = (of: number) =>
  fc.shuffledSubarray(
    Array.from({ length: of }, (_, at) => at),
    { minLength: of },
  );
const isBlank = (row: readonly CellValue[]) =>
  row.every((cell) => cell === null || (typeof cell === 'string' && cell.trim() === ''));

/** What was understood, without where it stands. */
const meaning = (understood: ParsedSheets) =>
  understood.orders.map(({ rows }) =>
    rows.map(({ values, unreadable, said }) => ({
      values,
      said,
      unreadable: unreadable.map(({ field, raw }) => [field, raw]).sort(),
    })),
  );

const whose = ['订单号', '客户名称'];
/** A column without a meaning is named as such once, whatever its rows say. */
const goesOn = [...whose, '没人懂的列'];

describe('whatever order sheet comes', () => {
  it('every row that says something is read or passed over with a reason, exactly once', () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        const rows = rowsOf(sheet);
        const { orders } = understandSheets([gridOf(rows)]);
        expect(orders).toHaveLength(1);
        const told = orders
          .flatMap(({ rows, skipped }) => [...rows, ...skipped].map(({ row }) => row))
          .sort((a, b) => a - b);
        const filled = rows.flatMap((cells, at) => (at > sheet.above.length && !isBlank(cells) ? [at] : []));
        expect(told).toEqual(filled);
        const ordered = sheet.lines.length;
        expect(orders[0]?.rows).toHaveLength(ordered);
      }),
    );
  });

  it('a half-filled row orders something, says whose the rows below are, or is passed over with a reason', () => {
    fc.assert(
      fc.property(sheetsWith(sparse), (sheet) => {
        const rows = rowsOf(sheet);
        const understood = understandSheets([gridOf(rows)]);
        fc.pre(understood.orders.length === 1);
        const ordered = ordersOf(understood).orders.flatMap(({ lines }) => lines.map(({ row }) => row));
        const told = [...ordered, ...skippedRows(understood).map(({ row }) => row)];
        expect(new Set(told).size).toBe(told.length);
        // Behind a gap a row may be a table of its own, which is told as one.
        const isApart = (row: number) => understood.unknown?.some(({ area }) => row >= area.top && row <= area.bottom);
        const untold = rows.flatMap((cells, at) =>
          at > sheet.above.length && !isBlank(cells) && !told.includes(at) && !isApart(at) ? [at] : [],
        );
        const blank = (row: number, heading: string) => isBlank([rows[row]?.[sheet.header.indexOf(heading)] ?? null]);
        for (const row of untold) {
          expect(sheet.header.filter((heading) => !blank(row, heading) && !goesOn.includes(heading))).toEqual([]);
          const next = Math.min(...ordered.filter((other) => other > row));
          expect(whose.some((heading) => blank(next, heading))).toBe(true);
        }
      }),
    );
  });

  it('it means the same in whatever order its columns stand', () => {
    fc.assert(
      fc.property(
        sheets.chain((sheet) => fc.tuple(fc.constant(sheet), shuffled(sheet.header.length))),
        ([sheet, order]) => {
          const moved = {
            ...sheet,
            header: order.map((at) => sheet.header[at] ?? ''),
            lines: sheet.lines.map(({ cells }) => ({ cells: order.map((at) => cells[at] ?? null), filler: null })),
          };
          const still = { ...sheet, lines: sheet.lines.map(({ cells }) => ({ cells, filler: null })) };
          expect(meaning(understandSheets([gridOf(rowsOf(moved))]))).toEqual(
            meaning(understandSheets([gridOf(rowsOf(still))])),
          );
        },
      ),
    );
  });

  it('it means the same wherever it stands on its sheet', () => {
    fc.assert(
      fc.property(sheets, fc.nat(40), fc.nat(30), (sheet, row, column) => {
        const grid = gridOf(rowsOf(sheet));
        const within = gridOf([
          ...Array.from({ length: row }, () => []),
          ...rowsOf(sheet).map((cells) => [...Array.from({ length: column }, () => null), ...cells]),
          [],
          [null, ''],
        ]);
        const alone = meaning(understandSheets([grid]));
        expect(meaning(understandSheets([{ ...grid, row, column }]))).toEqual(alone);
        expect(meaning(understandSheets([within]))).toEqual(alone);
      }),
    );
  });

  it('two sheets mean together what each means alone', () => {
    fc.assert(
      fc.property(sheets, sheets, (a, b) => {
        const [one, other] = [gridOf(rowsOf(a), { sheet: 'a' }), gridOf(rowsOf(b), { sheet: 'b' })];
        const [sure, doubted] = [understandSheets([one]), understandSheets([other])];
        const together = understandSheets([one, other]);
        expect(together.tables).toEqual([...sure.tables, ...doubted.tables]);
        expect(meaning(together)).toEqual([...meaning(sure), ...meaning(doubted)]);
      }),
    );
  });

  it('every row read stands in one order, once', () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        const understood = understandSheets([gridOf(rowsOf(sheet))]);
        const lines = ordersOf(understood).orders.flatMap(({ lines }) => lines.map(({ row }) => row));
        expect(lines.sort((a, b) => a - b)).toEqual(
          understood.orders.flatMap(({ rows }) => rows.map(({ row }) => row)),
        );
      }),
    );
  });
});

it('nothing on any sheet makes it fail, and what it says of one is the same twice', () => {
  const cell = fc.oneof(
    fc.constantFrom<CellValue>(null, '订单号', '数量', '品名', '库存', '单价', '合计', '#N/A', true, ''),
    fc.string({ maxLength: 8 }),
    fc.double(),
  );
  const grid = fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 12 }).map((rows): Grid => gridOf(rows));
  fc.assert(
    fc.property(grid, (any) => {
      expect(understandSheets([any])).toEqual(understandSheets([any]));
    }),
    { numRuns: 300 },
  );
});
