import { describe, expect, test, vi } from 'vitest';
import { SheetsProtected } from '../../../ui/sheet-session/in-the-way.ts';
import { numberQuestions, readyToPost } from '../../../ui/sheet-session/standing-of-orders.ts';
import { checked, findingAt, givenServer, givenSession, givenStorage, grid, ready, settled } from './given.ts';
import { givenWithOthers } from './given-with-others.ts';

test('while the server is away the orders are kept, also for the next session, and sent under the same key', async () => {
  const storage = givenStorage();
  const server = givenServer();
  server.mood = 'away';
  const first = givenSession({ server, storage });
  await first.session.check();
  await first.session.post();
  await first.session.post();
  expect(checked(first.session).posting?.stopped).toBe('server-away');
  expect(first.outbox.entries()).toHaveLength(1);

  server.mood = 'answers';
  const second = givenSession({ server, storage });
  const answered = await second.session.sendKept('waiting');
  expect(answered).toMatchObject([{ outcome: 'posted', number: 'SO-1001' }]);
  expect(second.session.state.doing).toBeNull();
  expect(second.outbox.entries()).toEqual([]);
  expect(second.port.view.statuses[0]?.rows).toMatchObject([{ number: 'SO-1001' }]);
  expect(new Set(server.sent.map(({ requestKey }) => requestKey)).size).toBe(1);
  expect(server.sent).toHaveLength(3);
});

test('what was answered stays, and is answered, where the sheet takes no numbers', async () => {
  const answersWritten = vi.fn();
  const { session, port, server } = givenSession({ answersWritten });
  const write = vi.spyOn(port, 'writeStatuses').mockResolvedValue('protected');
  server.mood = 'away';
  await session.check();
  await session.post();
  server.mood = 'answers';
  expect(await session.sendKept('waiting')).toMatchObject([{ outcome: 'posted', number: 'SO-1001' }]);
  expect(session.state).toMatchObject({
    step: 'posted',
    doing: null,
    kept: new Set(),
    posting: { orders: 1, answered: 1, stopped: null },
    failure: { during: 'posting', error: new SheetsProtected(['订单'], 'statuses') },
  });
  // Whoever wants to offer that it be written must not take it for written.
  expect(answersWritten).not.toHaveBeenCalled();
  write.mockRestore();
  await session.writeStatuses(() => ({ number: 'SO-1001', text: 'posted' }));
  expect(session.state.failure).toBeNull();
  expect(port.view.statuses[0]?.rows).toMatchObject([{ number: 'SO-1001' }, {}, {}]);
});

test('kept orders sent from the same session get their numbers into the sheet', async () => {
  const server = givenServer();
  server.mood = 'signed-out';
  const answersWritten = vi.fn();
  const { session, port } = givenSession({ server, answersWritten });
  await session.check();
  await session.post();
  expect(checked(session).posting?.stopped).toBe('signed-out');
  server.mood = 'answers';
  await session.sendKept('waiting');
  expect(port.view.statuses[0]?.rows).toMatchObject([{ number: 'SO-1001' }]);
  expect(answersWritten.mock.calls).toMatchObject([[[{ fate: { number: 'SO-1001' } }]]]);
});

test('a device without room says so and still sends', async () => {
  const { session, server } = givenSession({ storage: givenStorage(10) });
  server.mood = 'away';
  await session.check();
  await session.post();
  expect(checked(session).keptInPageOnly).toBe(true);
  server.mood = 'answers';
  await session.sendKept('waiting');
  expect(checked(session)).toMatchObject({ keptInPageOnly: false, step: 'posted' });
});

describe('orders that waited', () => {
  const kept = async () => {
    const storage = givenStorage();
    const server = givenServer();
    server.mood = 'away';
    const first = givenSession({ server, storage });
    await first.session.check();
    await first.session.post();
    return { first, server, storage };
  };

  test('what became of them is told where no sheet shows it, until it was seen', async () => {
    const { server, storage } = await kept();
    server.mood = 'forbids';
    const { session } = givenSession({ server, storage, sheet: grid('备忘', [['记得打电话']]) });
    await session.check();
    await session.sendKept('waiting');
    expect(session.state).toMatchObject({ step: 'found', keptAnswered: [{ outcome: 'failed', key: '1001' }] });
    await session.check();
    expect(session.state.keptAnswered).toHaveLength(1);
    session.keptAnswersSeen();
    expect(session.state.keptAnswered).toEqual([]);
  });

  test('dropped in one page, they are sent by none that was open by then', async () => {
    const { first, server, storage } = await kept();
    const second = givenSession({ server, storage });
    const before = server.sent.length;
    await first.session.forgetKept();
    server.mood = 'answers';
    expect(second.outbox.entries()).toEqual([]);
    await second.session.sendKept('waiting');
    expect(server.sent).toHaveLength(before);
  });

  test('answered to one page, they are answered to another as well, whose rows they are', async () => {
    const { first, server, storage } = await kept();
    const second = givenSession({ server, storage });
    server.mood = 'answers';
    await second.session.sendKept('waiting');
    await first.session.sendKept('waiting');
    expect(first.port.view.statuses[0]?.rows).toMatchObject([{ number: 'SO-1001' }]);
    expect(new Set(server.sent.map(({ requestKey }) => requestKey)).size).toBe(1);
  });

  test('one that is answered beyond understanding stays, and holds up no other', async () => {
    const { first, server } = await kept();
    const { call } = server.client;
    let broken = true;
    server.client.call = (async (name: never, input: never) => {
      const answer = (await call(name, input)) as { results?: readonly unknown[] };
      if (name !== 'postOrders' || !broken) return answer;
      broken = false;
      return { results: [] };
    }) as typeof call;
    await first.session.fix([findingAt(first.session, 'F3')]);
    server.mood = 'answers';
    await first.session.post();
    expect(first.outbox.entries().flatMap(({ batch }) => batch.orders.map(({ key }) => key))).toEqual(['1001']);
    expect(checked(first.session).sent.map(({ order }) => order.key)).toEqual(['1002']);
    expect(first.session.state.failure?.error).toBeInstanceOf(Error);
  });

  test('two things that go wrong on their way are both told', async () => {
    const { first, server } = await kept();
    const { port, session } = first;
    const { call } = server.client;
    server.client.call = (async (name: never, input: never) => {
      const answer = await call(name, input);
      return name === 'postOrders' && (input as { body: { orders: { key: string }[] } }).body.orders[0]?.key === '1001'
        ? { results: [] }
        : answer;
    }) as typeof call;
    await session.fix([findingAt(session, 'F3')]);
    server.mood = 'answers';
    vi.spyOn(port, 'writeStatuses').mockResolvedValue('protected');
    await session.post();
    const error = session.state.failure?.error;
    expect((error as AggregateError).errors).toMatchObject([
      { message: '1 orders were sent, 0 answered' },
      { name: 'SheetsProtected' },
    ]);
  });
});

test('orders that waited are sent as new ones: none that came up meanwhile is changed by them unasked', async () => {
  const { session, server } = givenSession();
  server.mood = 'away';
  await session.check();
  await session.post();
  expect(server.sent).toMatchObject([{ keys: ['1001'] }]);
  expect(server.sent[0]?.changes).toBeUndefined();
  server.mood = 'answers';
  server.holds = { 1001: { number: 'SO-7', version: 1, posting: 'edits' } };
  const { call } = server.client;
  server.client.call = (async (name: never, input: { query?: { changes?: string } }) => {
    const answer = await call(name, input as never);
    if (name !== 'postOrders' || input.query?.changes !== '') return answer;
    const refusal = { code: 'order.key-taken', message: 'SO-7' };
    return { results: [{ outcome: 'refused', key: '1001', number: 'SO-7', refusal }] };
  }) as typeof call;
  await session.sendKept('waiting');
  await settled(session);
  const [question] = numberQuestions(checked(session));
  expect(question).toMatchObject({ kind: 'taken', number: 'SO-7' });
  expect(ready(session)).toEqual([]);
  // Once the user said so, it is sent as what it is.
  if (question) session.takeAsChange(question.order);
  // A colleague changes it meanwhile: what the user was shown is no longer what he would change.
  server.holds = { 1001: { number: 'SO-7', version: 2, posting: 'edits' } };
  const before = server.sent.length;
  await session.check();
  await session.post();
  expect(server.sent).toHaveLength(before);
  const [again] = numberQuestions(checked(session));
  if (again) session.takeAsChange(again.order);
  await session.post();
  expect(server.sent.at(-1)).toMatchObject({ keys: ['1001'], changes: 'SO-7@2' });
});

describe('cancelling while the server says nothing', () => {
  test('keeps only what may have arrived, and sends it when the user says so', async () => {
    const { session, server, outbox, checked, findingAt } = await givenWithOthers();
    await session.fix(findingAt('F3'));
    const { call } = server.client;
    server.client.call = (async (name: never, input: never) => {
      session.cancelPosting();
      server.mood = 'away';
      return call(name, input);
    }) as never;
    await session.post();
    expect(checked().posting).toMatchObject({ cancelling: true, stopped: 'cancelled' });
    expect(outbox.entries()).toHaveLength(1);
    server.client.call = call;
    server.mood = 'answers';
    await session.sendKept('waiting');
    expect(outbox.entries()).toMatchObject([{ held: true }]);
    await session.sendKept('all');
    expect(outbox.entries()).toEqual([]);
    expect(new Set(server.sent.map(({ requestKey }) => requestKey)).size).toBe(1);
  });

  test('or drops it', async () => {
    const { session, server, outbox, checked } = await givenWithOthers();
    server.mood = 'away';
    await session.post();
    expect(checked().kept.size).toBe(1);
    await session.forgetKept();
    expect(outbox.entries()).toEqual([]);
    expect(checked().kept.size).toBe(0);
    expect(readyToPost(checked())).toHaveLength(1);
  });
});

test('orders that wait are sent when the server is back, though something else is going on at that moment', async () => {
  const { session, server, outbox } = await givenWithOthers();
  server.mood = 'away';
  await session.post();
  server.mood = 'answers';
  const checking = session.check();
  expect(session.state.doing).toBe('checking');
  const sent = session.sendKept('waiting');
  await Promise.all([checking, sent]);
  expect(await sent).toMatchObject([{ number: 'SO-1001' }]);
  expect(outbox.entries()).toEqual([]);
});

test('of several that wait for their turn, each gets it', async () => {
  const { session, statuses } = await givenWithOthers();
  const checking = session.check();
  const writing = Array.from({ length: 3 }, () => session.writeStatuses(() => ({ number: 'SO-1', text: 'posted' })));
  await checking;
  expect(await Promise.all(writing)).toEqual([1, 2, 3].map(() => new Set(['SO-1'])));
  expect(statuses).toHaveBeenCalledTimes(3);
});
