import { stampOf } from '../../order/stamp.ts';
import { inRecordStatus } from '../../record/in-record-status.ts';
import { unreachable } from '../../value/result.ts';
import type { SurveyEvent } from './command.ts';
import type { Survey } from './survey.ts';

/** The survey after one more event; null = before the first. An event that can't follow is a broken invariant and throws. */
export function evolveSurvey(survey: Survey | null, event: SurveyEvent): Survey {
  switch (event.type) {
    case 'survey-sent':
      if (survey !== null) throw new Error(`the customer was asked twice about ${survey.number}`);
      return { number: event.order, status: 'asked', asked: stampOf(event), askedOn: event.on, calls: [] };
    case 'follow-up-called': {
      const asked = inRecordStatus(survey, 'asked');
      return { ...asked, calls: [...asked.calls, { ...event.call, called: stampOf(event) }] };
    }
    case 'survey-answered': {
      const { scores, recommends } = event;
      const answer = { scores, ...(recommends !== undefined && { recommends }), answered: stampOf(event) };
      return { ...inRecordStatus(survey, 'asked'), ...answer, status: 'answered' };
    }
    case 'survey-given-up':
      return { ...inRecordStatus(survey, 'asked'), status: 'unanswered', givenUp: stampOf(event) };
    default:
      return unreachable(event);
  }
}

/** The survey its events tell of. An empty stream is a broken invariant. */
export function replaySurvey(events: readonly SurveyEvent[]): Survey {
  const survey = events.reduce<Survey | null>(evolveSurvey, null);
  if (survey === null) throw new Error('a survey without events');
  return survey;
}
