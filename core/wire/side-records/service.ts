import { z } from 'zod';
import { parties } from '../../record/party.ts';
import { channels, readBackPoints } from '../../service/communication/communication.ts';
import { communicationLifecycle } from '../../service/communication/transitions.ts';
import { complaintSubjects } from '../../service/complaint/complaint.ts';
import { complaintLifecycle } from '../../service/complaint/transitions.ts';
import { surveyLifecycle } from '../../service/survey/transitions.ts';
import { date, instant, shortText, text } from '../values.ts';
import { type AsCommand, kept, orders, person, personView, reason, stampView } from './parts.ts';

/** What is said with customers over HTTP: log, complaints, satisfaction surveys (R5, R60, R61, R63). */

const otherSubjects = ['order', 'change', 'delivery', 'payment', 'complaint', 'follow-up', 'other'] as const;
const readBack = z.strictObject({ point: z.enum(readBackPoints), correction: text.exactOptional() });
export const logCommunication = z.strictObject({
  customerCode: shortText,
  orders,
  on: date,
  channel: z.enum(channels),
  direction: z.enum(['in', 'out']),
  withWhom: person,
  about: z.discriminatedUnion('subject', [
    z.strictObject({ subject: z.literal('inquiry'), solved: z.boolean() }),
    z.strictObject({ subject: z.literal('read-back'), points: z.array(readBack).max(20), answerBy: instant }),
    z.strictObject({ subject: z.enum(otherSubjects) }),
  ]),
  what: text,
  nextStep: z.strictObject({ what: text, until: date }).exactOptional(),
  reason,
});
export const communicationCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('finish-next-step'), reason }),
]);
export type CommunicationAsked =
  | AsCommand<'log-communication', typeof logCommunication>
  | z.output<typeof communicationCommand>;

export const communicationView = z.object({
  ...kept,
  status: z.enum(communicationLifecycle.statuses),
  customerCode: z.string(),
  orders: z.array(z.string()),
  on: date,
  channel: z.enum(channels),
  direction: z.enum(['in', 'out']),
  withWhom: personView,
  about: z.object({
    subject: z.enum(['inquiry', 'read-back', ...otherSubjects]),
    solved: z.boolean().exactOptional(),
    points: z
      .array(z.object({ point: z.enum(readBackPoints), correction: z.string().exactOptional() }))
      .exactOptional(),
    answerBy: instant.exactOptional(),
  }),
  what: z.string(),
  nextStep: z.object({ what: z.string(), until: date }).exactOptional(),
  logged: stampView,
  done: stampView.exactOptional(),
});

/** `about`: id or name of one of us; he then neither handles nor sees it. */
export const receiveComplaint = z.strictObject({
  reporter: person,
  subject: z.enum(complaintSubjects),
  channel: z.enum(channels),
  what: text,
  orders,
  about: shortText.exactOptional(),
  reason,
});
export const complaintCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('take-complaint'), answerBy: date, reason }),
  z.strictObject({ type: z.literal('answer-complaint'), on: date, what: text, reason }),
  z.strictObject({ type: z.literal('reopen-complaint'), reason }),
  z.strictObject({ type: z.literal('close-complaint'), lesson: text, fault: z.enum(parties), reason }),
  z.strictObject({ type: z.literal('dismiss-complaint'), reason }),
]);
export type ComplaintAsked =
  | AsCommand<'receive-complaint', typeof receiveComplaint>
  | z.output<typeof complaintCommand>;

export const complaintShape = z.object({
  ...kept,
  status: z.enum(complaintLifecycle.statuses),
  subject: z.enum(complaintSubjects),
  channel: z.enum(channels),
  what: z.string(),
  orders: z.array(z.string()),
  about: z.string().exactOptional(),
  receivedAt: instant,
  receivedOn: date,
  /** For the auditor alone. `reporter` null: he was erased. */
  confidential: z
    .object({
      reporter: z.object({ key: z.string(), name: z.string(), contact: z.string().exactOptional() }).nullable(),
      received: stampView,
    })
    .exactOptional(),
  handler: z.object({ userId: z.string(), name: z.string() }).exactOptional(),
  answerBy: date.exactOptional(),
  taken: stampView.exactOptional(),
  reopened: stampView.exactOptional(),
  answer: z.object({ on: date, what: z.string(), answered: stampView }).exactOptional(),
  closing: z.object({ lesson: z.string(), fault: z.enum(parties), closed: stampView }).exactOptional(),
  dismissed: stampView.exactOptional(),
});

const score = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);
const scores = { communication: score, speed: score, attitude: score };
export const sendSurvey = z.strictObject({ order: shortText, reason });
export const surveyCommand = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('record-follow-up-call'),
    on: date,
    reached: z.boolean(),
    said: text.exactOptional(),
    reason,
  }),
  z.strictObject({
    type: z.literal('record-survey-answer'),
    scores: z.strictObject(scores),
    recommends: z.int().min(0).max(10).exactOptional(),
    reason,
  }),
  z.strictObject({ type: z.literal('give-up-survey'), reason }),
]);
export type SurveyAsked = AsCommand<'send-survey', typeof sendSurvey> | z.output<typeof surveyCommand>;

/** `number` is its order's: a customer is asked once about an order. */
export const surveyView = z.object({
  ...kept,
  status: z.enum(surveyLifecycle.statuses),
  asked: stampView,
  askedOn: date,
  calls: z.array(z.object({ on: date, reached: z.boolean(), said: z.string().exactOptional(), called: stampView })),
  scores: z.object(scores).exactOptional(),
  recommends: z.int().exactOptional(),
  answered: stampView.exactOptional(),
  givenUp: stampView.exactOptional(),
});
