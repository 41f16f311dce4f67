import { type CellPlace, cellName } from '../../core/sheet/grid.ts';
import type { FoundTable } from '../../core/sheet/table.ts';
import type { SheetOfFile } from '../../core/sheet/understand.ts';
import { CellsChanged } from './changed-meanwhile.ts';
import type { AppliedFix, PlacedFix, SheetPort } from './port.ts';
import { SheetsProtected } from './protected.ts';
import { rowNow, type SeenCell, seenCell } from './rows-now.ts';
import type { SessionMessage } from './state.ts';

export interface FixingParts {
  readonly port: SheetPort;
  /** As they were read for the last check; null = nothing was read yet. */
  readonly sheets: () => readonly SheetOfFile[] | null;
  readonly tables: () => readonly FoundTable[];
  /** Cells may hold something else than was read. */
  readonly isOld: () => boolean;
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

export function createFixing({ port, sheets, tables, isOld, checkNow, tell }: FixingParts): Fixing {
  /** Where each fix was written, with what stands around it since: by that it is found again to be undone. */
  const written = new WeakMap<AppliedFix, SeenCell>();
  const remember = (applied: readonly AppliedFix[], seen: ReadonlyMap<string, SeenCell>) => {
    const now = new Map(applied.map(({ fix, after }) => [nameOf(fix), after.value]));
    for (const each of applied) {
      const { fix, after } = each;
      const before = seen.get(nameOf(fix));
      if (before === undefined) continue;
      const row = before.row.map(({ column, value }) => {
        const fixed = now.get(nameOf({ ...fix, column }));
        return { column, value: fixed === undefined ? value : fixed };
      });
      written.set(each, { place: fix, content: after, row });
    }
  };

  /** The fixes at the places where their rows are now. */
  async function placedNow(fixes: readonly PlacedFix[]) {
    const seen = new Map<string, SeenCell>();
    const before = sheets();
    if (before === null) return { found: fixes, lost: [], seen };
    const now = isOld() ? await port.readGrids() : before;
    const places = placed(fixes, (fix) => {
      const cell = seenCell(before, tables(), fix);
      const row = rowNow(now, cell);
      if (row === null) return null;
      const found = { ...at(fix, row), seen: cell.content };
      seen.set(nameOf(found), cell);
      return found;
    });
    return { ...places, seen };
  }

  return {
    async write(fixes, overFormulas) {
      const { found, lost, seen } = await placedNow(lastOfEachCell(fixes));
      const { applied, formulas, changed, protectedSheets, failure } = await port.applyFixes(found, { overFormulas });
      remember(applied, seen);
      tell({ type: 'fixed', applied, formulas });
      if (applied.length + lost.length + changed.length > 0) await checkNow();
      if (failure !== undefined) throw failure;
      sayWhatWasLeft([...lost, ...changed], protectedSheets);
    },
    async undo(applied) {
      const now = await port.readGrids();
      const { found, lost } = placed(applied, (each) => {
        const seen = written.get(each);
        const row = seen === undefined ? each.fix.row : rowNow(now, seen);
        return row === null ? null : { ...each, fix: at(each.fix, row) };
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

const at = (fix: PlacedFix, row: number): PlacedFix => ({ ...fix, row, cell: cellName(row, fix.column) });

const lastOfEachCell = (fixes: readonly PlacedFix[]): readonly PlacedFix[] => [
  ...new Map(fixes.map((fix) => [nameOf(fix), fix])).values(),
];

const nameOf = ({ file, sheet, row, column }: CellPlace): string => JSON.stringify([file, sheet, row, column]);

function sayWhatWasLeft(cells: readonly PlacedFix[], protectedSheets: readonly string[]): void {
  if (cells.length > 0) throw new CellsChanged(cells.map(({ cell }) => cell));
  if (protectedSheets.length > 0) throw new SheetsProtected(protectedSheets, 'cells');
}
