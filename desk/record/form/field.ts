import { z } from 'zod';
import { inputKinds } from '../../../core/wire/values.ts';

/** What a field asks for, read off the schema of the command it is sent with. */
export type Shape =
  | { readonly type: 'text' | 'long-text' | 'decimal' | 'date' | 'moment' | 'whole' | 'yes-no' }
  /** Filled in by the page: not asked. */
  | { readonly type: 'known' }
  | { readonly type: 'choice'; readonly options: readonly (string | number)[] }
  | { readonly type: 'choices'; readonly options: readonly string[] }
  | { readonly type: 'group'; readonly fields: readonly Field[] }
  | { readonly type: 'list'; readonly item: Shape; readonly isRequired: boolean }
  /** One of several groups; the field `by` says which. */
  | { readonly type: 'variant'; readonly by: string; readonly cases: readonly Case[] };

export interface Field {
  readonly name: string;
  readonly isRequired: boolean;
  readonly shape: Shape;
  readonly schema: z.ZodType;
}
interface Case {
  readonly options: readonly string[];
  readonly fields: readonly Field[];
}

/** The fields of a body, in its order, without the tag that says which body it is; those named in `known` are filled in by the page, wherever they stand. */
export const fieldsOf = (body: z.ZodObject, known: readonly string[], tag = 'type'): readonly Field[] =>
  Object.entries(body.shape)
    .filter(([name]) => name !== tag)
    .map(([name, schema]) => fieldOf(name, schema as z.ZodType, known));

function fieldOf(name: string, given: z.ZodType, known: readonly string[]): Field {
  const isOptional = isWrapped(given);
  const schema = isOptional ? (given.unwrap() as z.ZodType) : given;
  const shape: Shape = known.includes(name) ? { type: 'known' } : shapeOf(schema, known);
  return { name, isRequired: !isOptional, shape, schema };
}

/** May be left out, one way or another. */
export const isWrapped = (schema: z.ZodType): schema is z.ZodOptional | z.ZodExactOptional =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional;

/** A schema of a kind that no form asks for yet is a defect and throws. */
function shapeOf(schema: z.ZodType, known: readonly string[]): Shape {
  const kind = inputKinds.get(schema)?.kind;
  if (kind !== undefined) return { type: kind };
  if (schema instanceof z.ZodEnum) return { type: 'choice', options: schema.options as string[] };
  if (schema instanceof z.ZodDiscriminatedUnion) return variantOf(schema, known);
  if (schema instanceof z.ZodUnion) return { type: 'choice', options: schema.options.flatMap(valuesOf) };
  if (schema instanceof z.ZodObject) return { type: 'group', fields: fieldsOf(schema, known) };
  if (schema instanceof z.ZodArray) return listOf(schema, known);
  if (schema instanceof z.ZodBoolean) return { type: 'yes-no' };
  if (schema instanceof z.ZodNumber) return { type: 'whole' };
  // A currency, a hash: short texts of their own.
  if (schema instanceof z.ZodString || schema instanceof z.ZodPipe) return { type: 'text' };
  throw new Error(`no form asks for a ${schema.def.type}`);
}

function variantOf(schema: z.ZodDiscriminatedUnion, known: readonly string[]): Shape {
  const by = schema.def.discriminator;
  const cases = (schema.options as readonly z.ZodObject[]).map((option) => ({
    options: valuesOf(option.shape[by]).map(String),
    fields: fieldsOf(option, known, by),
  }));
  return { type: 'variant', by, cases };
}

function listOf(schema: z.ZodArray, known: readonly string[]): Shape {
  const item = shapeOf(schema.element as z.ZodType, known);
  return item.type === 'choice'
    ? { type: 'choices', options: item.options.map(String) }
    : { type: 'list', item, isRequired: !schema.safeParse([]).success };
}

const valuesOf = (schema: unknown): readonly (string | number)[] =>
  schema instanceof z.ZodLiteral
    ? ([...schema.values] as (string | number)[])
    : schema instanceof z.ZodEnum
      ? (schema.options as string[])
      : [];
