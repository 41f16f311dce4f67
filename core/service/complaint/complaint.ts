import type { OrderNumber, Stamp } from '../../order/state.ts';
import type { Party } from '../../record/party.ts';
import type { PersonKey } from '../../record/person.ts';
import type { PlainDate } from '../../value/date.ts';
import type { Channel } from '../communication/communication.ts';

/** "CP-202611-00001": a series of its own. */
export type ComplaintNumber = string & { readonly complaintNumber: true };

/** What it is about. Words: terms `complaintSubject.…`. */
export const complaintSubjects = ['goods', 'delivery', 'price', 'service', 'conduct', 'papers'] as const;
export type ComplaintSubject = (typeof complaintSubjects)[number];

/** A complaint (R63). Who made it stands in a side record under `reporter`, which only an auditor is shown (view.ts). */
export interface ComplaintContent {
  readonly number: ComplaintNumber;
  readonly reporter: PersonKey;
  readonly subject: ComplaintSubject;
  readonly channel: Channel;
  readonly what: string;
  readonly orders: readonly OrderNumber[];
  /** User id of one of us it is about; he neither handles nor closes it. */
  readonly about?: string;
  readonly received: Stamp;
  readonly receivedOn: PlainDate;
}
export interface Handling {
  /** User id; the last one counts, after it was reopened. */
  readonly handler: { readonly userId: string; readonly name: string };
  readonly answerBy: PlainDate;
  readonly taken: Stamp;
}
export interface Answer {
  readonly answer: { readonly on: PlainDate; readonly what: string; readonly answered: Stamp };
}
export type ReceivedComplaint = ComplaintContent & { readonly status: 'received' };
export type ComplaintInHand = ComplaintContent & Handling & { readonly status: 'in-hand'; readonly reopened?: Stamp };
export type AnsweredComplaint = ComplaintContent & Handling & Answer & { readonly status: 'answered' };
export type ClosedComplaint = ComplaintContent &
  Handling &
  Answer & {
    readonly status: 'closed';
    readonly closing: { readonly lesson: string; readonly fault: Party; readonly closed: Stamp };
  };
/** There was nothing in it; why is in `dismissed.reason`. */
export type DismissedComplaint = ComplaintContent &
  Partial<Handling> & { readonly status: 'dismissed'; readonly dismissed: Stamp };

/** A complaint as its events tell it. */
export type Complaint = ReceivedComplaint | ComplaintInHand | AnsweredComplaint | ClosedComplaint | DismissedComplaint;
export type ComplaintStatus = Complaint['status'];
