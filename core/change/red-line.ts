import type { PostedContent } from '../order/state.ts';

/** What stands in one place of an order: amounts and dates as text. */
export type RedLineValue = string | number | boolean;

/** One place where old and new differ, for screen and paper. */
export interface RedLineEntry {
  /** null = the order's head. */
  readonly line: number | null;
  /** "quantity", "total", "customer.address": a field of OrderLine or PostedContent; one within another after a point. */
  readonly field: string;
  /** null = it had none: the field was empty, or the line is new. */
  readonly before: RedLineValue | null;
  /** null = it has none any more: the field is empty now, or the line is gone. */
  readonly after: RedLineValue | null;
}

type RedLinedContent = Omit<PostedContent, 'contentHash'>;

/**
 * Old and new of everything that differs, the head first, then line by line by number. Every field an order has is
 * compared, whichever are added to it; only the hash, which says nothing to anybody, is left out.
 */
export function redLine(before: RedLinedContent, after: RedLinedContent): readonly RedLineEntry[] {
  const numbers = [...new Set([...before.lines, ...after.lines].map(({ line }) => line))].sort((a, b) => a - b);
  return [
    ...differences(null, headOf(before), headOf(after)),
    ...numbers.flatMap((line) => differences(line, lineOf(before, line), lineOf(after, line))),
  ];
}

type Values = ReadonlyMap<string, RedLineValue>;

function differences(line: number | null, before: Values, after: Values): readonly RedLineEntry[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((field) => ({ line, field, before: before.get(field) ?? null, after: after.get(field) ?? null }))
    .filter((entry) => entry.before !== entry.after);
}

function headOf(content: RedLinedContent): Values {
  const { lines: _lines, ...head } = content;
  return new Map(valuesOf(head, '').filter(([field]) => field !== 'contentHash'));
}

function lineOf({ lines }: RedLinedContent, number: number): Values {
  const found = lines.find(({ line }) => line === number);
  if (found === undefined) return new Map();
  const { line: _line, ...fields } = found;
  return new Map(valuesOf(fields, ''));
}

const valuesOf = (fields: object, within: string): readonly (readonly [string, RedLineValue])[] =>
  Object.entries(fields).flatMap(([name, value]: readonly [string, unknown]) => {
    if (value === null || value === undefined) return [];
    const field = within + name;
    return typeof value === 'object' ? valuesOf(value, `${field}.`) : [[field, value as RedLineValue] as const];
  });
