import type { SideRecordKind } from '../../../core/record/lifecycle.ts';
import type { PersonKey } from '../../../core/record/person.ts';
import { no } from '../../../core/value/result.ts';
import type { SideRecordEndpointName } from '../../../core/wire/side-records/endpoints.ts';
import type { Caller } from '../../app/company.ts';
import { bringIntoForce } from '../../app/side-records/bring-into-force.ts';
import { changeUse, changeViewOf } from '../../app/side-records/change.ts';
import { commandRecord } from '../../app/side-records/command-record.ts';
import { communicationUse, communicationViewOf } from '../../app/side-records/communication.ts';
import { complaintUse, complaintViewOf, maySee, userIdOf } from '../../app/side-records/complaint.ts';
import { holdUse, holdViewOf } from '../../app/side-records/hold.ts';
import { listRecords } from '../../app/side-records/list-records.ts';
import { readRecord } from '../../app/side-records/read-record.ts';
import type { Asked, RecordUse } from '../../app/side-records/record-use.ts';
import { returnUse, returnViewOf } from '../../app/side-records/return.ts';
import { surveyUse, surveyViewOf } from '../../app/side-records/survey.ts';
import type { RecordOf } from '../../ports.ts';
import type { Handlers } from '../handler.ts';
import { granted } from '../problem.ts';

/** What the papers beside an order are told, and what they say. */
export const sideRecordHandlers: Pick<Handlers, SideRecordEndpointName> = {
  changes: ({ caller, query }) => listRecords(caller, 'change', query),
  askChange: async ({ caller, body, ...sent }) => {
    const request = { type: 'ask-change', ...body } as const;
    const done = granted(await commandRecord(caller, changeUse, { number: null, request, ...attempted(sent) }));
    return done.number === null
      ? { outcome: 'findings', findings: done.findings }
      : { outcome: 'asked', change: changeViewOf(await kept(caller, 'change', done.number), caller) };
  },
  change: async ({ caller, params }) => changeViewOf(await kept(caller, 'change', params.number), caller),
  commandChange: async ({ caller, params, body, ...sent }) => {
    const { number } = params;
    if (body.type !== 'bring-into-force')
      return changeViewOf(await told(caller, changeUse, number, body, sent), caller);
    granted(await bringIntoForce(caller, { number, request: body, ...attempted(sent) }));
    return changeViewOf(await kept(caller, 'change', number), caller);
  },

  returns: ({ caller, query }) => listRecords(caller, 'return', query),
  askReturn: async ({ caller, body, ...sent }) =>
    returnViewOf(await told(caller, returnUse, null, { type: 'ask-return', ...body }, sent), caller),
  goodsReturn: async ({ caller, params }) => returnViewOf(await kept(caller, 'return', params.number), caller),
  commandReturn: async ({ caller, params, body, ...sent }) =>
    returnViewOf(await told(caller, returnUse, params.number, body, sent), caller),

  holds: ({ caller, query }) => listRecords(caller, 'hold', query),
  raiseHold: async ({ caller, body, ...sent }) =>
    holdViewOf(await told(caller, holdUse, null, { type: 'raise-hold', ...body }, sent), caller),
  hold: async ({ caller, params }) => holdViewOf(await kept(caller, 'hold', params.number), caller),
  commandHold: async ({ caller, params, body, ...sent }) =>
    holdViewOf(await told(caller, holdUse, params.number, body, sent), caller),

  communications: ({ caller, query }) => listRecords(caller, 'communication', query),
  logCommunication: async ({ caller, body, ...sent }) => {
    const withWhom = await caller.company.store.people.remember(body.withWhom);
    const request = { type: 'log-communication', ...body, withWhom } as const;
    return communicationViewOf(await told(caller, communicationUse, null, request, sent), caller);
  },
  communication: async ({ caller, params }) =>
    communicationViewOf(await kept(caller, 'communication', params.number), caller),
  commandCommunication: async ({ caller, params, body, ...sent }) =>
    communicationViewOf(await told(caller, communicationUse, params.number, body, sent), caller),

  complaints: ({ caller, query }) => listRecords(caller, 'complaint', query),
  receiveComplaint: async ({ caller, body: { about: called, ...body }, ...sent }) => {
    const about = called === undefined ? {} : { about: granted(await userIdOf(caller, called)) };
    const reporter = await caller.company.store.people.remember(body.reporter);
    const request = { type: 'receive-complaint', ...body, ...about, reporter } as const;
    return complaintViewOf(await told(caller, complaintUse, null, request, sent), caller);
  },
  complaint: async ({ caller, params }) => complaintViewOf(await complaintFor(caller, params.number), caller),
  commandComplaint: async ({ caller, params, body, ...sent }) => {
    await complaintFor(caller, params.number);
    return complaintViewOf(await told(caller, complaintUse, params.number, body, sent), caller);
  },

  surveys: ({ caller, query }) => listRecords(caller, 'survey', query),
  sendSurvey: async ({ caller, body, ...sent }) =>
    surveyViewOf(await told(caller, surveyUse, null, { type: 'send-survey', ...body }, sent), caller),
  survey: async ({ caller, params }) => surveyViewOf(await kept(caller, 'survey', params.number), caller),
  commandSurvey: async ({ caller, params, body, ...sent }) =>
    surveyViewOf(await told(caller, surveyUse, params.number, body, sent), caller),

  erasePerson: async ({ caller, params }) => {
    await caller.company.store.people.erase(params.key as PersonKey);
    return {};
  },
};

interface Sent {
  readonly requestKey: string;
  readonly expectedVersion: number | undefined;
}
const attempted = ({ requestKey, expectedVersion }: Sent) => ({
  requestKey,
  ...(expectedVersion !== undefined && { expectedVersion }),
});

const kept = async <Kind extends SideRecordKind>(caller: Caller, kind: Kind, number: string): Promise<RecordOf<Kind>> =>
  granted(await readRecord(caller, kind, number));

/** Whom a complaint is about isn't told that there is one. */
async function complaintFor(caller: Caller, number: string): Promise<RecordOf<'complaint'>> {
  const complaint = await kept(caller, 'complaint', number);
  if (!maySee(complaint.state, caller)) return granted(no({ code: 'record.not-found', data: { record: number } }));
  return complaint;
}

/** The record after the command. Only new goods are checked: whoever names none has no findings. */
async function told<Kind extends SideRecordKind, Request extends Asked>(
  caller: Caller,
  use: RecordUse<Kind, Request>,
  number: string | null,
  request: Request,
  sent: Sent,
): Promise<RecordOf<Kind>> {
  const done = granted(await commandRecord(caller, use, { number, request, ...attempted(sent) }));
  if (done.number === null) throw new Error(`${use.kind}: findings where no goods are named`);
  return kept(caller, use.kind, done.number);
}
