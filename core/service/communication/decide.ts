import type { Refusal, RefusalCode } from '../../order/refusal.ts';
import { stamp } from '../../order/stamp.ts';
import { closedRecordDoor, recordRefusal } from '../../record/door.ts';
import { no, ok, type Result, unreachable } from '../../value/result.ts';
import type { CommunicationCommand, CommunicationEvent } from './command.ts';
import { type Communication, readBackPoints } from './communication.ts';
import { communicationLifecycle } from './transitions.ts';

/** What a command comes to: events to append, or why not. */
export type CommunicationDecision = Result<readonly CommunicationEvent[], Refusal>;

/** What a command does to an entry of the log (null = there is none yet). Pure. */
export function decideCommunication(command: CommunicationCommand, entry: Communication | null): CommunicationDecision {
  if (command.type === 'log-communication' && entry !== null) throw new Error(`number ${command.number} is taken`);
  const closed = closedRecordDoor(communicationLifecycle, command, entry);
  if (closed !== null) return no(closed);
  switch (command.type) {
    case 'log-communication':
      return logged(command);
    case 'finish-next-step':
      return ok([{ type: 'next-step-finished', ...stamp(command) }]);
    default:
      return unreachable(command);
  }
}

type LogCommunication = Extract<CommunicationCommand, { readonly type: 'log-communication' }>;

function logged(command: LogCommunication): CommunicationDecision {
  const obstacle = missing(command);
  if (obstacle !== null) return no(recordRefusal(communicationLifecycle, command.type, null, ...obstacle));
  const { type: _type, by: _by, at: _at, today: _today, reason: _reason, policy: _policy, ...entry } = command;
  return ok([{ type: 'communication-logged', entry, ...stamp(command) }]);
}

function missing({
  on,
  today,
  at,
  what,
  about,
  nextStep,
}: LogCommunication): readonly [RefusalCode, Readonly<Record<string, string>>] | null {
  if (on > today) return ['date.in-future', { date: on }];
  if (what.trim() === '' || nextStep?.what.trim() === '') return ['communication.nothing-said', {}];
  if (nextStep !== undefined && nextStep.until < today) return ['communication.step-past', { date: nextStep.until }];
  if (about.subject !== 'read-back') return null;
  const unread = readBackPoints.find((asked) => !about.points.some(({ point }) => point === asked));
  if (unread !== undefined) return ['communication.point-unread', { point: unread }];
  return about.answerBy <= at ? ['communication.answer-past', {}] : null;
}
