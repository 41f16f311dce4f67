import { type Role, roles } from '../../policy/roles.ts';
import type { RecordLifecycle } from '../../record/lifecycle.ts';
import type { CommunicationCommandType } from './command.ts';
import type { CommunicationStatus } from './communication.ts';

const anyone: readonly Role[] = roles.filter((role) => role !== 'administrator');

/** The life of an entry of the communication log (R5, R63). */
export const communicationLifecycle: RecordLifecycle<CommunicationStatus, CommunicationCommandType> = {
  kind: 'communication',
  statuses: ['open', 'done'],
  transitions: [
    {
      row: 'L1',
      command: 'log-communication',
      from: ['none'],
      to: ['open', 'done'],
      roles: anyone,
      reasonRequired: false,
      guard:
        'not on a day to come; a read-back goes through every point; a next step has its day; done when there is none',
    },
    {
      row: 'L2',
      command: 'finish-next-step',
      from: ['open'],
      to: ['done'],
      roles: anyone,
      reasonRequired: true,
      guard: 'what came of it is the reason',
    },
  ],
};
