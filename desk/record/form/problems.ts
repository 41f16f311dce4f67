import type { z } from 'zod';
import type { Texts } from '../../../locales/index.ts';

/** What is wrong with a body, in words, by the path of the field: "items.0.quantity". Empty = it can be sent. */
export function problemsOf(schema: z.ZodType, body: unknown, t: Texts): Map<string, string> {
  const { error } = schema.safeParse(body, { reportInput: true });
  return new Map((error?.issues ?? []).map((issue) => [issue.path.map(String).join('.'), textOf(issue, t)]));
}

/** Checks of our own are named (core/wire/values.ts) and have words; of a shape it is enough whether something stands there. */
function textOf(issue: z.core.$ZodIssue, t: Texts): string {
  const { input } = issue;
  if (input === undefined || input === '' || (Array.isArray(input) && input.length === 0)) return t('records:missing');
  return issue.code === 'custom' ? t(`problems:issue.${issue.message}`) : t('records:wrong');
}
