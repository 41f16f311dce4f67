import { type Role, roles } from '../policy/roles.ts';
import type { RecordLifecycle } from '../record/lifecycle.ts';
import type { ChangeStatus } from './change.ts';
import type { ChangeCommandType } from './command.ts';
import { rolesThat } from './departments.ts';

const askers = [
  'sales',
  'order-desk',
  'order-desk-head',
  'service-supervisor',
  'sales-manager',
  'production',
  'production-head',
  'purchasing',
  'quality',
  'technical',
  'warehouse',
  'documents',
] as const satisfies readonly Role[];
const clerks = ['sales', 'order-desk', 'order-desk-head'] as const satisfies readonly Role[];
const authorities = [
  'order-desk-head',
  'sales-manager',
  'director',
  'general-manager',
] as const satisfies readonly Role[];

/** Row C (and 13, X) of the design's lifecycle table: the life of a change request. */
export const changeLifecycle: RecordLifecycle<ChangeStatus, ChangeCommandType> = {
  kind: 'change',
  statuses: ['asked', 'assessed', 'agreed', 'cosigned', 'approved', 'in-force', 'refused', 'withdrawn'],
  transitions: [
    {
      row: 'C1',
      command: 'ask-change',
      from: ['none'],
      to: ['asked', 'assessed'],
      roles: askers,
      reasonRequired: true,
      guard:
        'the order is confirmed, not all of it has left; against its content and letter as they are; no line below what has left, none that has left in part becomes another item or price; assessed at once when no department is asked',
    },
    {
      row: 'C2',
      command: 'assess-change',
      from: ['asked'],
      to: ['asked', 'assessed'],
      roles: rolesThat('assess'),
      reasonRequired: false,
      guard: 'a department that is asked, by its own people; assessed when all have answered',
    },
    {
      row: 'C2a',
      command: 'assess-change',
      from: ['assessed'],
      to: 'same',
      roles: rolesThat('assess'),
      reasonRequired: false,
      guard: 'corrected, as long as the customer has not agreed to it',
    },
    {
      row: 'C3',
      command: 'settle-loss',
      from: ['assessed', 'agreed', 'cosigned'],
      to: 'same',
      roles: ['sales-manager', 'director', 'general-manager', 'finance-manager'],
      reasonRequired: false,
      guard:
        'there is a loss; the shares make it up exactly; contract or agreement named; approvals given before are void',
    },
    {
      row: 'C4',
      command: 'record-agreement',
      from: ['assessed'],
      to: ['agreed', 'cosigned'],
      roles: clerks,
      reasonRequired: false,
      guard:
        'in writing, with the paper; between the day it was asked and today; co-signed at once when nobody is asked',
    },
    {
      row: 'C5',
      command: 'cosign-change',
      from: ['agreed', 'cosigned'],
      to: ['agreed', 'cosigned'],
      roles: rolesThat('sign'),
      reasonRequired: false,
      guard: 'a department that is asked, by its head, with a statement; co-signed when the last word of each is yes',
    },
    {
      row: 'C6',
      command: 'approve-change',
      from: ['cosigned', 'approved'],
      to: ['cosigned', 'approved'],
      roles,
      reasonRequired: false,
      guard:
        'whoever the policy names (`approval.byAmount`, `change.*`); by default: authority by the larger of old and new total; a remainder or a cancellation: sales manager; more than minor once supply has begun: director, with a reason; cancelling what was begun: director and finance manager; the loss has its bearers; not who asked, nor twice the same',
    },
    {
      row: 'C7',
      command: 'bring-into-force',
      from: ['approved'],
      to: ['in-force'],
      roles: ['order-desk', 'order-desk-head', 'sales-manager', 'finance-manager', 'general-manager'],
      reasonRequired: false,
      guard:
        'content and letter of the order unchanged, approval still enough; with new content, reservation and letter',
    },
    {
      row: 'C8',
      command: 'refuse-change',
      from: ['asked', 'assessed', 'agreed', 'cosigned'],
      to: ['refused'],
      roles: authorities,
      reasonRequired: true,
      guard: 'by us, or by the customer who does not agree to what it costs',
    },
    {
      row: 'C9',
      command: 'withdraw-change',
      from: ['asked', 'assessed', 'agreed', 'cosigned', 'approved'],
      to: ['withdrawn'],
      roles: askers,
      reasonRequired: true,
      guard: 'the wish is gone, or the order has moved on',
    },
  ],
};
