import { expect, test } from 'vitest';
import { ownHost } from '../office.ts';
import { refused } from '../refused.ts';
import { newKey } from '../rows.ts';
import { as, office, openForThisFile } from './office.ts';

openForThisFile();

test.for([
  ['commandReturn', 'RT-202611-99999', { type: 'approve-return' }],
  ['commandHold', '../../users', { type: 'release-hold' }],
  ['commandSurvey', 'SO-202611-99999', { type: 'give-up-survey', reason: '–' }],
] as const)('%s of a record nobody knows', async ([name, number, body]) => {
  const { status, problem } = await refused(
    (await as('sales-manager')).call(name, { params: { number }, body } as never),
  );
  expect([status, problem.code]).toEqual([404, 'record.not-found']);
});

const aReturn = { kind: 'return', lines: [{ order: 'SO-202611-00001', line: 1, quantity: '1' }] };
const aHold = { code: 'documents', scope: { on: 'order', order: 'SO-202611-00001' }, deadline: '2026-11-30T00:00:00Z' };
const line = (more: object) => ({ ...aReturn, lines: [{ ...aReturn.lines[0], ...more }] });
test.for<[string, string, object, string]>([
  ['fewer than none', '/api/returns', line({ quantity: '-1' }), '/lines/0/quantity'],
  ['none', '/api/returns', line({ quantity: '0.00' }), '/lines/0/quantity'],
  ['a float', '/api/returns', line({ quantity: 1.5 }), '/lines/0/quantity'],
  ['half a line', '/api/returns', line({ line: 1.5 }), '/lines/0/line'],
  ['a field nobody knows', '/api/returns', line({ price: '1' }), '/lines/0/price'],
  ['a status of one’s own', '/api/returns', { ...aReturn, status: 'settled' }, '/status'],
  ['a text like a book', '/api/returns', { ...aReturn, reason: 'x'.repeat(1001) }, '/reason'],
  ['the 31st of November', '/api/holds', { ...aHold, deadline: '2026-11-31T00:00:00Z' }, '/deadline'],
  ['a reason nobody has', '/api/holds', { ...aHold, code: 'mood' }, '/code'],
  ['a hold on nothing', '/api/holds', { ...aHold, scope: { on: 'moon' } }, '/scope/on'],
  [
    'a score of six',
    '/api/surveys/SO-202611-00001/commands',
    { type: 'record-survey-answer', scores: { communication: 6, speed: 1, attitude: 1 } },
    '/scores/communication',
  ],
  ['no such command', '/api/changes/CR-202611-00001/commands', { type: 'ask-change' }, '/type'],
])('%s is named by its path', async ([, url, payload, path]) => {
  const answer = await office.app.inject({
    method: 'POST',
    url,
    headers: {
      host: ownHost,
      authorization: `Bearer ${await office.tokenOf('sales')}`,
      'idempotency-key': newKey(),
    },
    payload,
  });
  expect([answer.statusCode, answer.json().code]).toEqual([400, 'input.wrong']);
  expect(answer.json().issues.map((issue: { path: string }) => issue.path)).toContain(path);
});
