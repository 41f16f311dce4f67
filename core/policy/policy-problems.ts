import { compare, type Decimal, parseDecimal } from '../value/decimal.ts';
import { type ProblemReason, settingProblem } from './setting-problem.ts';
import { placedSettings, type SettingPath, settings } from './settings.ts';

/** What is wrong with a document; nothing of it is then kept. */
export interface PolicyProblem {
  /** "letter.validDays"; inside a list "approval.discount.1.upTo". */
  readonly path: string;
  /** missing: the document doesn't hold it. unknown: no such setting. The others: setting-problem.ts. */
  readonly reason: ProblemReason | 'missing' | 'unknown';
  readonly least?: string;
  readonly most?: string;
}

/**
 * Settings of which none may be below the one before: a debt is warned of before it stops anything, and whoever settles rounding
 * differences gives up no more than whoever decides about bad debts.
 */
const stages: readonly (readonly SettingPath[])[] = [
  ['overdue.warnDays', 'overdue.noNewOrderDays', 'overdue.stopShippingDays'],
  ['payment.roundingDifference', 'payment.badDebtUpTo'],
];

/** Judges a document of any shape, whatever it holds; none = it is a Policy. */
export function policyProblems(document: unknown): readonly PolicyProblem[] {
  const groups = entriesOf(document);
  if (groups === null) return [{ path: '', reason: 'shape' }];
  return [
    ...unknownIn(groups),
    ...placedSettings.flatMap((placed) => ownProblem(groups, placed)),
    ...stageProblems(groups),
  ];
}

type Entries = ReadonlyMap<string, unknown>;

const entriesOf = (value: unknown): Entries | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? new Map(Object.entries(value)) : null;

const namesOf: ReadonlyMap<string, object> = new Map(Object.entries(settings));

function unknownIn(groups: Entries): readonly PolicyProblem[] {
  return [...groups].flatMap(([group, own]): PolicyProblem[] => {
    const known = namesOf.get(group);
    if (known === undefined) return [{ path: group, reason: 'unknown' }];
    const names = [...(entriesOf(own)?.keys() ?? [])].filter((name) => !Object.hasOwn(known, name));
    return names.map((name) => ({ path: `${group}.${name}`, reason: 'unknown' }));
  });
}

function ownProblem(
  groups: Entries,
  { path, group, name, setting }: (typeof placedSettings)[number],
): readonly PolicyProblem[] {
  const own = entriesOf(groups.get(group));
  if (!own?.has(name)) return [{ path, reason: 'missing' }];
  const problem = settingProblem(setting, own.get(name));
  if (problem === null) return [];
  const { at, ...what } = problem;
  return [{ path: [path, ...at].join('.'), ...what }];
}

/** Asked of sound figures only: what is no number has its own problem. */
function stageProblems(groups: Entries): readonly PolicyProblem[] {
  const valueAt = (path: SettingPath): unknown => {
    const [group = '', name = ''] = path.split('.');
    return entriesOf(groups.get(group))?.get(name);
  };
  return stages.flatMap((paths) =>
    paths.flatMap((path, index): PolicyProblem[] => {
      const before = paths[index - 1];
      const [own, least] = [figureOf(valueAt(path)), before ? figureOf(valueAt(before)) : null];
      return own !== null && least !== null && compare(own, least) < 0 ? [{ path, reason: 'order' }] : [];
    }),
  );
}

/** A whole number, or a decimal as text; null = neither. */
const figureOf = (value: unknown): Decimal | null =>
  typeof value === 'string' || Number.isSafeInteger(value) ? parseDecimal(String(value)) : null;
