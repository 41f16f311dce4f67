import { type Role, roles } from '../../policy/roles.ts';
import type { RecordLifecycle } from '../../record/lifecycle.ts';
import type { ComplaintCommandType } from './command.ts';
import type { ComplaintStatus } from './complaint.ts';

const handlers = [
  'sales',
  'order-desk',
  'order-desk-head',
  'service-supervisor',
  'sales-manager',
  'quality',
] as const satisfies readonly Role[];
/** R63: the supervision group. */
const supervisors = [
  'service-supervisor',
  'sales-manager',
  'director',
  'finance-manager',
  'auditor',
] as const satisfies readonly Role[];

/** The life of a complaint (R63). */
export const complaintLifecycle: RecordLifecycle<ComplaintStatus, ComplaintCommandType> = {
  kind: 'complaint',
  statuses: ['received', 'in-hand', 'answered', 'closed', 'dismissed'],
  transitions: [
    {
      row: 'P1',
      command: 'receive-complaint',
      from: ['none'],
      to: ['received'],
      roles,
      reasonRequired: false,
      guard: 'something is said',
    },
    {
      row: 'P2',
      command: 'take-complaint',
      from: ['received', 'in-hand'],
      to: ['in-hand'],
      roles: handlers,
      reasonRequired: false,
      guard: 'not whom it is about; the answer is promised for today or later; taken over: the last one counts',
    },
    {
      row: 'P3',
      command: 'answer-complaint',
      from: ['in-hand'],
      to: ['answered'],
      roles: handlers,
      reasonRequired: false,
      guard: 'not whom it is about; on a day from its arrival to today; what was answered',
    },
    {
      row: 'P4',
      command: 'reopen-complaint',
      from: ['answered'],
      to: ['in-hand'],
      roles: [...handlers, ...supervisors.filter((role) => !(handlers as readonly Role[]).includes(role))],
      reasonRequired: true,
      guard: 'the answer did not satisfy',
    },
    {
      row: 'P5',
      command: 'close-complaint',
      from: ['answered'],
      to: ['closed'],
      roles: supervisors,
      reasonRequired: false,
      guard: 'with its lesson; not whom it is about, not who handled it (alone in the office: with a reason)',
    },
    {
      row: 'P6',
      command: 'dismiss-complaint',
      from: ['received', 'in-hand'],
      to: ['dismissed'],
      roles: supervisors,
      reasonRequired: true,
      guard: 'not whom it is about',
    },
  ],
};
