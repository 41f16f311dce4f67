import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../../../core/policy/roles.ts';
import { roles } from '../../../../core/policy/roles.ts';
import type { PersonKey } from '../../../../core/record/person.ts';
import type { ComplaintCommand, ComplaintEvent } from '../../../../core/service/complaint/command.ts';
import type { Complaint, ComplaintNumber, ComplaintStatus } from '../../../../core/service/complaint/complaint.ts';
import { decideComplaint } from '../../../../core/service/complaint/decide.ts';
import { evolveComplaint, replayComplaint } from '../../../../core/service/complaint/evolve.ts';
import { complaintLifecycle } from '../../../../core/service/complaint/transitions.ts';
import { complaintView } from '../../../../core/service/complaint/view.ts';
import { addDays } from '../../../../core/value/date.ts';
import { events } from '../../order/office.ts';
import { auditor, by, clerk, date, head, number, person, solo, today } from '../../order/sample-order.ts';
import { refused } from '../../record/refused.ts';

type Body<Command> = Command extends unknown ? Omit<Command, 'by' | 'at' | 'today' | 'policy' | 'reason'> : never;
const supervisor = person('ma', 'service-supervisor');
const cp = 'CP-202611-00001' as ComplaintNumber;
const receive = {
  type: 'receive-complaint',
  number: cp,
  reporter: 'salted' as PersonKey,
  subject: 'conduct',
  channel: 'letter',
  what: 'was shouted at',
  orders: [number()],
  about: 'wang',
} as const;
const take = { type: 'take-complaint', answerBy: date('2026-11-25') } as const;
const answer = { type: 'answer-complaint', on: today, what: 'we apologised' } as const;
const close = { type: 'close-complaint', lesson: 'training', fault: 'company' } as const;

class Box {
  readonly kept: ComplaintEvent[] = [];
  readonly duties: 'strict' | 'single-person';
  constructor(duties: 'strict' | 'single-person' = 'strict') {
    this.duties = duties;
  }
  complaint = (): Complaint => replayComplaint(this.kept);
  status = (): ComplaintStatus | 'none' => (this.kept.length === 0 ? 'none' : this.complaint().status);
  do(body: Body<ComplaintCommand>, who: Actor, reason?: string) {
    const command = { ...body, ...by(who, today, reason) } as ComplaintCommand;
    const decision = decideComplaint(command, this.kept.length === 0 ? null : this.complaint(), {
      duties: this.duties,
    });
    if (decision.ok) this.kept.push(...decision.value);
    return decision;
  }
}
function boxAt(status: 'received' | 'in-hand' | 'answered' | 'closed', duties?: 'single-person'): Box {
  const box = new Box(duties);
  const upTo = ['received', 'in-hand', 'answered', 'closed'].indexOf(status);
  events(box.do(receive, head));
  if (upTo > 0) events(box.do(take, head));
  if (upTo > 1) events(box.do(answer, head));
  if (upTo > 2) events(box.do(close, auditor));
  return box;
}

describe('handled, answered, closed', () => {
  test('from receipt to its lesson', () => {
    expect(boxAt('closed').complaint()).toMatchObject({
      number: cp,
      status: 'closed',
      receivedOn: today,
      handler: { userId: 'li' },
      answerBy: '2026-11-25',
      answer: { what: 'we apologised' },
      closing: { lesson: 'training', fault: 'company', closed: { by: { userId: 'wu' } } },
    });
  });

  test('says something; its number is taken once', () => {
    expect(refused(new Box().do({ ...receive, what: ' ' }, clerk)).code).toBe('communication.nothing-said');
    expect(() => boxAt('received').do(receive, clerk)).toThrow('is taken');
  });

  test('taken, and taken over, with a day for the answer', () => {
    const box = boxAt('received');
    expect(refused(box.do({ ...take, answerBy: date('2026-11-20') }, head)).code).toBe('complaint.answer-past');
    events(box.do({ ...take, answerBy: today }, head));
    events(box.do(take, supervisor));
    expect(box.complaint()).toMatchObject({ status: 'in-hand', handler: { userId: 'ma' } });
  });

  test('not by whom it is about, in any step', () => {
    const wang = person('wang', ...roles);
    expect(refused(boxAt('received').do(take, wang))).toMatchObject({
      code: 'complaint.own-case',
      data: { name: 'wang' },
    });
    expect(refused(boxAt('in-hand').do(answer, wang)).code).toBe('complaint.own-case');
    expect(refused(boxAt('answered').do(close, wang)).code).toBe('complaint.own-case');
    expect(refused(boxAt('in-hand').do({ type: 'dismiss-complaint' }, wang, 'nothing in it')).code).toBe(
      'complaint.own-case',
    );
  });

  test('answered on a day from its receipt to today, in words', () => {
    const box = boxAt('in-hand');
    expect(refused(box.do({ ...answer, on: date('2026-11-22') }, head)).code).toBe('date.in-future');
    expect(refused(box.do({ ...answer, on: date('2026-11-20') }, head)).code).toBe('complaint.answered-before');
    expect(refused(box.do({ ...answer, what: '' }, head)).code).toBe('communication.nothing-said');
    events(box.do(answer, head));
  });

  test('an answer that did not satisfy is off, and the complaint in hand again', () => {
    const box = boxAt('answered');
    events(box.do({ type: 'reopen-complaint' }, supervisor, 'wants it in writing'));
    expect(box.complaint()).toMatchObject({ status: 'in-hand', reopened: { reason: 'wants it in writing' } });
    expect(box.complaint()).not.toHaveProperty('answer');
    events(box.do(answer, head));
    expect(box.complaint()).not.toHaveProperty('reopened');
  });

  test('closed with a lesson, by other hands than those that handled it', () => {
    const both = person('li', 'service-supervisor');
    expect(refused(boxAt('answered').do({ ...close, lesson: ' ' }, auditor)).code).toBe('complaint.lesson-missing');
    expect(refused(boxAt('answered').do(close, both))).toMatchObject({
      code: 'duty.own-request',
      data: { name: 'li' },
    });
    const alone = boxAt('answered', 'single-person');
    expect(refused(alone.do(close, both)).code).toBe('reason.missing');
    events(alone.do(close, both, 'alone today'));
  });

  test('dismissed with a reason, before it is answered', () => {
    for (const status of ['received', 'in-hand'] as const) {
      const box = boxAt(status);
      expect(refused(box.do({ type: 'dismiss-complaint' }, auditor)).code).toBe('reason.missing');
      events(box.do({ type: 'dismiss-complaint' }, auditor, 'sent to the wrong house'));
      expect(box.status()).toBe('dismissed');
    }
    expect(refused(boxAt('answered').do({ type: 'dismiss-complaint' }, auditor, 'so')).code).toBe(
      'record.wrong-status',
    );
  });
});

describe('who made it', () => {
  const reporter = { key: receive.reporter, name: 'Ms Secret', contact: '555-0100' };

  test.each(roles.filter((role) => role !== 'auditor'))('%s sees neither reporter nor who wrote it down', (role) => {
    for (const status of ['received', 'in-hand', 'answered', 'closed'] as const) {
      const box = new Box();
      events(box.do(receive, person('reporter-himself', 'shipper')));
      if (status !== 'received') events(box.do(take, head));
      if (status === 'answered' || status === 'closed') events(box.do(answer, head));
      if (status === 'closed') events(box.do(close, auditor));
      const seen = JSON.stringify(complaintView(box.complaint(), reporter, [role]));
      for (const secret of ['Ms Secret', '555-0100', 'salted', 'reporter-himself']) expect(seen).not.toContain(secret);
      expect(seen).toContain('was shouted at');
    }
  });

  test('an auditor sees both; when the side record is erased, that nobody is known', () => {
    const complaint = boxAt('answered').complaint();
    expect(complaintView(complaint, reporter, ['sales', 'auditor'])).toMatchObject({
      status: 'answered',
      answer: { what: 'we apologised' },
      receivedAt: complaint.received.at,
      confidential: { reporter, received: { by: { userId: 'li' } } },
    });
    expect(complaintView(complaint, null, ['auditor']).confidential).toMatchObject({ reporter: null });
  });

  test('his name stands in no event', () => {
    expect(JSON.stringify(boxAt('closed').kept)).not.toContain('Ms Secret');
  });
});

test('whatever people try, a complaint moves by its table and replays to itself', () => {
  const reached = new Set<string>();
  const step = fc.record({
    type: fc.constantFrom(...new Set(complaintLifecycle.transitions.map(({ command }) => command))),
    who: fc.constantFrom(clerk, head, supervisor, auditor, solo),
    reason: fc.constantFrom('because', undefined),
    day: fc.integer({ min: -1, max: 1 }),
    text: fc.constantFrom('words', ' '),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 30 }), (steps) => {
      const box = new Box();
      for (const { type, who, reason, day, text } of steps) {
        const [before, known] = [box.status(), box.kept.length];
        const state = before === 'none' ? null : box.complaint();
        if (type === 'receive-complaint' && state !== null) continue;
        const on = addDays(today, day);
        const body = {
          'receive-complaint': { ...receive, what: text },
          'take-complaint': { ...take, answerBy: on },
          'answer-complaint': { ...answer, on, what: text },
          'reopen-complaint': { type: 'reopen-complaint' },
          'close-complaint': { ...close, lesson: text },
          'dismiss-complaint': { type: 'dismiss-complaint' },
        } as const;
        const decision = box.do(body[type], who, reason);
        const after = box.status();
        reached.add(after);
        if (!decision.ok) {
          expect([after, box.kept.length]).toEqual([before, known]);
          continue;
        }
        const doors = complaintLifecycle.transitions.filter((door) => door.command === type);
        const leads = doors.some(({ from, to }) => from.includes(before) && (to as readonly string[]).includes(after));
        expect(leads, `${type}: ${before} → ${after}`).toBe(true);
        expect(decision.value.reduce(evolveComplaint, state)).toEqual(box.complaint());
      }
    }),
    { numRuns: 1000 },
  );
  expect(complaintLifecycle.statuses.filter((status) => !reached.has(status))).toEqual([]);
});
