import { z } from 'zod';
import type { Endpoint } from '../endpoints.ts';
import { shortText } from '../values.ts';
import { askChange, changeCommand } from './change.ts';
import { askedChange, changeView } from './change-view.ts';
import { holdCommand, holdView, raiseHold } from './hold.ts';
import { listQuery, number } from './parts.ts';
import { askReturn, returnCommand, returnView } from './return.ts';
import {
  communicationCommand,
  communicationView,
  complaintCommand,
  complaintShape,
  logCommunication,
  receiveComplaint,
  sendSurvey,
  surveyCommand,
  surveyView,
} from './service.ts';
import { sideRecordList } from './summary.ts';

/** A list of records of one kind, and one of them whole. */
const list = { method: 'GET', needs: 'orders.read', query: listQuery, answer: sideRecordList } as const;
const one = { method: 'GET', needs: 'orders.read', params: number } as const;
/** Beginning a record, and what is done with it from then on; its own table of doors decides who may. */
const begin = { method: 'POST', needs: 'by-command', once: true } as const;
const command = { ...begin, params: number } as const;

/** The papers beside an order, in the endpoint table. */
export const sideRecordEndpoints = {
  changes: { ...list, path: '/api/changes', summary: 'Change requests' },
  askChange: {
    ...begin,
    path: '/api/changes',
    summary: 'Ask for an order to be changed; new goods are checked as rows of a new order are',
    body: askChange,
    answer: askedChange,
  },
  change: { ...one, path: '/api/changes/:number', summary: 'One change request', answer: changeView },
  commandChange: {
    ...command,
    path: '/api/changes/:number/commands',
    summary: 'Assess, agree, co-sign, approve, refuse or withdraw a change, or bring it into force with a new letter',
    body: changeCommand,
    answer: changeView,
  },
  returns: { ...list, path: '/api/returns', summary: 'Goods that come back' },
  askReturn: {
    ...begin,
    path: '/api/returns',
    summary: 'Ask to send goods back, also of orders that are closed or archived',
    body: askReturn,
    answer: returnView,
  },
  goodsReturn: { ...one, path: '/api/returns/:number', summary: 'One return', answer: returnView },
  commandReturn: {
    ...command,
    path: '/api/returns/:number/commands',
    summary: 'Approve, inspect, dispose of and settle a return',
    body: returnCommand,
    answer: returnView,
  },
  holds: { ...list, path: '/api/holds', summary: 'Holds and exceptions' },
  raiseHold: {
    ...begin,
    path: '/api/holds',
    summary: 'Hold an order, a line or a customer, or report an exception',
    body: raiseHold,
    answer: holdView,
  },
  hold: { ...one, path: '/api/holds/:number', summary: 'One hold or exception', answer: holdView },
  commandHold: {
    ...command,
    path: '/api/holds/:number/commands',
    summary: 'Report, escalate, resolve, feed back or release it; credit and stock are asked again at its release',
    body: holdCommand,
    answer: holdView,
  },
  communications: { ...list, path: '/api/communications', summary: 'The communication log, or its next steps' },
  logCommunication: {
    ...begin,
    path: '/api/communications',
    summary: 'Note what was said with a customer',
    body: logCommunication,
    answer: communicationView,
  },
  communication: {
    ...one,
    path: '/api/communications/:number',
    summary: 'One entry of the log',
    answer: communicationView,
  },
  commandCommunication: {
    ...command,
    path: '/api/communications/:number/commands',
    summary: 'Say what came of its next step',
    body: communicationCommand,
    answer: communicationView,
  },
  complaints: { ...list, needs: 'complaints.read', path: '/api/complaints', summary: 'Complaints' },
  receiveComplaint: {
    ...begin,
    path: '/api/complaints',
    summary: 'Complain, or write a complaint down; who made it only an auditor sees',
    body: receiveComplaint,
    answer: complaintShape,
  },
  complaint: {
    ...one,
    needs: 'complaints.read',
    path: '/api/complaints/:number',
    summary: 'One complaint',
    answer: complaintShape,
  },
  commandComplaint: {
    ...command,
    needs: 'complaints.read',
    path: '/api/complaints/:number/commands',
    summary: 'Take, answer, reopen, close or dismiss a complaint',
    body: complaintCommand,
    answer: complaintShape,
  },
  surveys: { ...list, path: '/api/surveys', summary: 'How customers were served' },
  sendSurvey: {
    ...begin,
    path: '/api/surveys',
    summary: 'Ask a customer how he was served, once an order',
    body: sendSurvey,
    answer: surveyView,
  },
  survey: { ...one, path: '/api/surveys/:number', summary: "One order's survey", answer: surveyView },
  commandSurvey: {
    ...command,
    path: '/api/surveys/:number/commands',
    summary: 'Record a follow-up call or the scores, or give up asking',
    body: surveyCommand,
    answer: surveyView,
  },
  erasePerson: {
    method: 'DELETE',
    path: '/api/people/:key',
    summary: 'Forget who a person was, for good; what he said stays, under a key that names nobody',
    needs: 'people.erase',
    inPerson: true,
    params: z.object({ key: shortText }),
    answer: z.object({}),
  },
} as const satisfies Record<string, Endpoint>;
export type SideRecordEndpointName = keyof typeof sideRecordEndpoints;
