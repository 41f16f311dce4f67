import { expect, test } from 'vitest';
import type { z } from 'zod';
import { askChange } from '../../../../core/wire/side-records/change.ts';
import { raiseHold } from '../../../../core/wire/side-records/hold.ts';
import { askReturn } from '../../../../core/wire/side-records/return.ts';
import { date, decimal, inputKinds, text } from '../../../../core/wire/values.ts';
import { bodyOf, emptyDraft, type Fields, fieldsIn } from '../../../../desk/record/form/draft.ts';
import { fieldsOf } from '../../../../desk/record/form/field.ts';
import { problemsOf } from '../../../../desk/record/form/problems.ts';
import { textsIn } from '../../../../locales/index.ts';

const known = { order: 'SO-202611-00001', against: { contentHash: 'abc', letter: 1 } };
const filling = { timeZone: 'Asia/Shanghai', known };
const t = textsIn('zh-Hans');
const asked = (schema: z.ZodObject, draft: Fields) => {
  const fields = fieldsOf(schema, Object.keys(known));
  return bodyOf(fields, { ...fieldsIn(emptyDraft({ type: 'group', fields })), ...draft }, filling);
};

test('a change as it is typed goes over the wire as the schema has it', () => {
  const body = asked(askChange, {
    source: { from: 'customer', paper: '' },
    items: [{ kind: 'line-quantity', line: '2', quantity: ' 12.50 ' }],
  });
  expect(body).toEqual({
    ...known,
    source: { from: 'customer' },
    items: [{ kind: 'line-quantity', line: 2, quantity: '12.50' }],
  });
  expect(problemsOf(askChange, body, t)).toEqual(new Map());
});

test('what is missing or wrong is said at its field', () => {
  const body = asked(askChange, { items: [{ kind: 'line-quantity', line: '', quantity: '-1' }] });
  expect(problemsOf(askChange, body, t)).toEqual(
    new Map([
      ['items.0.line', '请填写。'],
      ['items.0.quantity', '须大于零。'],
    ]),
  );
});

test('a moment is the office’s, and one case asks for its own fields only', () => {
  const body = asked(raiseHold, {
    code: 'credit',
    scope: { on: 'line', line: '1' },
    deadline: '2026-11-20T17:30',
    reason: '超额',
  });
  expect(body).toEqual({
    code: 'credit',
    scope: { on: 'line', order: known.order, line: 1 },
    deadline: '2026-11-20T09:30:00.000Z',
    reason: '超额',
  });
  expect(problemsOf(raiseHold, body, t).size).toBe(0);
});

test('a line of another order says so itself', () => {
  const lines = [
    { order: 'SO-202611-00002', line: '3', quantity: '1' },
    { line: '1', quantity: '2' },
  ];
  expect(asked(askReturn, { kind: 'return', lines }).lines).toEqual([
    { order: 'SO-202611-00002', line: 3, quantity: '1' },
    { order: known.order, line: 1, quantity: '2' },
  ]);
});

test('what is made from a shape means what the shape means', () => {
  expect(inputKinds.get(decimal.refine(() => true))?.kind).toBe('decimal');
  expect(inputKinds.get(text.min(1))?.kind).toBe('long-text');
  expect(inputKinds.get(date)?.kind).toBe('date');
});
