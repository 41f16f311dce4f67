import { beforeEach, describe, expect, test } from 'vitest';
import { collectMs, createLookups, keepMs, type LookupState, retryMs } from '../../../addin/functions/lookups.ts';
import { NotConnected, troubleOf } from '../../../addin/functions/trouble.ts';
import type { Lookup, LookupAnswer } from '../../../core/lookup/lookup.ts';
import { ProblemAnswer, ServerAway } from '../../../core/wire/client.ts';
import { mostLookups } from '../../../core/wire/limits.ts';

const item = (code: string): Lookup => ({ ask: 'available', item: code });
const some = (quantity: string): LookupAnswer => ({ found: 'quantity', quantity: quantity as never });
const answered = (quantity: string): LookupState => ({ kind: 'answer', answer: some(quantity) });

/** A server that answers when the test says so, and a clock that the test turns. */
function given() {
  const requests: {
    asked: readonly Lookup[];
    answer(answers?: readonly LookupAnswer[]): Promise<void>;
    fail(fault: unknown): Promise<void>;
  }[] = [];
  let now = 0;
  let timers: { at: number; action: () => void }[] = [];
  const settled = async () => {
    for (let turns = 0; turns < 20; turns += 1) await Promise.resolve();
  };
  const lookups = createLookups({
    ask: (asked) =>
      new Promise((resolve, reject) => {
        requests.push({
          asked,
          answer: (answers = asked.map(() => some('1'))) => {
            resolve(answers);
            return settled();
          },
          fail: (fault) => {
            reject(fault);
            return settled();
          },
        });
      }),
    troubleOf,
    later(ms, action) {
      const timer = { at: now + ms, action };
      timers.push(timer);
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
  });
  const renew = (concerns: (lookup: Lookup) => boolean) => {
    lookups.expire(concerns);
    lookups.askAgain();
  };
  const pass = async (ms: number) => {
    now += ms;
    const due = timers.filter(({ at }) => at <= now);
    timers = timers.filter(({ at }) => at > now);
    for (const { action } of due) action();
    await settled();
  };
  /** A cell with a formula, and what it was told. */
  const cell = (lookup: Lookup) => {
    const told: LookupState[] = [];
    const end = lookups.watch(lookup, (state) => told.push(state));
    return { told, end };
  };
  return { lookups, requests, pass, cell, renew };
}

let desk: ReturnType<typeof given>;
beforeEach(() => {
  desk = given();
});
const kindsOf = (told: readonly LookupState[]) =>
  told.map((state) => (state.kind === 'trouble' ? state.trouble.kind : state.kind));

describe('asking', () => {
  test('what was asked since the news came is not asked again for it', async () => {
    desk.lookups.expire(() => true);
    desk.cell(item('A'));
    desk.lookups.expire(() => true);
    await desk.pass(collectMs);
    await desk.requests[0]?.answer();
    desk.lookups.askAgain();
    await desk.pass(collectMs);
    expect(desk.requests).toHaveLength(1);
    desk.lookups.expire(() => true);
    desk.lookups.askAgain();
    await desk.pass(collectMs);
    expect(desk.requests).toHaveLength(2);
  });

  test('all formulas of a recalculation go in one request, identical ones once', async () => {
    const cells = ['A', 'B', 'A', 'A'].map((code) => desk.cell(item(code)));
    expect(desk.requests).toHaveLength(0);
    await desk.pass(collectMs);
    expect(desk.requests.map(({ asked }) => asked)).toEqual([[item('A'), item('B')]]);
    await desk.requests[0]?.answer([some('7'), some('8')]);
    expect(cells.map(({ told }) => told)).toEqual(['7', '8', '7', '7'].map((quantity) => [answered(quantity)]));
  });

  test('no request holds more than the server takes; the next one follows', async () => {
    const cells = Array.from({ length: mostLookups + 5 }, (_, at) => desk.cell(item(`${at}`)));
    await desk.pass(collectMs);
    expect(desk.requests.map(({ asked }) => asked.length)).toEqual([mostLookups]);
    await desk.requests[0]?.answer();
    expect(desk.requests.map(({ asked }) => asked.length)).toEqual([mostLookups, 5]);
    await desk.requests[1]?.answer();
    expect(cells.every(({ told }) => told.length === 1)).toBe(true);
  });

  test('what is entered while an answer is under way is asked after it', async () => {
    desk.cell(item('A'));
    await desk.pass(collectMs);
    desk.cell(item('B'));
    await desk.pass(collectMs);
    expect(desk.requests).toHaveLength(1);
    await desk.requests[0]?.answer();
    expect(desk.requests[1]?.asked).toEqual([item('B')]);
  });
});

describe('keeping', () => {
  test('an answer is given again at once, also to a formula calculated anew; after some seconds it is forgotten', async () => {
    const first = desk.cell(item('A'));
    await desk.pass(collectMs);
    await desk.requests[0]?.answer();
    first.end();
    const again = desk.cell(item('A'));
    expect(again.told).toEqual([answered('1')]);
    again.end();
    await desk.pass(keepMs);
    const late = desk.cell(item('A'));
    await desk.pass(collectMs);
    expect([late.told, desk.requests.length]).toEqual([[], 2]);
  });

  test('a formula that was deleted is asked no more, nor told', async () => {
    const gone = desk.cell(item('A'));
    desk.cell(item('B'));
    gone.end();
    await desk.pass(collectMs);
    expect(desk.requests[0]?.asked).toEqual([item('B')]);
    const left = desk.cell(item('B'));
    left.end();
    await desk.requests[0]?.answer();
    expect([gone.told, left.told]).toEqual([[], []]);
  });

  test('what may have changed is asked again, and told only if it did', async () => {
    const [a, b] = [desk.cell(item('A')), desk.cell(item('B'))];
    await desk.pass(collectMs);
    await desk.requests[0]?.answer();
    desk.renew((lookup) => lookup.ask === 'available' && lookup.item === 'A');
    await desk.pass(collectMs);
    expect(desk.requests[1]?.asked).toEqual([item('A')]);
    await desk.requests[1]?.answer();
    expect([a.told.length, b.told.length]).toEqual([1, 1]);
    desk.renew(() => true);
    await desk.pass(collectMs);
    await desk.requests[2]?.answer([some('5'), some('1')]);
    expect([a.told, b.told]).toEqual([[answered('1'), answered('5')], [answered('1')]]);
  });

  test('what changes while its answer is under way is asked once more', async () => {
    desk.cell(item('A'));
    await desk.pass(collectMs);
    desk.renew(() => true);
    await desk.requests[0]?.answer();
    expect(desk.requests[1]?.asked).toEqual([item('A')]);
  });

  test('of what nobody watches nothing is kept when something changed', async () => {
    const cell = desk.cell(item('A'));
    await desk.pass(collectMs);
    await desk.requests[0]?.answer();
    cell.end();
    desk.renew(() => true);
    expect(desk.cell(item('A')).told).toEqual([]);
  });
});

describe('without an answer', () => {
  test('waiting cells say so, answered ones stay; all fill themselves when the server is back', async () => {
    const kept = desk.cell(item('A'));
    await desk.pass(collectMs);
    await desk.requests[0]?.answer([some('7')]);
    desk.renew(() => true);
    const waits = desk.cell(item('B'));
    await desk.pass(collectMs);
    await desk.requests[1]?.fail(new ServerAway('no'));
    expect([kept.told, kindsOf(waits.told)]).toEqual([[answered('7')], ['away']]);
    // A new one need not wait to hear it.
    const late = desk.cell(item('C'));
    expect(kindsOf(late.told)).toEqual(['away']);
    await desk.pass(collectMs);
    expect(desk.requests).toHaveLength(2);
    await desk.pass(retryMs[0] ?? 0);
    expect(desk.requests[2]?.asked).toEqual([item('A'), item('B'), item('C')]);
    await desk.requests[2]?.answer([some('6'), some('1'), some('2')]);
    expect([kept.told.at(-1), waits.told.at(-1), late.told.at(-1)]).toEqual([
      answered('6'),
      answered('1'),
      answered('2'),
    ]);
  });

  test('tries grow further apart; whoever hears of the server’s return ends the wait', async () => {
    desk.cell(item('A'));
    await desk.pass(collectMs);
    for (const [tries, ms] of retryMs.entries()) {
      await desk.requests[tries]?.fail(new ServerAway('no'));
      await desk.pass(ms - 1);
      expect(desk.requests).toHaveLength(tries + 1);
      await desk.pass(1);
    }
    await desk.requests.at(-1)?.fail(new ServerAway('no'));
    const before = desk.requests.length;
    desk.lookups.retry();
    await desk.pass(collectMs);
    expect(desk.requests).toHaveLength(before + 1);
  });

  test('a fault of the server is told in its words, and tried again', async () => {
    const cell = desk.cell(item('A'));
    await desk.pass(collectMs);
    await desk.requests[0]?.fail(new ProblemAnswer(500, { code: 'fault', message: 'the disk is full' }));
    expect(cell.told).toEqual([{ kind: 'trouble', trouble: { kind: 'fault', message: 'the disk is full' } }]);
    await desk.pass(retryMs[0] ?? 0);
    await desk.requests[1]?.answer();
    expect(kindsOf(cell.told)).toEqual(['fault', 'answer']);
  });

  test.each([
    ['nobody is connected', new NotConnected(), 'not-connected'],
    ['the token has ended', new ProblemAnswer(401, { code: 'signed-out', message: '' }), 'not-connected'],
    ['the role may not', new ProblemAnswer(403, { code: 'permission.denied', message: '' }), 'not-allowed'],
  ])('when %s, also what was answered before is taken back, and nothing is tried by itself', async (_, fault, kind) => {
    const cell = desk.cell(item('A'));
    await desk.pass(collectMs);
    await desk.requests[0]?.answer();
    desk.renew(() => true);
    await desk.pass(collectMs);
    await desk.requests[1]?.fail(fault);
    expect(kindsOf(cell.told)).toEqual(['answer', kind]);
    await desk.pass(retryMs.at(-1) ?? 0);
    expect(desk.requests).toHaveLength(2);
    desk.lookups.startOver();
    await desk.pass(collectMs);
    await desk.requests[2]?.answer();
    expect(kindsOf(cell.told)).toEqual(['answer', kind, 'answer']);
  });

  test('what the one before was told is nothing for whoever is connected now, be it under way', async () => {
    const cell = desk.cell(item('A'));
    await desk.pass(collectMs);
    desk.lookups.startOver();
    await desk.requests[0]?.answer([some('9')]);
    expect(cell.told).toEqual([]);
    expect(desk.cell(item('A')).told).toEqual([]);
    await desk.requests[1]?.answer([some('2')]);
    expect(cell.told).toEqual([answered('2')]);
    desk.lookups.startOver();
    expect(desk.cell(item('A')).told).toEqual([]);
  });
});
