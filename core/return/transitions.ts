import type { Role } from '../policy/roles.ts';
import type { RecordLifecycle } from '../record/lifecycle.ts';
import type { ReturnCommandType } from './command.ts';
import type { ReturnStatus } from './goods-return.ts';

const clerks = ['sales', 'order-desk', 'order-desk-head', 'service-supervisor'] as const satisfies readonly Role[];
const approvers = ['sales-manager', 'director', 'general-manager'] as const satisfies readonly Role[];
const keepers = ['warehouse', 'quality'] as const satisfies readonly Role[];

/** Row R of the design's lifecycle table: the life of goods that come back. */
export const returnLifecycle: RecordLifecycle<ReturnStatus, ReturnCommandType> = {
  kind: 'return',
  statuses: ['asked', 'approved', 'inspected', 'disposed', 'settled', 'turned-back', 'refused', 'withdrawn'],
  transitions: [
    {
      row: 'R1',
      command: 'ask-return',
      from: ['none'],
      to: ['asked'],
      roles: [...clerks, 'sales-manager'],
      reasonRequired: true,
      guard:
        'one customer; of each line at most what was received less what all its returns took, no part of a piece; closed and archived orders too',
    },
    {
      row: 'R2',
      command: 'approve-return',
      from: ['asked'],
      to: ['approved'],
      roles: approvers,
      reasonRequired: false,
      guard: 'not who asked (alone in the office: with a reason)',
    },
    {
      row: 'R3',
      command: 'inspect-return',
      from: ['approved'],
      to: ['inspected', 'turned-back'],
      roles: keepers,
      reasonRequired: false,
      guard:
        'of each line at most what was asked; between the day it was asked and today; turned back when nothing is accepted',
    },
    {
      row: 'R4',
      command: 'dispose-return',
      from: ['inspected'],
      to: ['disposed'],
      roles: keepers,
      reasonRequired: false,
      guard:
        'exactly what was accepted; only goods of a repair are mended, and those are never restocked; scrapping takes a reason',
    },
    {
      row: 'R5',
      command: 'refund-return',
      from: ['disposed'],
      to: ['disposed', 'settled'],
      roles: ['finance-clerk', 'finance-manager'],
      reasonRequired: false,
      guard: 'goods we kept are still owed for; amount above zero; paper named',
    },
    {
      row: 'R6',
      command: 'replace-return',
      from: ['disposed'],
      to: ['disposed', 'settled'],
      roles: clerks,
      reasonRequired: false,
      guard: 'an exchange, or a repair that could not be done; another order',
    },
    {
      row: 'R7',
      command: 'hand-back-return',
      from: ['disposed'],
      to: ['disposed', 'settled'],
      roles: ['warehouse', 'shipper'],
      reasonRequired: false,
      guard: 'mended goods are still here',
    },
    {
      row: 'R8',
      command: 'refuse-return',
      from: ['asked'],
      to: ['refused'],
      roles: approvers,
      reasonRequired: true,
      guard: 'none',
    },
    {
      row: 'R9',
      command: 'withdraw-return',
      from: ['asked', 'approved'],
      to: ['withdrawn'],
      roles: [...clerks, 'sales-manager'],
      reasonRequired: true,
      guard: 'the goods never came',
    },
  ],
};
