import { z } from 'zod';
import { inputKinds } from '../../core/wire/values.ts';
import { formatDate, formatMoment, formatQuantity } from '../../ui/language/format.ts';
import type { Language } from '../../ui/language/LanguageProvider.tsx';
import { isWrapped } from './form/field.ts';
import { choiceText, fieldText } from './words.ts';

/** One thing a record says of itself: what it is called, and lines of words. */
export interface Fact {
  readonly name: string;
  readonly words: readonly string[];
}

/** Stands in the list already, or says nothing to a person. */
const unsaid = new Set([
  'number',
  'version',
  'status',
  'actions',
  'order',
  'orders',
  'customerCode',
  'against',
  'key',
  'policy',
  'redLine',
  'recorded',
]);

interface Reading extends Pick<Language, 't' | 'locale'> {
  readonly timeZone: string;
}

/** What a record says, read by the schema of its answer, in the schema's order. */
export function factsOf(schema: z.ZodObject, record: Readonly<Record<string, unknown>>, reading: Reading): Fact[] {
  return Object.entries(schema.shape).flatMap(([name, field]) => {
    const value = record[name];
    if (unsaid.has(name) || value === undefined || value === null) return [];
    const words = wordsOf(name, field as z.ZodType, value, reading).filter((line) => line !== '');
    return words.length === 0 ? [] : [{ name, words }];
  });
}

/** Several lines for several entries. */
function wordsOf(name: string, given: z.ZodType, value: unknown, reading: Reading): readonly string[] {
  const schema = bare(given, value);
  if (Array.isArray(value) && schema instanceof z.ZodArray)
    return value.flatMap((entry) =>
      wordsOf(name, schema.element as z.ZodType, entry, reading).join(reading.t('records:comma')),
    );
  if (schema instanceof z.ZodObject) return [groupWords(schema, value as Readonly<Record<string, unknown>>, reading)];
  return [wordOf(name, schema, value, reading)];
}

/** Without what makes it optional; of several shapes, the one the value has. */
function bare(schema: z.ZodType, value: unknown): z.ZodType {
  if (isWrapped(schema) || schema instanceof z.ZodNullable) return bare(schema.unwrap() as z.ZodType, value);
  if (!(schema instanceof z.ZodUnion)) return schema;
  const fitting = (schema.options as readonly z.ZodType[]).find((option) => option.safeParse(value).success);
  return fitting === undefined ? schema : bare(fitting, value);
}

/** "张伟 · 2026年11月20日 10:00：原因" of who did it when; else each part with its name. */
function groupWords(schema: z.ZodObject, value: Readonly<Record<string, unknown>>, reading: Reading): string {
  const { t, locale, timeZone } = reading;
  const { at, by, reason } = value as { at?: string; by?: string | { name: string }; reason?: string };
  const stamp =
    at === undefined || by === undefined
      ? null
      : `${typeof by === 'string' ? by : by.name} · ${formatMoment(at, timeZone, locale)}`;
  const isStamp = stamp !== null;
  const parts = factsOf(schema, value, reading)
    .filter(({ name }) => !(isStamp && ['at', 'by', 'reason'].includes(name)))
    .map(({ name, words }) => t('records:named', { name: fieldText(name, t), words: words.join(t('records:comma')) }));
  const said = [...parts, ...(stamp === null ? [] : [stamp])].join(t('records:comma'));
  return isStamp && reason ? t('desk:timeline.because', { what: said, reason }) : said;
}

function wordOf(name: string, schema: z.ZodType, value: unknown, { t, locale, timeZone }: Reading): string {
  const text = String(value);
  switch (inputKinds.get(schema)?.kind) {
    case 'date':
      return formatDate(text, locale);
    case 'moment':
      return formatMoment(text, timeZone, locale);
    case 'decimal':
      return formatQuantity(text, undefined, locale);
    default:
      if (schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral) return choiceText(name, text, t);
      return typeof value === 'boolean' ? t(value ? 'records:yes' : 'records:no') : text;
  }
}
