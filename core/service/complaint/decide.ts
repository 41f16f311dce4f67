import type { Refusal, RefusalCode } from '../../order/refusal.ts';
import { stamp } from '../../order/stamp.ts';
import { closedRecordDoor, recordRefusal } from '../../record/door.ts';
import { inRecordStatus } from '../../record/in-record-status.ts';
import { type DutyPolicy, sameHands } from '../../record/other-hands.ts';
import { no, ok, type Result, unreachable } from '../../value/result.ts';
import type { ComplaintCommand, ComplaintEvent } from './command.ts';
import type { AnsweredComplaint, Complaint, ComplaintInHand } from './complaint.ts';
import { complaintLifecycle } from './transitions.ts';

/** What a command comes to: events to append, or why not. */
export type ComplaintDecision = Result<readonly ComplaintEvent[], Refusal>;

type CommandOf<Type extends ComplaintCommand['type']> = Extract<ComplaintCommand, { readonly type: Type }>;

/** What a command does to a complaint (null = there is none yet; R63). Pure. */
export function decideComplaint(
  command: ComplaintCommand,
  complaint: Complaint | null,
  policy: DutyPolicy,
): ComplaintDecision {
  if (command.type === 'receive-complaint' && complaint !== null) throw new Error(`number ${command.number} is taken`);
  const closed = closedRecordDoor(complaintLifecycle, command, complaint);
  if (closed !== null) return no(closed);
  if (complaint !== null && complaint.about === command.by.userId)
    return refuse(command, complaint, 'complaint.own-case', { name: command.by.name });
  switch (command.type) {
    case 'receive-complaint':
      return received(command);
    case 'take-complaint':
      if (command.answerBy < command.today)
        return refuse(command, complaint, 'complaint.answer-past', { date: command.answerBy });
      return ok([{ type: 'complaint-taken', answerBy: command.answerBy, ...stamp(command) }]);
    case 'answer-complaint':
      return answered(command, inRecordStatus(complaint, 'in-hand'));
    case 'reopen-complaint':
      return ok([{ type: 'complaint-reopened', ...stamp(command) }]);
    case 'close-complaint':
      return closedBy(command, inRecordStatus(complaint, 'answered'), policy);
    case 'dismiss-complaint':
      return ok([{ type: 'complaint-dismissed', ...stamp(command) }]);
    default:
      return unreachable(command);
  }
}

function received(command: CommandOf<'receive-complaint'>): ComplaintDecision {
  const { type: _type, by: _by, at: _at, today, reason: _reason, policy: _policy, ...complaint } = command;
  if (complaint.what.trim() === '') return refuse(command, null, 'communication.nothing-said');
  return ok([{ type: 'complaint-received', complaint: { ...complaint, receivedOn: today }, ...stamp(command) }]);
}

function answered(command: CommandOf<'answer-complaint'>, complaint: ComplaintInHand): ComplaintDecision {
  const { on, today } = command;
  const what = command.what.trim();
  if (on > today) return refuse(command, complaint, 'date.in-future', { date: on });
  if (on < complaint.receivedOn)
    return refuse(command, complaint, 'complaint.answered-before', { date: complaint.receivedOn });
  if (what === '') return refuse(command, complaint, 'communication.nothing-said');
  return ok([{ type: 'complaint-answered', on, what, ...stamp(command) }]);
}

function closedBy(
  command: CommandOf<'close-complaint'>,
  complaint: AnsweredComplaint,
  policy: DutyPolicy,
): ComplaintDecision {
  const lesson = command.lesson.trim();
  if (lesson === '') return refuse(command, complaint, 'complaint.lesson-missing');
  const same = sameHands(command, [complaint.taken, complaint.answer.answered], policy);
  if (same !== null) return refuse(command, complaint, same, { name: command.by.name });
  return ok([{ type: 'complaint-closed', lesson, fault: command.fault, ...stamp(command) }]);
}

const refuse = (
  command: ComplaintCommand,
  complaint: Complaint | null,
  code: RefusalCode,
  data?: Readonly<Record<string, string>>,
): ComplaintDecision => no(recordRefusal(complaintLifecycle, command.type, complaint, code, data));
