import type { OrderNumber, Stamp } from '../../order/state.ts';
import type { PlainDate } from '../../value/date.ts';

/** 1 = very bad … 5 = very good. */
export const scores = [1, 2, 3, 4, 5] as const;
export type Score = (typeof scores)[number];

/** What a customer is asked to score (R60). Words: terms `scored.…`. */
export const scored = ['communication', 'speed', 'attitude'] as const;
export type Scores = Readonly<Record<(typeof scored)[number], Score>>;

/** The follow-up call 回访 (R63). */
export interface FollowUpCall {
  readonly on: PlainDate;
  readonly reached: boolean;
  readonly said?: string;
  readonly called: Stamp;
}
/** The one question about a completed order; its name is the order's number, so that it is asked once. */
export interface SurveyContent {
  readonly number: OrderNumber;
  readonly asked: Stamp;
  readonly askedOn: PlainDate;
  readonly calls: readonly FollowUpCall[];
}
export type AskedSurvey = SurveyContent & { readonly status: 'asked' };
export type AnsweredSurvey = SurveyContent & {
  readonly status: 'answered';
  readonly scores: Scores;
  /** 0–10: would he recommend us? For the NPS, which is counted apart. */
  readonly recommends?: number;
  readonly answered: Stamp;
};
export type UnansweredSurvey = SurveyContent & { readonly status: 'unanswered'; readonly givenUp: Stamp };
export type Survey = AskedSurvey | AnsweredSurvey | UnansweredSurvey;
export type SurveyStatus = Survey['status'];
