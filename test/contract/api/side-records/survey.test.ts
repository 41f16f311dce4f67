import { expect, test } from 'vitest';
import { refused } from '../refused.ts';
import { as, confirmed, openForThisFile, received, today } from './office.ts';

openForThisFile();

test('a customer is asked how he was served after completion, once', async () => {
  const desk = await as('order-desk');
  const open = await confirmed();
  const ask = (order: string) => desk.call('sendSurvey', { body: { order } });
  expect((await refused(ask(open))).problem.code).toBe('survey.not-completed');
  const order = await received();
  expect(await ask(order)).toMatchObject({ number: order, status: 'asked' });
  expect((await refused(ask(order))).problem.code).toBe('record.wrong-status');
  const params = { number: order };
  const call = { type: 'record-follow-up-call', on: today(), reached: true, said: '不错' } as const;
  await desk.call('commandSurvey', { params, body: call });
  const scores = { communication: 5, speed: 4, attitude: 5 } as const;
  const answer = { type: 'record-survey-answer', scores, recommends: 9 } as const;
  expect(await desk.call('commandSurvey', { params, body: answer })).toMatchObject({ status: 'answered', scores });
});
