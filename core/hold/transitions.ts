import { type Role, roles } from '../policy/roles.ts';
import type { RecordLifecycle } from '../record/lifecycle.ts';
import type { HoldCommandType } from './command.ts';
import type { HoldStatus } from './hold.ts';

const anyone: readonly Role[] = roles.filter((role) => role !== 'administrator');

/** Row H of the design's lifecycle table: the life of a hold or an exception. */
export const holdLifecycle: RecordLifecycle<HoldStatus, HoldCommandType> = {
  kind: 'hold',
  statuses: ['raised', 'reported', 'resolved', 'released'],
  transitions: [
    {
      row: 'H1',
      command: 'raise-hold',
      from: ['none'],
      to: ['raised'],
      roles: anyone,
      reasonRequired: true,
      guard: 'the order is active and has the line; a hold blocks something; the deadline is still to come',
    },
    {
      row: 'H2',
      command: 'escalate-hold',
      from: ['raised', 'reported'],
      to: 'same',
      roles: anyone,
      reasonRequired: false,
      guard: 'the deadline has passed and somebody stands above the owner; with a deadline of its own',
    },
    {
      row: 'H3',
      command: 'report-hold',
      from: ['raised'],
      to: ['reported'],
      roles: anyone,
      reasonRequired: false,
      guard: 'to whom is named',
    },
    {
      row: 'H4',
      command: 'resolve-hold',
      from: ['raised', 'reported'],
      to: ['resolved'],
      roles: anyone,
      reasonRequired: false,
      guard: 'by its owner or above; solution and lesson; an exception has been reported',
    },
    {
      row: 'H5',
      command: 'feed-back-hold',
      from: ['resolved'],
      to: 'same',
      roles: anyone,
      reasonRequired: false,
      guard: 'once; who was told is named; not on a day to come',
    },
    {
      row: 'H6',
      command: 'release-hold',
      from: ['resolved'],
      to: ['released'],
      roles: anyone,
      reasonRequired: false,
      guard: 'by its owner or above; credit and stock asked again; an exception has been fed back',
    },
  ],
};
