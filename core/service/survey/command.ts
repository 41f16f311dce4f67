import type { CommandMeta } from '../../order/command.ts';
import type { OrderNumber, Stamp } from '../../order/state.ts';
import type { PlainDate } from '../../value/date.ts';
import type { FollowUpCall, Scores } from './survey.ts';

/** What somebody wants done with the question how the customer was served, in the imperative. */
export type SurveyCommand = CommandMeta &
  (
    | { readonly type: 'send-survey'; readonly order: OrderNumber }
    | {
        readonly type: 'record-follow-up-call';
        readonly on: PlainDate;
        readonly reached: boolean;
        readonly said?: string;
      }
    | { readonly type: 'record-survey-answer'; readonly scores: Scores; readonly recommends?: number }
    | { readonly type: 'give-up-survey' }
  );
export type SurveyCommandType = SurveyCommand['type'];

/** What happened, in the past tense. */
export type SurveyEvent =
  | ({ readonly type: 'survey-sent'; readonly order: OrderNumber; readonly on: PlainDate } & Stamp)
  | ({ readonly type: 'follow-up-called'; readonly call: Omit<FollowUpCall, 'called'> } & Stamp)
  | ({ readonly type: 'survey-answered'; readonly scores: Scores; readonly recommends?: number } & Stamp)
  | ({ readonly type: 'survey-given-up' } & Stamp);
