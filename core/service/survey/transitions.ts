import type { Role } from '../../policy/roles.ts';
import type { RecordLifecycle } from '../../record/lifecycle.ts';
import type { SurveyCommandType } from './command.ts';
import type { SurveyStatus } from './survey.ts';

const callers = ['sales', 'order-desk', 'order-desk-head', 'service-supervisor'] as const satisfies readonly Role[];

/** The life of the question how the customer was served (R60, R63). */
export const surveyLifecycle: RecordLifecycle<SurveyStatus, SurveyCommandType> = {
  kind: 'survey',
  statuses: ['asked', 'answered', 'unanswered'],
  transitions: [
    {
      row: 'S1',
      command: 'send-survey',
      from: ['none'],
      to: ['asked'],
      roles: callers,
      reasonRequired: false,
      guard: 'once an order, after its completion',
    },
    {
      row: 'S2',
      command: 'record-follow-up-call',
      from: ['asked'],
      to: 'same',
      roles: callers,
      reasonRequired: false,
      guard: 'between the day it was asked and today',
    },
    {
      row: 'S3',
      command: 'record-survey-answer',
      from: ['asked'],
      to: ['answered'],
      roles: callers,
      reasonRequired: false,
      guard: 'each score 1 to 5; whether he recommends us 0 to 10',
    },
    {
      row: 'S4',
      command: 'give-up-survey',
      from: ['asked'],
      to: ['unanswered'],
      roles: callers,
      reasonRequired: true,
      guard: 'none',
    },
  ],
};
