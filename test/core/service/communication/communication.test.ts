import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PersonKey } from '../../../../core/record/person.ts';
import type { CommunicationCommand, CommunicationEvent } from '../../../../core/service/communication/command.ts';
import {
  type CommunicationNumber,
  overdueSteps,
  readBackPoints,
  type Subject,
} from '../../../../core/service/communication/communication.ts';
import { decideCommunication } from '../../../../core/service/communication/decide.ts';
import { evolveCommunication, replayCommunication } from '../../../../core/service/communication/evolve.ts';
import type { Instant } from '../../../../core/value/date.ts';
import { events } from '../../order/office.ts';
import { by, clerk, date, number, today } from '../../order/sample-order.ts';
import { refused } from '../../record/refused.ts';

type Log = Extract<CommunicationCommand, { readonly type: 'log-communication' }>;
const cl = (sequence = 1) => `CL-202611-${String(sequence).padStart(5, '0')}` as CommunicationNumber;
const log = (more: Partial<Log> = {}): Log => ({
  type: 'log-communication',
  number: cl(),
  customerCode: 'C001',
  orders: [number()],
  on: today,
  channel: 'phone',
  direction: 'in',
  withWhom: 'k3y' as PersonKey,
  about: { subject: 'delivery' },
  what: 'asked where the goods are',
  ...by(clerk),
  ...more,
});
const step = (until: string) => ({ what: 'call the carrier', until: date(until) });
const kept = (command: Log) => replayCommunication(events(decideCommunication(command, null)));

test('an entry keeps who spoke with whom, how and what; it is done unless a next step waits', () => {
  expect(kept(log())).toMatchObject({
    number: cl(),
    status: 'done',
    channel: 'phone',
    direction: 'in',
    withWhom: 'k3y',
    logged: { by: { userId: 'wang' } },
  });
  expect(kept(log({ nextStep: step('2026-11-23') }))).toMatchObject({
    status: 'open',
    nextStep: { until: '2026-11-23' },
  });
});

test('not on a day to come, not without words, no next step for a day that is over', () => {
  const refusal = (more: Partial<Log>) => refused(decideCommunication(log(more), null)).code;
  expect(refusal({ on: date('2026-11-22') })).toBe('date.in-future');
  expect(refusal({ what: ' ' })).toBe('communication.nothing-said');
  expect(refusal({ nextStep: { what: '', until: today } })).toBe('communication.nothing-said');
  expect(refusal({ nextStep: step('2026-11-20') })).toBe('communication.step-past');
  expect(kept(log({ nextStep: step('2026-11-21') })).status).toBe('open');
});

test('R5: a read-back goes through every point, and says by when the customer hears', () => {
  const readBack = (more: object = {}): Subject => ({
    subject: 'read-back',
    points: readBackPoints.map((point) => ({ point, ...(point === 'dates' && { correction: 'a week later' }) })),
    answerBy: '2026-11-21T06:00:00.000Z' as Instant,
    ...more,
  });
  expect(kept(log({ about: readBack() })).about).toEqual(readBack());
  for (const left of readBackPoints) {
    const points = readBackPoints.filter((point) => point !== left).map((point) => ({ point }));
    expect(refused(decideCommunication(log({ about: readBack({ points }) }), null))).toMatchObject({
      code: 'communication.point-unread',
      data: { point: left },
    });
  }
  const late = log({ about: readBack({ answerBy: log().at }) });
  expect(refused(decideCommunication(late, null)).code).toBe('communication.answer-past');
});

test('a next step is finished once, with what came of it', () => {
  const open = kept(log({ nextStep: step('2026-11-23') }));
  const finish = (reason?: string) =>
    decideCommunication({ type: 'finish-next-step', ...by(clerk, today, reason) }, open);
  expect(refused(finish()).code).toBe('reason.missing');
  const done = evolveCommunication(open, events(finish('it arrived'))[0] as CommunicationEvent);
  expect(done).toMatchObject({ status: 'done', done: { reason: 'it arrived' } });
  expect(refused(decideCommunication({ type: 'finish-next-step', ...by(clerk, today, 'so') }, done))).toMatchObject({
    code: 'record.wrong-status',
    data: { record: cl(), recordStatus: 'communication.done' },
  });
  expect(() => evolveCommunication(done, { type: 'next-step-finished', at: log().at, by: clerk })).toThrow(
    'no next step',
  );
  expect(() => decideCommunication(log(), open)).toThrow('is taken');
});

test('next steps whose day is over come first to last', () => {
  const entries = ['2026-11-23', '2026-11-21', '2026-11-22', '2026-11-21'].map((until, index) =>
    kept(log({ number: cl(index + 1), nextStep: step(until) })),
  );
  expect(overdueSteps([...entries, kept(log())], date('2026-11-23')).map((entry) => entry.number)).toEqual([
    cl(2),
    cl(4),
    cl(3),
  ]);
});

test('whatever is tried, an entry replays to itself and is never opened again', () => {
  const tries = fc.array(
    fc.record({
      finish: fc.boolean(),
      reason: fc.constantFrom('so', undefined),
      day: fc.integer({ min: 20, max: 24 }),
    }),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(tries, (steps) => {
      const told: CommunicationEvent[] = [];
      for (const { finish, reason, day } of steps) {
        const entry = told.length === 0 ? null : replayCommunication(told);
        if (!finish && entry !== null) continue;
        const meta = by(clerk, today, reason);
        const decision = decideCommunication(
          finish ? { type: 'finish-next-step', ...meta } : log({ ...meta, nextStep: step(`2026-11-${day}`) }),
          entry,
        );
        if (!decision.ok) continue;
        told.push(...decision.value);
        const after = replayCommunication(told);
        expect(decision.value.reduce(evolveCommunication, entry)).toEqual(after);
        expect([entry?.status ?? 'none', after.status]).toEqual(finish ? ['open', 'done'] : ['none', 'open']);
      }
    }),
  );
});
