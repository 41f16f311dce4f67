import { OtherVersion, ProblemAnswer, ServerAway } from '../../core/wire/client.ts';
import type { Texts } from '../../locales/index.ts';
import { KeptTableClosed } from '../kept-tables/port.ts';
import { ExaminationFailed } from '../sheet-session/examiner.ts';
import {
  CellsChanged,
  EarlierWaited,
  NoRoomBeside,
  OrdersChanged,
  RowsChanged,
  RowsMoving,
  RowsPosted,
  SheetsProtected,
  TableChanged,
  WorkbookProtected,
} from '../sheet-session/in-the-way.ts';
import type { Explanation } from './ErrorMessage.tsx';
import { PartMissing } from './part.ts';

/**
 * Puts what went wrong into words. A refusal or bad input was worded by the server in the user's language; anything
 * unforeseen keeps its technical text, because that is what a helper on the phone will ask for.
 */
export function explain(error: unknown, t: Texts): Explanation {
  if (error instanceof ServerAway) return { what: t('screens:error.away.what'), todo: t('screens:error.away.todo') };
  if (error instanceof OtherVersion)
    return { what: t('screens:error.other-version.what'), todo: t('screens:error.other-version.todo') };
  if (error instanceof PartMissing)
    return { what: t('screens:error.part-missing.what'), todo: t('screens:error.part-missing.todo') };
  if (error instanceof ProblemAnswer && error.status === 401)
    return { what: t('screens:error.signed-out.what'), todo: t('screens:error.signed-out.todo') };
  if (error instanceof ProblemAnswer) return { what: error.problem.message };
  if (error instanceof ExaminationFailed)
    return {
      what: t(`screens:error.check-${error.reason}.what`),
      todo: t(`screens:error.check-${error.reason}.todo`),
    };
  if (error instanceof RowsChanged)
    return { what: t('screens:error.rows-changed.what'), todo: t('screens:error.rows-changed.todo') };
  if (error instanceof RowsPosted)
    return { what: t('screens:error.rows-posted.what'), todo: t('screens:error.rows-posted.todo') };
  if (error instanceof CellsChanged)
    return {
      what: t('screens:error.cells-changed.what', { count: error.cells.length, cells: few(error.cells, t) }),
      todo: t('screens:error.cells-changed.todo'),
    };
  if (error instanceof OrdersChanged)
    return error.orders.length === 0
      ? { what: t('screens:error.still-changing.what'), todo: t('screens:error.still-changing.todo') }
      : {
          what: t('screens:error.orders-changed.what', { count: error.orders.length, orders: few(error.orders, t) }),
          todo: t('screens:error.orders-changed.todo'),
        };
  if (error instanceof EarlierWaited)
    return {
      what: t('screens:error.earlier-waited.what', { count: error.orders.length, orders: few(error.orders, t) }),
      todo: t('screens:error.earlier-waited.todo'),
    };
  if (error instanceof RowsMoving)
    return {
      what: t('screens:error.rows-moving.what', { orders: few(error.orders, t) }),
      todo: t('screens:error.rows-moving.todo'),
    };
  if (error instanceof TableChanged)
    return {
      what:
        error.missing.length === 0
          ? t('screens:error.table-changed.what')
          : t('screens:error.table-changed.missing', {
              columns: few(
                error.missing.map((field) => t(`terms:field.${field}`)),
                t,
              ),
            }),
      todo: t('screens:error.table-changed.todo'),
    };
  if (error instanceof SheetsProtected)
    return {
      what: t(`screens:error.protected-${error.unwritten}.what`, { sheets: few(error.sheets, t) }),
      todo: t(`screens:error.protected-${error.unwritten}.todo`),
    };
  if (error instanceof NoRoomBeside)
    return {
      what: t('screens:error.no-room-beside.what', { areas: few(error.areas, t) }),
      todo: t('screens:error.no-room-beside.todo'),
    };
  if (error instanceof KeptTableClosed)
    return {
      what: t(`screens:error.kept-${error.reason}.what`, { sheet: error.sheet }),
      todo: t(`screens:error.kept-${error.reason}.todo`),
    };
  if (error instanceof WorkbookProtected)
    return { what: t('screens:error.workbook-protected.what'), todo: t('screens:error.workbook-protected.todo') };
  // Several at once: each is said, one below the other.
  if (error instanceof AggregateError) {
    const [first, ...others] = error.errors.map((each) => explain(each, t));
    const rest = [first?.todo, ...others.flatMap(({ what, kept, todo }) => [what, kept, todo])];
    return { ...first, what: first?.what ?? '', todo: rest.filter((part) => part !== undefined).join(' ') };
  }
  return {
    what: t('screens:error.unforeseen.what'),
    kept: error instanceof Error ? error.message : String(error),
    todo: t('screens:error.unforeseen.todo'),
  };
}

/** Enough to find them by. */
const few = (names: readonly string[], t: Texts): string =>
  [...names.slice(0, 5), ...(names.length > 5 ? ['…'] : [])].join(t('screens:list-separator'));
