import type { CommandMeta } from '../../order/command.ts';
import type { Stamp } from '../../order/state.ts';
import type { Party } from '../../record/party.ts';
import type { PlainDate } from '../../value/date.ts';
import type { ComplaintContent } from './complaint.ts';

/** What somebody wants done with a complaint, in the imperative. The reporter's name never travels with it. */
export type ComplaintCommand = CommandMeta &
  (
    | ({ readonly type: 'receive-complaint' } & Omit<ComplaintContent, 'received' | 'receivedOn'>)
    | { readonly type: 'take-complaint'; readonly answerBy: PlainDate }
    | { readonly type: 'answer-complaint'; readonly on: PlainDate; readonly what: string }
    | { readonly type: 'reopen-complaint' }
    | { readonly type: 'close-complaint'; readonly lesson: string; readonly fault: Party }
    | { readonly type: 'dismiss-complaint' }
  );
export type ComplaintCommandType = ComplaintCommand['type'];

/** What happened to a complaint, in the past tense. */
export type ComplaintEvent =
  | ({ readonly type: 'complaint-received'; readonly complaint: Omit<ComplaintContent, 'received'> } & Stamp)
  | ({ readonly type: 'complaint-taken'; readonly answerBy: PlainDate } & Stamp)
  | ({ readonly type: 'complaint-answered'; readonly on: PlainDate; readonly what: string } & Stamp)
  | ({ readonly type: 'complaint-reopened' } & Stamp)
  | ({ readonly type: 'complaint-closed'; readonly lesson: string; readonly fault: Party } & Stamp)
  | ({ readonly type: 'complaint-dismissed' } & Stamp);
