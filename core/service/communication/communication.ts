import type { OrderNumber, Stamp } from '../../order/state.ts';
import type { PersonKey } from '../../record/person.ts';
import type { Instant, PlainDate } from '../../value/date.ts';

/** "CL-202611-00012". */
export type CommunicationNumber = string & { readonly communicationNumber: true };

/** How it was said (R1). Words: terms `channel.…`. */
export const channels = ['phone', 'e-mail', 'fax', 'chat', 'visit', 'letter', 'online'] as const;
export type Channel = (typeof channels)[number];

/** What an order is read back by (R5). Words: terms `readBack.…`. */
export const readBackPoints = ['customer', 'items', 'quantities', 'prices', 'dates', 'address', 'payment'] as const;
export type ReadBackPoint = (typeof readBackPoints)[number];

/** One point read back to the customer: he agreed, or said something else. */
export interface ReadBack {
  readonly point: ReadBackPoint;
  readonly correction?: string;
}

/** What it was about. Of an inquiry: whether it was answered there and then (R61); of a read-back, by when he hears (R5). */
export type Subject =
  | { readonly subject: 'inquiry'; readonly solved: boolean }
  | { readonly subject: 'read-back'; readonly points: readonly ReadBack[]; readonly answerBy: Instant }
  | { readonly subject: 'order' | 'change' | 'delivery' | 'payment' | 'complaint' | 'follow-up' | 'other' };

export interface NextStep {
  readonly what: string;
  readonly until: PlainDate;
}

/** One entry of the log (R63): said with whom, how, what, and what follows from it. Never edited; a correction is an entry. */
export interface CommunicationContent {
  readonly number: CommunicationNumber;
  readonly customerCode: string;
  /** None = about no order in particular. */
  readonly orders: readonly OrderNumber[];
  readonly on: PlainDate;
  readonly channel: Channel;
  readonly direction: 'in' | 'out';
  readonly withWhom: PersonKey;
  readonly about: Subject;
  readonly what: string;
  readonly nextStep?: NextStep;
  readonly logged: Stamp;
}
/** `open`: a next step waits. */
export type OpenCommunication = CommunicationContent & { readonly nextStep: NextStep; readonly status: 'open' };
export type DoneCommunication = CommunicationContent & { readonly status: 'done'; readonly done?: Stamp };
export type Communication = OpenCommunication | DoneCommunication;
export type CommunicationStatus = Communication['status'];

/** Next steps whose day is over, the longest waiting first. */
export const overdueSteps = (entries: readonly Communication[], today: PlainDate): readonly OpenCommunication[] =>
  entries
    .filter((entry) => entry.status === 'open')
    .filter(({ nextStep }) => nextStep.until < today)
    .toSorted((a, b) => (a.nextStep.until < b.nextStep.until ? -1 : a.nextStep.until > b.nextStep.until ? 1 : 0));
