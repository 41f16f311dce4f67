import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkOrders } from '../../../core/check/check.ts';
import { checkCodes } from '../../../core/check/codes.ts';
import { contextOf, type Given } from '../../../core/check/context.ts';
import type { Finding } from '../../../core/check/finding.ts';
import type { Rule } from '../../../core/check/rule.ts';
import { enoughStock } from '../../../core/check/rules/enough-stock.ts';
import { rules } from '../../../core/check/rules.ts';
import { runRules } from '../../../core/check/run-rules.ts';
import { cellName } from '../../../core/sheet/grid.ts';
import type { ParsedBatch, ParsedLine } from '../../../core/sheet/parsed-order.ts';
import { add, compare, type Decimal, subtract } from '../../../core/value/decimal.ts';
import { batches, givens } from './arbitraries.ts';
import { checkWith, decimal } from './given.ts';

const found = (batch: ParsedBatch, given: Given, some: readonly Rule[] = rules): readonly Finding[] =>
  runRules(some, contextOf(batch, given)).map(({ finding }) => finding);
const ofScope = (...scopes: readonly Rule['scope'][]) => rules.filter(({ scope }) => scopes.includes(scope));
/** Numbers to sort by, so that a shuffle shrinks to none. */
const keys = fc.array(fc.nat(9), { minLength: 40, maxLength: 40 });
const shuffled = <Value>(values: readonly Value[], by: readonly number[]): Value[] =>
  values
    .map((value, at) => ({ value, key: by[at] ?? 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value);

const linesOf = ({ orders }: ParsedBatch): readonly ParsedLine[] => orders.flatMap(({ lines }) => lines);
/** Without rows, orders have no place in a batch. */
const withLines = (batch: ParsedBatch, keep: (line: ParsedLine, at: number) => boolean): ParsedBatch => {
  const kept = new Set(linesOf(batch).filter(keep));
  const orders = batch.orders.map((order) => ({ ...order, lines: order.lines.filter((line) => kept.has(line)) }));
  return { ...batch, orders: orders.filter(({ lines }) => lines.length > 0) };
};
/** Those about these rows. */
const about = (lines: readonly ParsedLine[], { tables }: ParsedBatch) => {
  const rows = new Set(lines.map(({ table, row }) => `${tables[table]?.sheet} ${row}`));
  return ({ sheet, row }: Finding): boolean => rows.has(`${sheet} ${row}`);
};

describe('what is found', () => {
  it('is the same twice', () => {
    fc.assert(
      fc.property(batches, givens, (batch, given) => {
        expect(checkOrders({ batch, ...given })).toEqual(checkOrders({ batch, ...given }));
      }),
    );
  });

  it('is the same in whatever order the rules stand', () => {
    fc.assert(
      fc.property(
        batches,
        givens,
        fc.shuffledSubarray([...rules], { minLength: rules.length }),
        (batch, given, other) => {
          expect(found(batch, given, other)).toEqual(found(batch, given));
        },
      ),
    );
  });

  it('is the same in whatever order rows are handed over: only where they stand in the sheet counts', () => {
    fc.assert(
      fc.property(batches, givens, keys, (batch, given, by) => {
        const orders = batch.orders.map((order) => ({ ...order, lines: shuffled(order.lines, by) }));
        expect(found({ ...batch, orders: shuffled(orders, by) }, given)).toEqual(found(batch, given));
      }),
    );
  });

  it('moves with its row, from rules that look at nothing else', () => {
    fc.assert(
      fc.property(batches, givens, keys, (batch, given, by) => {
        const rows = linesOf(batch).map(({ row }) => row);
        const moved = new Map(shuffled(rows, by).map((row, at) => [row, rows[at] ?? 0]));
        const elsewhere = batch.orders.map((order) => ({
          ...order,
          lines: order.lines.map((line) => ({
            ...line,
            row: [...moved].find(([, from]) => from === line.row)?.[0] ?? 0,
          })),
        }));
        const movedBack = found({ ...batch, orders: elsewhere }, given, ofScope('row')).map((finding) =>
          unplaced(finding, moved.get(finding.row) ?? finding.row),
        );
        const inPlace = found(batch, given, ofScope('row')).map((finding) => unplaced(finding, finding.row));
        expect(movedBack.sort()).toEqual(inPlace.sort());
      }),
    );
  });

  it('in some of the orders is what all of them show of these, from rules that look at no more than an order', () => {
    fc.assert(
      fc.property(batches, givens, fc.nat(15), (batch, given, chosen) => {
        const orders = batch.orders.filter((_, at) => chosen & (1 << at));
        const part = { ...batch, orders };
        const isOfPart = about(linesOf(part), batch);
        expect(found(part, given, ofScope('row', 'order')).filter(isOfPart)).toEqual(
          found(batch, given, ofScope('row', 'order')).filter(isOfPart),
        );
      }),
    );
  });

  it('in some of the rows is what all of them show of these, from rules that look at no more than a row', () => {
    fc.assert(
      fc.property(batches, givens, keys, (batch, given, by) => {
        const part = withLines(batch, (_, at) => (by[at] ?? 0) < 5);
        const isOfPart = about(linesOf(part), batch);
        expect(found(part, given, ofScope('row')).filter(isOfPart)).toEqual(
          found(batch, given, ofScope('row')).filter(isOfPart),
        );
      }),
    );
  });
});

/** A finding without its place, as text: what it says of the row that stood at `row`. */
function unplaced({ cell: _cell, fix, choices, ...finding }: Finding, row: number): string {
  const nowhere = { cell: '', row: 0 };
  return JSON.stringify({
    ...finding,
    row,
    fix: fix && { ...fix, ...nowhere },
    choices: choices?.map((choice) => ({ ...choice, ...nowhere })),
  });
}

describe('a finding', () => {
  const everyFinding = (judge: (finding: Finding, rule: Rule, batch: ParsedBatch) => void): void =>
    fc.assert(
      fc.property(batches, givens, (batch, given) => {
        for (const rule of rules) for (const finding of found(batch, given, [rule])) judge(finding, rule, batch);
      }),
    );

  it('has a code its rule has announced, in the severity of that code', () => {
    everyFinding(({ code, severity }, rule) => {
      expect([...rule.codes, 'check.not-run']).toContain(code);
      expect(severity).toBe(checkCodes[code].severity);
    });
  });

  it('stands in a cell of its table: a row that orders, the header, or a total', () => {
    everyFinding(({ cell, column, file, row, sheet }, _, batch) => {
      const at = batch.tables.findIndex((table) => table.sheet === sheet && table.file === file);
      const table = batch.tables[at];
      const lines = linesOf(batch).filter((line) => line.table === at);
      const totals = (batch.totals ?? []).filter((total) => total.table === at);
      expect(cell).toBe(cellName(row, column));
      expect([table?.headerRow, ...[...lines, ...totals].map((line) => line.row)]).toContain(row);
      const unreadable = lines.flatMap((line) => line.unreadable ?? []).map((one) => one.column);
      expect([...Object.values(table?.columns ?? {}), ...unreadable]).toContain(column);
    });
  });

  it('mends or offers something in its own row only, and something else than stands there', () => {
    everyFinding(({ actual, choices = [], fix, row, sheet, ...finding }) => {
      if (fix) expect([fix.sheet, fix.cell, fix.row]).toEqual([sheet, finding.cell, row]);
      // Where the unit was wrong, the same number without its word is something else.
      if (fix && actual && actual.kind !== 'text' && !finding.code.endsWith('unit-differs'))
        expect(String(fix.value)).not.toBe(actual.value);
      for (const choice of choices) {
        expect([choice.sheet, choice.row]).toEqual([sheet, row]);
        expect(choice.label).not.toBe('');
      }
    });
  });

  it('is made once: no rule says the same of one cell twice', () => {
    fc.assert(
      fc.property(batches, givens, (batch, given) => {
        const said = found(batch, given).map(({ sheet, cell, code, data }) =>
          [sheet, cell, code, data?.rule, data?.field].join(),
        );
        expect(said).toEqual([...new Set(said)]);
      }),
    );
  });
});

it('an order is checked exactly when neither it nor its sheet has an error', () => {
  fc.assert(
    fc.property(batches, givens, (batch, given) => {
      const { findings, orders } = checkOrders({ batch, ...given });
      for (const { checked, findings: own, order } of orders) {
        const sheets = order.lines.map(({ table }) => batch.tables[table]?.sheet);
        const ofSheet = findings.filter(
          (finding) => finding.order === null && sheets.includes(finding.sheet) && isHead(finding, batch),
        );
        expect(checked === null).toBe([...own, ...ofSheet].some(({ severity }) => severity === 'error'));
      }
    }),
  );
});

const isHead = ({ row, sheet }: Finding, { tables }: ParsedBatch): boolean =>
  tables.some((table) => table.sheet === sheet && table.headerRow === row);

it('never promises a piece of stock twice', () => {
  const wanting = fc.array(
    fc.record({ key: fc.constantFrom('1', '2', '3'), quantity: fc.integer({ min: 1, max: 30 }) }),
    { maxLength: 25 },
  );
  fc.assert(
    fc.property(wanting, fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 40 }), (wants, onHand, open) => {
      const given = wants.map(({ key, quantity }) => ({ key, quantity: decimal(String(quantity)) }));
      const openDemand = [{ orderNumber: 'SO-1', itemCode: 'A-1', quantity: String(open) }];
      const { findings } = checkWith([enoughStock], given, { stock: { 'A-1': String(onHand) }, openDemand });
      const short = new Map(findings.map(({ row: at, data }) => [at, data?.short as Decimal]));
      let promised = decimal('0');
      given.forEach(({ quantity }, index) => {
        promised = add(promised, subtract(quantity, short.get(index + 1) ?? decimal('0')));
      });
      const free = decimal(String(Math.max(0, onHand - open)));
      const wanted = given.reduce((sum, { quantity }) => add(sum, quantity), decimal('0'));
      // All that is there is promised, and nothing more.
      expect(promised).toBe(compare(wanted, free) < 0 ? wanted : free);
    }),
  );
});
