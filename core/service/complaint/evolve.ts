import { stampOf } from '../../order/stamp.ts';
import { inRecordStatus } from '../../record/in-record-status.ts';
import { unreachable } from '../../value/result.ts';
import type { ComplaintEvent } from './command.ts';
import type { Complaint } from './complaint.ts';

/** The complaint after one more event; null = before the first. An event that can't follow is a broken invariant and throws. */
export function evolveComplaint(complaint: Complaint | null, event: ComplaintEvent): Complaint {
  switch (event.type) {
    case 'complaint-received':
      if (complaint !== null) throw new Error(`complaint ${complaint.number} was received twice`);
      return { ...event.complaint, status: 'received', received: stampOf(event) };
    case 'complaint-taken': {
      const taken = { handler: event.by, answerBy: event.answerBy, taken: stampOf(event) };
      return { ...inRecordStatus(complaint, 'received', 'in-hand'), ...taken, status: 'in-hand' };
    }
    case 'complaint-answered': {
      const { reopened: _reopened, ...inHand } = inRecordStatus(complaint, 'in-hand');
      const answer = { on: event.on, what: event.what, answered: stampOf(event) };
      return { ...inHand, answer, status: 'answered' };
    }
    case 'complaint-reopened': {
      const { answer: _answer, ...again } = inRecordStatus(complaint, 'answered');
      return { ...again, status: 'in-hand', reopened: stampOf(event) };
    }
    case 'complaint-closed': {
      const closing = { lesson: event.lesson, fault: event.fault, closed: stampOf(event) };
      return { ...inRecordStatus(complaint, 'answered'), closing, status: 'closed' };
    }
    case 'complaint-dismissed': {
      const open = inRecordStatus(complaint, 'received', 'in-hand');
      return { ...open, status: 'dismissed', dismissed: stampOf(event) };
    }
    default:
      return unreachable(event);
  }
}

/** The complaint its events tell of. An empty stream is a broken invariant. */
export function replayComplaint(events: readonly ComplaintEvent[]): Complaint {
  const complaint = events.reduce<Complaint | null>(evolveComplaint, null);
  if (complaint === null) throw new Error('a complaint without events');
  return complaint;
}
