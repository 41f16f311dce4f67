import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type OrderStatus, orderStatuses } from '../../../../core/order/status.ts';
import type { SurveyCommand, SurveyEvent } from '../../../../core/service/survey/command.ts';
import { decideSurvey } from '../../../../core/service/survey/decide.ts';
import { evolveSurvey, replaySurvey } from '../../../../core/service/survey/evolve.ts';
import { satisfactionOf } from '../../../../core/service/survey/kpi.ts';
import type { Score, Scores, Survey } from '../../../../core/service/survey/survey.ts';
import { surveyLifecycle } from '../../../../core/service/survey/transitions.ts';
import { addDays } from '../../../../core/value/date.ts';
import { events } from '../../order/office.ts';
import { auditor, by, clerk, date, number, today } from '../../order/sample-order.ts';
import { refused } from '../../record/refused.ts';

type Body<Command> = Command extends unknown ? Omit<Command, 'by' | 'at' | 'today' | 'policy' | 'reason'> : never;
const so = number();
const ask = { type: 'send-survey', order: so } as const;
const scores = (communication: number, speed: number, attitude: number) =>
  ({ communication, speed, attitude }) as unknown as Scores;
const record = (given: Scores, recommends?: number) =>
  ({ type: 'record-survey-answer', scores: given, ...(recommends !== undefined && { recommends }) }) as const;
const call = { type: 'record-follow-up-call', on: today, reached: true, said: 'all well' } as const;
const giveUp = { type: 'give-up-survey' } as const;

class Sheet {
  readonly kept: SurveyEvent[] = [];
  survey = (): Survey => replaySurvey(this.kept);
  status = () => (this.kept.length === 0 ? ('none' as const) : this.survey().status);
  do(
    body: Body<SurveyCommand>,
    orderStatus: OrderStatus | null = 'completed',
    reason?: string,
    day = today,
    who = clerk,
  ) {
    const command = { ...body, ...by(who, day, reason) } as SurveyCommand;
    const decision = decideSurvey(command, this.kept.length === 0 ? null : this.survey(), { orderStatus });
    if (decision.ok) this.kept.push(...decision.value);
    return decision;
  }
}
function asked(): Sheet {
  const sheet = new Sheet();
  events(sheet.do(ask));
  return sheet;
}
const answered = (given: Scores, recommends?: number): Survey => {
  const sheet = asked();
  events(sheet.do(record(given, recommends)));
  return sheet.survey();
};

test.each(orderStatuses)('S1: an order at %s is asked about only after its completion', (status) => {
  const decision = new Sheet().do(ask, status);
  if (['completed', 'closed', 'archived'].includes(status)) events(decision);
  else expect(refused(decision)).toMatchObject({ code: 'survey.not-completed', data: { order: so } });
});

test('S1: once; and of an order there is', () => {
  expect(refused(asked().do(ask))).toMatchObject({
    code: 'record.wrong-status',
    data: { record: so, recordStatus: 'survey.asked' },
  });
  expect(refused(new Sheet().do(ask, null)).code).toBe('order.not-found');
  expect(refused(new Sheet().do(ask, 'completed', undefined, today, auditor)).code).toBe('role.not-allowed');
});

test('S2: follow-up calls are kept, from the day it was asked to today', () => {
  const sheet = asked();
  const on = (day: string) => sheet.do({ ...call, on: date(day) }, 'completed', undefined, date('2026-11-23'));
  expect(refused(on('2026-11-24')).code).toBe('date.in-future');
  expect(refused(on('2026-11-20')).code).toBe('survey.called-before-sent');
  events(on('2026-11-21'));
  events(sheet.do({ type: 'record-follow-up-call', on: today, reached: false, said: ' ' }));
  expect(sheet.survey()).toMatchObject({
    status: 'asked',
    calls: [
      { reached: true, said: 'all well' },
      { on: today, reached: false },
    ],
  });
  expect(sheet.survey().calls[1]).not.toHaveProperty('said');
});

test('S3: whole scores from 1 to 5, a recommendation from 0 to 10', () => {
  for (const odd of [0, 6, 2.5, Number.NaN, undefined as unknown as number])
    expect(refused(asked().do(record(scores(5, odd, 5))))).toMatchObject({
      code: 'survey.score-range',
      data: { score: `${odd}`, from: '1', to: '5' },
    });
  for (const odd of [-1, 11, 7.5])
    expect(refused(asked().do(record(scores(1, 1, 1), odd))).data).toMatchObject({ score: `${odd}`, to: '10' });
  expect(answered(scores(1, 5, 3))).toMatchObject({ status: 'answered', scores: scores(1, 5, 3) });
  for (const end of [0, 10]) expect(answered(scores(1, 5, 3), end)).toMatchObject({ recommends: end });
});

test('S4: given up with a reason', () => {
  expect(refused(asked().do(giveUp)).code).toBe('reason.missing');
  const sheet = asked();
  events(sheet.do(giveUp, 'completed', 'never reached'));
  expect(sheet.survey()).toMatchObject({ status: 'unanswered', givenUp: { reason: 'never reached' } });
});

test('R60: the mean of the three scores of all answers, beside answered of asked; NPS apart', () => {
  expect(satisfactionOf([])).toEqual({ asked: 0, answered: 0, score: null, promoters: null });
  expect(satisfactionOf([asked().survey()])).toEqual({ asked: 1, answered: 0, score: null, promoters: null });
  const surveys = [
    answered(scores(5, 5, 4), 10),
    answered(scores(3, 4, 4), 6),
    answered(scores(5, 5, 5), 8),
    answered(scores(1, 1, 1)),
  ];
  expect(satisfactionOf([...surveys, asked().survey()])).toEqual({
    asked: 5,
    answered: 4,
    score: '3.58',
    promoters: '0',
  });
  expect(
    satisfactionOf([answered(scores(5, 5, 5), 9), answered(scores(5, 5, 5), 10), answered(scores(5, 5, 5), 7)]),
  ).toMatchObject({
    score: '5',
    promoters: '66.67',
  });
});

test('whatever is tried, a survey moves by its table and replays to itself', () => {
  const step = fc.record({
    type: fc.constantFrom(...new Set(surveyLifecycle.transitions.map(({ command }) => command))),
    score: fc.integer({ min: 0, max: 6 }),
    day: fc.integer({ min: -1, max: 1 }),
    status: fc.constantFrom<OrderStatus>('received', 'completed', 'archived'),
    reason: fc.constantFrom('because', undefined),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
      const sheet = new Sheet();
      for (const { type, score, day, status, reason } of steps) {
        const [before, known] = [sheet.status(), sheet.kept.length];
        const state = before === 'none' ? null : sheet.survey();
        const body = {
          'send-survey': ask,
          'record-follow-up-call': { ...call, on: addDays(today, day) },
          'record-survey-answer': record(scores(score as Score, 3, 3)),
          'give-up-survey': giveUp,
        }[type];
        const decision = sheet.do(body, status, reason);
        const after = sheet.status();
        if (!decision.ok) {
          expect([after, sheet.kept.length]).toEqual([before, known]);
          continue;
        }
        const doors = surveyLifecycle.transitions.filter((door) => door.command === type && door.from.includes(before));
        const leads = doors.some(({ to }) =>
          to === 'same' ? after === before : (to as readonly string[]).includes(after),
        );
        expect(leads, `${type}: ${before} → ${after}`).toBe(true);
        expect(decision.value.reduce(evolveSurvey, state)).toEqual(sheet.survey());
      }
    }),
    { numRuns: 500 },
  );
});
