import { orderTypes } from '../order/order-type.ts';
import { shortText } from '../sheet/longest.ts';
import { sameText } from '../sheet/text.ts';
import { parseDate } from '../value/date.ts';
import { compare, type Decimal, parseDecimal } from '../value/decimal.ts';
import { roles } from './roles.ts';
import type { Setting } from './setting.ts';
import { customerClasses, type Route, routeCriteria, taxRateTypes } from './setting-value.ts';

/**
 * Why a value can't be a setting's. shape: something else is asked for. range: not from `least` to `most`. order: not after what
 * stands before it. twice: it stands in the list already. empty: at least one is needed.
 */
export type ProblemReason = 'shape' | 'range' | 'order' | 'twice' | 'empty';
export interface SettingProblem {
  /** Where in the value, [1, 'upTo']; [] = the value itself. */
  readonly at: readonly (string | number)[];
  readonly reason: ProblemReason;
  readonly least?: string;
  readonly most?: string;
}
type Range = { readonly least: string | number; readonly most: string | number };

/** The first thing wrong with a value of any shape; null = it is sound. */
export function settingProblem(setting: Setting, value: unknown): SettingProblem | null {
  switch (setting.kind) {
    case 'whole':
      return wholeProblem(value, setting);
    case 'whole-or-none':
      return value === null ? null : wholeProblem(value, setting);
    case 'decimal':
      return decimalProblem(value, setting);
    case 'yes-no':
      return typeof value === 'boolean' ? null : wrong('shape');
    case 'choice':
      return oneOf(value, setting.options);
    case 'choices':
      return listProblem(value, (option) => oneOf(option, setting.options), { key: String });
    case 'texts':
      return listProblem(value, textProblem, { key: String });
    case 'role':
      return oneOf(value, roles);
    case 'role-or-none':
      return value === null ? null : oneOf(value, roles);
    case 'roles':
      return rolesProblem(value);
    case 'role-groups':
      return roleGroupsProblem(value);
    case 'up-to':
      return limitsProblem(value, 'upTo', setting, 1);
    case 'below':
      return limitsProblem(value, 'below', setting, -1);
    case 'decimal-by-class':
      return entryProblem(
        value,
        byClass((own) => decimalProblem(own, setting)),
      );
    case 'choice-by-class':
      return entryProblem(
        value,
        byClass((own) => oneOf(own, setting.options)),
      );
    case 'time':
      return timeProblem(value);
    case 'hours':
      return hoursProblem(value);
    case 'dates':
      return listProblem(value, dateProblem, { key: String });
    case 'tax-rates':
      return listProblem(value, taxRateProblem, { key: JSON.stringify });
    case 'routes':
      return listProblem(value, routeProblem, { key: conditionOf });
  }
}

type Judge = (value: unknown) => SettingProblem | null;

const wrong = (reason: ProblemReason, at: SettingProblem['at'] = []): SettingProblem => ({ at, reason });
const under = (place: string | number, problem: SettingProblem | null): SettingProblem | null =>
  problem && { ...problem, at: [place, ...problem.at] };
const beyond = ({ least, most }: Range): SettingProblem => ({
  at: [],
  reason: 'range',
  least: String(least),
  most: String(most),
});

const oneOf = (value: unknown, options: readonly string[]): SettingProblem | null =>
  options.some((option) => option === value) ? null : wrong('shape');

function wholeProblem(value: unknown, range: { readonly least: number; readonly most: number }): SettingProblem | null {
  if (!Number.isSafeInteger(value)) return wrong('shape');
  return Number(value) < range.least || Number(value) > range.most ? beyond(range) : null;
}

function decimalProblem(value: unknown, range: Range): SettingProblem | null {
  const figure = typeof value === 'string' ? parseDecimal(value) : null;
  if (figure === null) return wrong('shape');
  const within = compare(figure, range.least as Decimal) >= 0 && compare(figure, range.most as Decimal) <= 0;
  return within ? null : beyond(range);
}

const dateProblem: Judge = (value) => (typeof value === 'string' && parseDate(value) !== null ? null : wrong('shape'));

/** A name somebody can read and type: nothing unseen, no blanks around it. */
const textProblem: Judge = (value) => {
  if (typeof value !== 'string' || !/^\P{C}*$/u.test(value) || value !== value.trim()) return wrong('shape');
  if (value === '') return wrong('empty');
  return value.length > shortText ? beyond({ least: 1, most: shortText }) : null;
};

const timeProblem: Judge = (value) =>
  typeof value === 'string' && /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.test(value) ? null : wrong('shape');

/** Exactly these properties, each judged on its own. */
function entryProblem(value: unknown, judges: Readonly<Record<string, Judge>>): SettingProblem | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong('shape');
  const unknown = Object.keys(value).find((key) => !Object.hasOwn(judges, key));
  if (unknown !== undefined) return wrong('shape', [unknown]);
  for (const [key, judge] of Object.entries(judges)) {
    const problem = under(key, judge(Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined));
    if (problem) return problem;
  }
  return null;
}

const byClass = (judge: Judge): Readonly<Record<string, Judge>> =>
  Object.fromEntries(customerClasses.map((customerClass) => [customerClass, judge]));

/** Longer lists than any office keeps are a mistake. */
const longest = 1000;

function listProblem(
  value: unknown,
  judge: Judge,
  { least = 0, key }: { readonly least?: number; readonly key: (entry: unknown) => string },
): SettingProblem | null {
  if (!Array.isArray(value)) return wrong('shape');
  if (value.length < least) return wrong('empty');
  if (value.length > longest) return beyond({ least, most: longest });
  const seen = new Set<string>();
  for (const [index, entry] of value.entries()) {
    const problem = judge(entry);
    if (problem) return under(index, problem);
    if (seen.has(key(entry))) return wrong('twice', [index]);
    seen.add(key(entry));
  }
  return null;
}

const rolesProblem: Judge = (value) => listProblem(value, (role) => oneOf(role, roles), { least: 1, key: String });

/** Twice in all, not only in a group: a role that stands in two would sign for both, or stand above itself. */
function roleGroupsProblem(value: unknown): SettingProblem | null {
  const problem = listProblem(value, rolesProblem, { least: 1, key: String });
  if (problem) return problem;
  const groups = value as readonly (readonly string[])[];
  for (const [at, group] of groups.entries()) {
    const index = group.findIndex((role) => groups.slice(0, at).some((earlier) => earlier.includes(role)));
    if (index >= 0) return wrong('twice', [at, index]);
  }
  return null;
}

/** Roles with a limit each, rising (1) or falling (-1): the next role may more. */
function limitsProblem(
  value: unknown,
  limit: 'upTo' | 'below',
  range: Range,
  direction: 1 | -1,
): SettingProblem | null {
  const judges = { role: (role: unknown) => oneOf(role, roles), [limit]: (own: unknown) => decimalProblem(own, range) };
  const problem = listProblem(value, (entry) => entryProblem(entry, judges), {
    key: (entry) => (entry as { role: string }).role,
  });
  if (problem) return problem;
  const limits = (value as readonly Readonly<Record<string, Decimal>>[]).map((entry) => entry[limit] as Decimal);
  const index = limits.findIndex((own, at) => at > 0 && compare(own, limits[at - 1] as Decimal) !== direction);
  return index < 0 ? null : wrong('order', [index, limit]);
}

function hoursProblem(value: unknown): SettingProblem | null {
  const problem = listProblem(value, (entry) => entryProblem(entry, { from: timeProblem, to: timeProblem }), {
    least: 1,
    key: JSON.stringify,
  });
  if (problem) return problem;
  let before = '';
  for (const [index, { from, to }] of (value as readonly { from: string; to: string }[]).entries()) {
    if (from < before) return wrong('order', [index, 'from']);
    if (to <= from) return wrong('order', [index, 'to']);
    before = to;
  }
  return null;
}

const taxRateProblem: Judge = (value) => {
  const problem = entryProblem(value, {
    type: (type) => oneOf(type, taxRateTypes),
    rate: (rate) => decimalProblem(rate, { least: '0', most: '1' }),
    from: dateProblem,
    to: (to) => (to === null ? null : dateProblem(to)),
  });
  if (problem) return problem;
  const { from, to } = value as { from: string; to: string | null };
  return to !== null && to < from ? wrong('order', ['to']) : null;
};

const routeProblem: Judge = (value) => {
  const problem = entryProblem(value, {
    by: (by) => oneOf(by, routeCriteria),
    is: textProblem,
    to: (to) => oneOf(to, ['user', 'role']),
    owner: textProblem,
  });
  if (problem) return problem;
  const { by, is, to, owner } = value as Route;
  if (by === 'order-type' && !['normal', ...orderTypes].includes(is)) return wrong('shape', ['is']);
  return to === 'role' ? under('owner', oneOf(owner, roles)) : null;
};

/** A second row of the same condition would never be reached. */
const conditionOf = (entry: unknown): string => {
  const { by, is } = entry as Route;
  return JSON.stringify([by, sameText(is)]);
};
