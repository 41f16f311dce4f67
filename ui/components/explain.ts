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

/** What is filled into a text; of several names enough to find them by. */
type Filled = Readonly<Record<string, string | number | readonly string[]>>;

/** Explains errors of one kind by `screens:error.<key>.what` and `.todo`; null = it is of another kind. */
type Cause = (error: unknown, t: Texts) => Explanation | null;

function cause<Kind extends Error>(
  kind: abstract new (...parts: never[]) => Kind,
  key: string | ((error: Kind) => string),
  filled: (error: Kind) => Filled = () => ({}),
): Cause {
  return (error, t) => {
    if (!(error instanceof kind)) return null;
    const text = `screens:error.${typeof key === 'string' ? key : key(error)}`;
    const values = Object.fromEntries(
      Object.entries(filled(error)).map(([name, value]) => [name, typeof value === 'object' ? few(value, t) : value]),
    );
    return { what: t(`${text}.what`, values), todo: t(`${text}.todo`, values) };
  };
}

const theOrders = ({ orders }: { readonly orders: readonly string[] }): Filled => ({ count: orders.length, orders });

const causes: readonly Cause[] = [
  cause(ServerAway, 'away'),
  cause(OtherVersion, 'other-version'),
  cause(PartMissing, 'part-missing'),
  cause(ExaminationFailed, ({ reason }) => `check-${reason}`),
  cause(RowsChanged, 'rows-changed'),
  cause(RowsPosted, 'rows-posted'),
  cause(CellsChanged, 'cells-changed', ({ cells }) => ({ count: cells.length, cells })),
  cause(OrdersChanged, ({ orders }) => (orders.length === 0 ? 'still-changing' : 'orders-changed'), theOrders),
  cause(EarlierWaited, 'earlier-waited', theOrders),
  cause(RowsMoving, 'rows-moving', theOrders),
  cause(
    SheetsProtected,
    ({ unwritten }) => `protected-${unwritten}`,
    ({ sheets }) => ({ sheets }),
  ),
  cause(NoRoomBeside, 'no-room-beside', ({ areas }) => ({ areas })),
  cause(
    KeptTableClosed,
    ({ reason }) => `kept-${reason}`,
    ({ sheet }) => ({ sheet }),
  ),
  cause(WorkbookProtected, 'workbook-protected'),
];

/**
 * Puts what went wrong into words. A refusal or bad input was worded by the server in the user's language; anything
 * unforeseen keeps its technical text, because that is what a helper on the phone will ask for.
 */
export function explain(error: unknown, t: Texts): Explanation {
  for (const explained of causes) {
    const explanation = explained(error, t);
    if (explanation) return explanation;
  }
  if (error instanceof ProblemAnswer) return answered(error, t);
  if (error instanceof TableChanged) return tableChanged(error, t);
  if (error instanceof AggregateError) return oneBelowTheOther(error, t);
  return {
    what: t('screens:error.unforeseen.what'),
    kept: error instanceof Error ? error.message : String(error),
    todo: t('screens:error.unforeseen.todo'),
  };
}

const answered = ({ status, problem }: ProblemAnswer, t: Texts): Explanation =>
  status === 401
    ? { what: t('screens:error.signed-out.what'), todo: t('screens:error.signed-out.todo') }
    : { what: problem.message };

function tableChanged({ missing }: TableChanged, t: Texts): Explanation {
  const columns = missing.map((field) => t(`terms:field.${field}`));
  return {
    what:
      columns.length === 0
        ? t('screens:error.table-changed.what')
        : t('screens:error.table-changed.missing', { columns: few(columns, t) }),
    todo: t('screens:error.table-changed.todo'),
  };
}

/** Several at once: each is said. */
function oneBelowTheOther({ errors }: AggregateError, t: Texts): Explanation {
  const [first, ...others] = errors.map((each) => explain(each, t));
  const rest = [first?.todo, ...others.flatMap(({ what, kept, todo }) => [what, kept, todo])];
  return { ...first, what: first?.what ?? '', todo: rest.filter((part) => part !== undefined).join(' ') };
}

const few = (names: readonly string[], t: Texts): string =>
  [...names.slice(0, 5), ...(names.length > 5 ? ['…'] : [])].join(t('screens:list-separator'));
