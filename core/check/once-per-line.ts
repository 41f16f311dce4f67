import type { CheckContext, LineInCheck } from './context.ts';

/**
 * What is worked out of a row once, though several rules ask for it. Kept by the row's place among all rows: a table of rows
 * costs more than most of what is looked up in it.
 */
export function oncePerLine<Found extends object | null>(
  find: (line: LineInCheck, context: CheckContext) => Found,
): (line: LineInCheck, context: CheckContext) => Found {
  const founds = new WeakMap<CheckContext, Found[]>();
  return (line, context) => {
    const known = founds.get(context) ?? [];
    if (known.length === 0) founds.set(context, known);
    const before = known[line.index];
    if (before !== undefined) return before;
    const found = find(line, context);
    known[line.index] = found;
    return found;
  };
}
