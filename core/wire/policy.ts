import { z } from 'zod';
import type { Policy } from '../policy/policy.ts';
import { type PolicyProblem, policyProblems } from '../policy/policy-problems.ts';
import type { Setting } from '../policy/setting.ts';
import { customerClasses, routeCriteria, taxRateTypes } from '../policy/setting-value.ts';
import { placedSettings, settings } from '../policy/settings.ts';
import { longText } from '../sheet/longest.ts';
import { date, decimal, instant, role, seen } from './values.ts';

/** The shape of each setting, from the table; what its figures may be is judged by core/policy alone. */
function shapeOf(setting: Setting): z.ZodType {
  switch (setting.kind) {
    case 'whole':
      return z.int();
    case 'whole-or-none':
      return z.int().nullable();
    case 'decimal':
      return decimal;
    case 'yes-no':
      return z.boolean();
    case 'choice':
      return z.enum(setting.options);
    case 'choices':
      return list(z.enum(setting.options));
    case 'texts':
      return list(z.string());
    case 'role':
      return role;
    case 'role-or-none':
      return role.nullable();
    case 'roles':
      return list(role);
    case 'role-groups':
      return list(list(role));
    case 'up-to':
      return list(z.strictObject({ role, upTo: decimal }));
    case 'below':
      return list(z.strictObject({ role, below: decimal }));
    case 'decimal-by-class':
      return byClass(decimal);
    case 'choice-by-class':
      return byClass(z.enum(setting.options));
    case 'time':
      return time;
    case 'hours':
      return list(z.strictObject({ from: time, to: time }));
    case 'dates':
      return list(date);
    case 'tax-rates':
      return list(z.strictObject({ type: z.enum(taxRateTypes), rate: decimal, from: date, to: date.nullable() }));
    case 'routes':
      return list(
        z.strictObject({ by: z.enum(routeCriteria), is: z.string(), to: z.enum(['user', 'role']), owner: z.string() }),
      );
  }
}

const time = z.string().meta({ description: 'time of day, "08:30"' });
const list = (entry: z.ZodType) => z.array(entry).max(1000);
const byClass = (value: z.ZodType) => z.strictObject(Object.fromEntries(customerClasses.map((name) => [name, value])));

const groupShape = (group: string) =>
  z.strictObject(
    Object.fromEntries(
      placedSettings
        .filter((placed) => placed.group === group)
        .map(({ name, path, setting }) => [name, shapeOf(setting).meta({ description: `setting ${path}` })]),
    ),
  );

/** A document as it is shown: as it was kept, also under earlier ranges. */
const shown = z
  .strictObject(Object.fromEntries(Object.keys(settings).map((group) => [group, groupShape(group)])))
  .transform((document) => document as unknown as Policy);

/** A document that may be kept: core/policy/policy-problems.ts finds nothing wrong with it. */
export const policyDocument = shown.superRefine((document, context) => {
  for (const problem of policyProblems(document)) context.addIssue(issueOf(problem));
});

/** As the API names fields: "/policy/letter/validDays". */
const issueOf = ({ path, reason, least, most }: PolicyProblem) => ({
  code: 'custom' as const,
  path: path.split('.'),
  message: `policy.${reason}`,
  params: least === undefined ? {} : { least, most },
});

/** The document as a whole, with why it changes: history is read by people. */
export const policyChange = z.strictObject({
  policy: policyDocument,
  reason: seen.trim().min(1).max(longText),
});

export const policyView = z.object({
  /** Whose document `policy` is. */
  version: z.int(),
  /** The one in force. */
  latest: z.int(),
  policy: shown,
  /** Newest first. */
  history: z.array(
    z.object({
      version: z.int(),
      at: instant,
      /** Null: what the company began with. */
      by: z.string().nullable(),
      reason: z.string().nullable(),
      changes: z.array(z.object({ path: z.string(), from: z.unknown(), to: z.unknown() })),
    }),
  ),
});
