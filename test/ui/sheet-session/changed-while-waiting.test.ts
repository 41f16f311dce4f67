import { expect, test } from 'vitest';
import { EarlierWaited } from '../../../ui/sheet-session/in-the-way.ts';
import { numberQuestions } from '../../../ui/sheet-session/standing-of-orders.ts';
import { checked, givenServer, ready, settled } from './given.ts';
import { givenWithOthers } from './given-with-others.ts';

test('an order that its user changed while it waited is held back: sent too, it would be refused', async () => {
  const server = givenServer();
  const { session, outbox, type } = await givenWithOthers(server);
  const change = async (quantity: number) => {
    await type(1, 3, quantity);
    await type(1, 5, quantity * 12.5);
    await session.check();
    await settled(session);
  };
  server.mood = 'away';
  await session.post();
  await change(20);
  expect(ready(session)).toEqual(['1001']);
  await session.post();
  expect(session.state.failure?.error).toEqual(new EarlierWaited(['1001']));
  expect(outbox.entries()).toHaveLength(1);
  server.mood = 'answers';
  await session.sendKept('waiting');
  server.holds = { 1001: { number: 'SO-1001', version: 1, posting: 'edits' } };
  await session.check();
  await settled(session);
  const [question] = numberQuestions(checked(session));
  expect(question).toMatchObject({ number: 'SO-1001', order: { order: { key: '1001' } } });
  if (question) session.takeAsChange(question.order);
  await session.post();
  expect(server.sent.at(-1)).toMatchObject({ keys: ['1001'], changes: 'SO-1001@1' });
});

test('what was kept as a draft is corrected at once, though it waits', async () => {
  const server = givenServer();
  server.mood = 'away';
  const { session, outbox, type } = await givenWithOthers(server);
  await session.saveDrafts();
  await type(2, 5, 80);
  await session.check();
  await settled(session);
  await session.post();
  expect(outbox.entries().map(({ batch }) => batch.orders.map(({ key }) => key))).toEqual([
    ['1002', '1003'],
    ['1001', '1002'],
  ]);
});
