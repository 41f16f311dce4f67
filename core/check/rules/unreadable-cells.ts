import type { UnreadableCell } from '../../sheet/table.ts';
import type { LineInCheck } from '../context.ts';
import { type CellContent, dateFormat, type Observation, type Rule } from '../rule.ts';

/** A cell whose content its field can't be read from: "abc" as a quantity, #N/A, a formula that was never calculated. */
export const unreadableCells: Rule = {
  name: 'unreadable-cells',
  codes: ['field.unreadable'],
  scope: 'row',
  needs: [],
  check: ({ lines }) =>
    lines.flatMap((line) => (line.parsed.unreadable ?? []).filter(matters).map((cell) => observe(line, cell))),
};

/** What Countersign itself writes back is no part of the order. */
const matters = ({ field }: UnreadableCell): boolean => !writtenBack.has(field);
const writtenBack: ReadonlySet<string> = new Set(['number', 'status', 'nextStep', 'promisedDate']);

const observe = (
  line: LineInCheck,
  { choices = [], column, field, kind, problem, raw }: UnreadableCell,
): Observation => ({
  code: 'field.unreadable',
  at: { line, column },
  actual: { kind: 'text', value: raw },
  data: { field, context: problem },
  choices: choices.map((meaning) => ({ content: contentOf(meaning, kind), label: meaning })),
  ...(kind === 'date' && { format: dateFormat }),
});

/** Decimals become numbers, as the cells beside them hold; dates are written as dates by their format. */
const contentOf = (meaning: string, kind: UnreadableCell['kind']): CellContent =>
  kind === 'text' || kind === 'date' ? meaning : Number(meaning);
