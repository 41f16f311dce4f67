import { type CellPlace, cellName } from '../../core/sheet/grid.ts';
import type { FoundTable } from '../../core/sheet/table.ts';
import type { SheetOfFile } from '../../core/sheet/understand.ts';
import { CellsChanged, SheetsProtected } from './in-the-way.ts';
import type { AppliedFix, PlacedFix, SheetPort } from './port.ts';
import { isSameReading, looksOf, rowNow, type SeenCell, type Sighting, seenCell, standsIn } from './rows-now.ts';
import type { SessionMessage } from './transitions.ts';

export interface FixingParts {
  readonly port: SheetPort;
  /** As they were read for the last check; null = nothing was read yet. */
  readonly sheets: () => readonly SheetOfFile[] | null;
  readonly tables: () => readonly FoundTable[];
  /** Cells may hold something else than was read. */
  readonly mayDiffer: () => boolean;
  readonly checkNow: () => Promise<void>;
  readonly tell: (message: SessionMessage) => void;
}

/** Writing into cells that were seen earlier, and taking it back: only where they still hold what they are taken to hold. */
export interface Fixing {
  /** @throws CellsChanged, SheetsProtected naming what was left alone, after all else was written and checked */
  write(fixes: readonly PlacedFix[], overFormulas: boolean): Promise<void>;
  /** @throws the same */
  undo(applied: readonly AppliedFix[]): Promise<void>;
}

export function createFixing({ port, sheets, tables, mayDiffer, checkNow, tell }: FixingParts): Fixing {
  /** By the fix itself: one that waits for an answer about a formula, and one that was written, is found again later. */
  const waiting = new WeakMap<PlacedFix, Sighting>();
  const written = new WeakMap<AppliedFix, Sighting>();

  /** The fixes at the places where their rows are now. */
  async function placedNow(fixes: readonly PlacedFix[]): Promise<Placed<PlacedFix>> {
    const before = sheets();
    if (before === null) return { found: fixes, lost: [] };
    const now = mayDiffer() ? await port.readGrids() : before;
    const isSame = sameAs(now);
    return placed(fixes, (fix) => {
      const sighting = waiting.get(fix) ?? { cell: seenCell(before, tables(), fix), sheets: before };
      const { cell } = sighting;
      const row = rowNow(now, sighting, isSame(sighting.sheets));
      if (row === null) return null;
      const found = { ...seenAt(fix, row, cell), seen: cell.content };
      waiting.set(found, { cell: { ...cell, place: at(fix, row) }, sheets: now });
      return found;
    });
  }

  /** What stands around each fix since: others of the same rows were written with it. */
  function remember(applied: readonly AppliedFix[], formulas: readonly PlacedFix[]) {
    const values = new Map(applied.map(({ fix, after }) => [nameOf(fix), after.value]));
    const since = (fix: PlacedFix, change?: Pick<SeenCell, 'content'>): Sighting | null => {
      const before = waiting.get(fix);
      if (before === undefined) return null;
      const row = before.cell.row
        .filter(({ isFormula }) => !isFormula)
        .map((mark) => {
          const value = values.get(nameOf({ ...fix, column: mark.column }));
          return value === undefined ? mark : { ...mark, value };
        });
      const sighting = { cell: { ...before.cell, ...change, place: fix, row }, sheets: before.sheets };
      const now = sheets();
      // Rows that moved meanwhile are told by the reading before: in the new one nobody knows which of two it is.
      return now !== null && standsIn(now, sighting) ? { ...sighting, sheets: now } : sighting;
    };
    const sightings = applied.flatMap((each) => {
      const sighting = since(each.fix, { content: each.after });
      return sighting === null ? [] : [{ each, sighting }];
    });
    for (const alike of Map.groupBy(sightings, ({ sighting }) => looksOf(sighting.cell)).values())
      for (const { each, sighting } of alike) written.set(each, { ...sighting, hasTwin: alike.length > 1 });
    for (const fix of formulas) {
      const now = since(fix);
      if (now !== null) waiting.set(fix, now);
    }
  }

  return {
    async write(fixes, overFormulas) {
      const mightDiffer = mayDiffer();
      const { found, lost } = await placedNow(lastOfEachCell(fixes));
      const { applied, formulas, changed, protectedSheets, failure } = await port.applyFixes(found, { overFormulas });
      tell({ type: 'fixed', applied, formulas });
      // Before anything else can fail: what was written must be found again.
      remember(applied, formulas);
      if (mightDiffer || applied.length + lost.length + changed.length > 0) {
        await checkNow();
        remember(applied, formulas);
      }
      if (failure !== undefined) throw failure;
      sayWhatWasLeft([...lost, ...changed], protectedSheets);
    },
    async undo(applied) {
      const now = await port.readGrids();
      const isSame = sameAs(now);
      const { found, lost } = placed(applied, (each) => {
        const sighting = written.get(each);
        const row = sighting === undefined ? each.fix.row : rowNow(now, sighting, isSame(sighting.sheets));
        if (row === null) return null;
        return { ...each, fix: sighting ? seenAt(each.fix, row, sighting.cell) : at(each.fix, row) };
      });
      const { changed, protectedSheets } = await port.restore(found);
      // What can't be undone any more doesn't stand in the way of what was done before it; a protected sheet may be opened.
      if (protectedSheets.length === 0) tell({ type: 'undone' });
      await checkNow();
      sayWhatWasLeft(
        [...lost, ...changed].map(({ fix }) => fix),
        protectedSheets,
      );
    },
  };
}

interface Placed<Each> {
  readonly found: readonly Each[];
  /** As they were given: their rows can't be told any more. */
  readonly lost: readonly Each[];
}
function placed<Each>(all: readonly Each[], placeNow: (each: Each) => Each | null): Placed<Each> {
  const found: Each[] = [];
  const lost: Each[] = [];
  for (const each of all) {
    const now = placeNow(each);
    if (now === null) lost.push(each);
    else found.push(now);
  }
  return { found, lost };
}

/** Of one reading is asked once for all the cells that were seen in it. */
function sameAs(now: readonly SheetOfFile[]): (then: readonly SheetOfFile[]) => boolean {
  const known = new Map<readonly SheetOfFile[], boolean>();
  return (then) => {
    const same = known.get(then) ?? isSameReading(then, now);
    known.set(then, same);
    return same;
  };
}

const at = (fix: PlacedFix, row: number): PlacedFix => ({ ...fix, row, cell: cellName(row, fix.column) });

/** Its row is compared once more right before the writing; what a formula gives may change by itself. */
const seenAt = (fix: PlacedFix, row: number, { row: marks }: SeenCell): PlacedFix => ({
  ...at(fix, row),
  seenRow: marks.flatMap(({ column, value, isFormula }) => (isFormula ? [] : [{ column, value }])),
});

const lastOfEachCell = (fixes: readonly PlacedFix[]): readonly PlacedFix[] => [
  ...new Map(fixes.map((fix) => [nameOf(fix), fix])).values(),
];

const nameOf = ({ file, sheet, row, column }: CellPlace): string => JSON.stringify([file, sheet, row, column]);

function sayWhatWasLeft(cells: readonly PlacedFix[], protectedSheets: readonly string[]): void {
  if (cells.length > 0) throw new CellsChanged(cells.map(({ cell }) => cell));
  if (protectedSheets.length > 0) throw new SheetsProtected(protectedSheets, 'cells');
}
