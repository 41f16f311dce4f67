import type { Instant } from '../../../core/value/date.ts';
import { momentOf } from '../../order/act/office-clock.ts';
import type { Field, Shape } from './field.ts';

/** What stands in a form: every leaf a text as its field has it, yes and no included; nothing typed is ''. */
export type Draft = string | readonly Draft[] | { readonly [name: string]: Draft };
export type Fields = { readonly [name: string]: Draft };

export interface Filling {
  /** The office's own clock, which fields for a moment are filled in by. */
  readonly timeZone: string;
  /** What the page knows and doesn't ask: put in wherever a schema has a field of that name. */
  readonly known: Readonly<Record<string, unknown>>;
}

export const fieldsIn = (draft: Draft | undefined): Fields =>
  typeof draft === 'object' && !Array.isArray(draft) ? (draft as Fields) : {};
export const itemsIn = (draft: Draft | undefined): readonly Draft[] =>
  Array.isArray(draft) ? (draft as readonly Draft[]) : [];
export const textIn = (draft: Draft | undefined): string => (typeof draft === 'string' ? draft : '');

/** What an empty form begins with: a list that must hold something shows its first entry. */
export const emptyDraft = (shape: Shape): Draft => {
  switch (shape.type) {
    case 'group':
      return Object.fromEntries(
        shape.fields.flatMap(({ name, shape: asked }) => (asked.type === 'known' ? [] : [[name, emptyDraft(asked)]])),
      );
    case 'variant':
      return { [shape.by]: shape.cases[0]?.options[0] ?? '' };
    case 'list':
      return shape.isRequired ? [emptyDraft(shape.item)] : [];
    case 'choices':
      return [];
    default:
      return '';
  }
};

/** Nothing was typed or chosen in it; a variant's own choice alone says nothing. */
export function isEmpty(shape: Shape, draft: Draft | undefined): boolean {
  switch (shape.type) {
    case 'group':
      return shape.fields.every((field) => isEmpty(field.shape, fieldsIn(draft)[field.name]));
    case 'variant':
      return caseOf(shape, draft).every((field) => isEmpty(field.shape, fieldsIn(draft)[field.name]));
    case 'list':
    case 'choices':
      return itemsIn(draft).length === 0;
    case 'known':
      return true;
    default:
      return textIn(draft).trim() === '';
  }
}

/** The fields that the chosen case asks for. */
export const caseOf = (
  { by, cases }: Extract<Shape, { type: 'variant' }>,
  draft: Draft | undefined,
): readonly Field[] => cases.find(({ options }) => options.includes(textIn(fieldsIn(draft)[by])))?.fields ?? [];

/** The body as it goes over the wire. What is empty is left out, so that the schema says what is missing. */
export const bodyOf = (fields: readonly Field[], draft: Fields, filling: Filling): Record<string, unknown> =>
  Object.fromEntries(
    fields.flatMap(({ name, shape, isRequired }) => {
      // A line of another order says so itself.
      const known = draft[name] ?? filling.known[name];
      if (shape.type === 'known') return known === undefined ? [] : [[name, known]];
      const value = saidOf(shape, draft[name], filling);
      const isLeftOut = value === undefined || (!isRequired && isEmpty(shape, draft[name]));
      return isLeftOut ? [] : [[name, value]];
    }),
  );

function saidOf(shape: Shape, draft: Draft | undefined, filling: Filling): unknown {
  switch (shape.type) {
    case 'group':
      return bodyOf(shape.fields, fieldsIn(draft), filling);
    case 'variant':
      return {
        [shape.by]: textIn(fieldsIn(draft)[shape.by]),
        ...bodyOf(caseOf(shape, draft), fieldsIn(draft), filling),
      };
    case 'list':
      return itemsIn(draft).map((item) => saidOf(shape.item, item, filling));
    case 'choices':
      return itemsIn(draft);
    default:
      return leafOf(shape, textIn(draft).trim(), filling);
  }
}

function leafOf(shape: Shape, text: string, { timeZone }: Filling): unknown {
  if (text === '') return undefined;
  switch (shape.type) {
    case 'whole':
      return Number(text);
    case 'choice':
      return shape.options.find((option) => `${option}` === text);
    case 'yes-no':
      return text === 'yes';
    case 'moment':
      return momentOf(text, timeZone) satisfies Instant | null;
    default:
      return text;
  }
}
