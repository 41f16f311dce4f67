import type { FastifySchemaCompiler } from 'fastify';
import { z } from 'zod';
import type { Locale } from '../../core/policy/locale.ts';
import { textsIn } from '../../locales/index.ts';

/** What was sent has another shape than the endpoint's schema; the issues still hold what stood there. */
export class BadInput extends Error {
  override name = 'BadInput';
  readonly issues: readonly z.core.$ZodIssue[];
  constructor(issues: readonly z.core.$ZodIssue[]) {
    super('the request has another shape than its schema');
    this.issues = issues;
  }
}

/** Fastify's validator: the parsed value goes on, with decimals in their canonical form. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> =
  ({ schema }) =>
  (data) => {
    const parsed = schema.safeParse(data, { reportInput: true });
    return parsed.success ? { value: parsed.data } : { error: new BadInput(parsed.error.issues) };
  };

/** Each issue with the path of its field, "/orders/0/lines/2/quantity", in the reader's language. */
export function describeIssues({ issues }: BadInput, locale: Locale): { path: string; message: string }[] {
  return issues.slice(0, mostIssues).flatMap((issue) => {
    const path = `/${issue.path.map(String).join('/')}`;
    // A field nobody knows is named by its own path.
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        path: `${path === '/' ? '' : path}/${key}`,
        message: textsIn(locale)('problems:issue.unknown-field'),
      }));
    return [{ path, message: messageOf(issue, locale) }];
  });
}

/** A whole sheet of wrong rows needs no megabyte of answer. */
const mostIssues = 100;

/** Zod's own texts, but for the checks that are ours (core/wire/values.ts names them). */
function messageOf(issue: z.core.$ZodIssue, locale: Locale): string {
  if (issue.code === 'custom') return textsIn(locale)(`problems:issue.${issue.message}`, placesOf(issue));
  const said = zodTexts[locale].localeError(issue as z.core.$ZodRawIssue);
  return typeof said === 'string' ? said : (said?.message ?? issue.message);
}

/** What the words of a check of ours are filled with: the range that a figure must be in. */
const placesOf = ({ params = {} }: z.core.$ZodIssueCustom): Record<string, string> =>
  Object.fromEntries(Object.entries(params).map(([place, value]) => [place, String(value)]));

const zodTexts = { en: z.locales.en(), 'zh-Hans': z.locales.zhCN(), 'zh-Hant': z.locales.zhTW() };
