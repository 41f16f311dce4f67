import { z } from 'zod';
import { heldActions } from '../../hold/hold.ts';
import { holdReasons } from '../../hold/reasons.ts';
import { holdLifecycle } from '../../hold/transitions.ts';
import { date, instant, role, shortText, text } from '../values.ts';
import { type AsCommand, kept, lineNumber, reason, stampView } from './parts.ts';

/** Holds 挂起 and exceptions 异常 over HTTP (R46–R48). */

const blocks = z.array(z.enum(heldActions)).max(heldActions.length);
/** `code` says which rules hold for it, `reason` in words what it is about. */
export const raiseHold = z.strictObject({
  code: z.enum(holdReasons),
  scope: z.discriminatedUnion('on', [
    z.strictObject({ on: z.literal('order'), order: shortText }),
    z.strictObject({ on: z.literal('line'), order: shortText, line: lineNumber }),
    z.strictObject({ on: z.literal('customer'), customerCode: shortText }),
  ]),
  blocks: blocks.exactOptional(),
  owner: role.exactOptional(),
  deadline: instant,
  reason,
});
export const holdCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('escalate-hold'), deadline: instant, reason }),
  z.strictObject({ type: z.literal('report-hold'), to: text, plan: text.exactOptional(), reason }),
  z.strictObject({ type: z.literal('resolve-hold'), what: text, lesson: text, reason }),
  z.strictObject({ type: z.literal('feed-back-hold'), on: date, told: text, reason }),
  z.strictObject({ type: z.literal('release-hold'), reason }),
]);
export type HoldAsked = AsCommand<'raise-hold', typeof raiseHold> | z.output<typeof holdCommand>;

export const holdView = z.object({
  ...kept,
  status: z.enum(holdLifecycle.statuses),
  reason: z.enum(holdReasons),
  scope: z.object({
    on: z.enum(['order', 'line', 'customer']),
    order: z.string().exactOptional(),
    line: z.int().exactOptional(),
    customerCode: z.string().exactOptional(),
  }),
  blocks,
  raised: stampView,
  owner: role,
  deadline: instant,
  escalations: z.array(z.object({ to: role, deadline: instant, escalated: stampView })),
  /** Who has to see to it now, and by when. */
  inCharge: z.object({ owner: role, deadline: instant }),
  /** Whom it goes to because that moment has passed; null while there is time, and where nobody stands above. */
  escalationDue: role.nullable(),
  /** Who is asked by now: whoever is in charge, and with every deadline that has passed the next above them. */
  asked: z.array(role),
  reported: z.object({ to: z.string(), plan: z.string().exactOptional(), reported: stampView }).exactOptional(),
  resolution: z.object({ what: z.string(), lesson: z.string(), resolved: stampView }).exactOptional(),
  fedBack: z.object({ on: date, told: z.string(), fedBack: stampView }).exactOptional(),
  released: stampView.exactOptional(),
});
