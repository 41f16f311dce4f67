import type { Refusal, RefusalCode } from '../../order/refusal.ts';
import { stamp } from '../../order/stamp.ts';
import type { OrderStatus } from '../../order/status.ts';
import { closedRecordDoor, recordRefusal } from '../../record/door.ts';
import { inRecordStatus } from '../../record/in-record-status.ts';
import { no, ok, type Result, unreachable } from '../../value/result.ts';
import type { SurveyCommand, SurveyEvent } from './command.ts';
import { type AskedSurvey, type Survey, scored, scores } from './survey.ts';
import { surveyLifecycle } from './transitions.ts';

/** Where the order stands that is asked about; null = there is none. Loaded in the same transaction. */
export interface SurveyContext {
  readonly orderStatus: OrderStatus | null;
}

/** What a command comes to: events to append, or why not. */
export type SurveyDecision = Result<readonly SurveyEvent[], Refusal>;

type CommandOf<Type extends SurveyCommand['type']> = Extract<SurveyCommand, { readonly type: Type }>;

/** What a command does to the survey of an order (null = not asked yet; R60). Pure. */
export function decideSurvey(command: SurveyCommand, survey: Survey | null, context: SurveyContext): SurveyDecision {
  const closed = closedRecordDoor(surveyLifecycle, command, survey);
  if (closed !== null) return no(closed);
  switch (command.type) {
    case 'send-survey':
      return asked(command, context);
    case 'record-follow-up-call':
      return called(command, inRecordStatus(survey, 'asked'));
    case 'record-survey-answer':
      return recorded(command, inRecordStatus(survey, 'asked'));
    case 'give-up-survey':
      return ok([{ type: 'survey-given-up', ...stamp(command) }]);
    default:
      return unreachable(command);
  }
}

const afterCompletion: readonly OrderStatus[] = ['completed', 'closed', 'archived'];

function asked(command: CommandOf<'send-survey'>, { orderStatus }: SurveyContext): SurveyDecision {
  const data = { order: command.order };
  if (orderStatus === null) return refuse(command, null, 'order.not-found', data);
  if (!afterCompletion.includes(orderStatus)) return refuse(command, null, 'survey.not-completed', data);
  return ok([{ type: 'survey-sent', order: command.order, on: command.today, ...stamp(command) }]);
}

function called(command: CommandOf<'record-follow-up-call'>, survey: AskedSurvey): SurveyDecision {
  const { on, today, reached } = command;
  const said = (command.said ?? '').trim();
  if (on > today) return refuse(command, survey, 'date.in-future', { date: on });
  if (on < survey.askedOn) return refuse(command, survey, 'survey.called-before-sent', { date: survey.askedOn });
  return ok([{ type: 'follow-up-called', call: { on, reached, ...(said !== '' && { said }) }, ...stamp(command) }]);
}

function recorded(command: CommandOf<'record-survey-answer'>, survey: AskedSurvey): SurveyDecision {
  const { recommends } = command;
  const odd = scored.find((what) => !scores.includes(command.scores[what]));
  if (odd !== undefined)
    return refuse(command, survey, 'survey.score-range', { score: `${command.scores[odd]}`, from: '1', to: '5' });
  if (recommends !== undefined && !(Number.isInteger(recommends) && recommends >= 0 && recommends <= 10))
    return refuse(command, survey, 'survey.score-range', { score: `${recommends}`, from: '0', to: '10' });
  const { communication, speed, attitude } = command.scores;
  return ok([
    {
      type: 'survey-answered',
      scores: { communication, speed, attitude },
      ...(recommends !== undefined && { recommends }),
      ...stamp(command),
    },
  ]);
}

const refuse = (
  command: SurveyCommand,
  survey: Survey | null,
  code: RefusalCode,
  data?: Readonly<Record<string, string>>,
): SurveyDecision => no(recordRefusal(surveyLifecycle, command.type, survey, code, data));
