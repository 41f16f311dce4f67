import type { Role } from '../../../core/policy/roles.ts';
import { needsStatement } from '../../../core/review/reason.ts';
import type { Verdict } from '../../../core/review/state.ts';
import type { OrderView } from '../../../core/wire/order-views.ts';

export type Step = NonNullable<OrderView['review']>['steps'][number];

const isAmong = (roles: readonly Role[], { who }: Step): boolean => who.some((role) => roles.includes(role));

/** The steps somebody of these roles may sign now: those whose turn it is, then those an objection has closed. */
export function ownSteps({ review }: OrderView, roles: readonly Role[]): readonly Step[] {
  const own = review?.steps.filter((step) => isAmong(roles, step)) ?? [];
  return ['open', 'objected'].flatMap((status) => own.filter((step) => step.status === status));
}

/** R13, R17: objections, conditions and a yes in spite of the figures are written down. */
export const mustWrite = ({ reasons }: Step, verdict: Verdict): boolean =>
  verdict !== 'agree' || reasons.some(needsStatement);

/** Approving signs whatever waits for who approves, stage after stage. */
export const approvalNeedsStatement = ({ review }: OrderView, roles: readonly Role[]): boolean =>
  review?.steps.some(
    (step) => (step.status === 'open' || step.status === 'waiting') && isAmong(roles, step) && mustWrite(step, 'agree'),
  ) ?? false;

/** Some line isn't simply taken from stock: whoever approves says where it comes from. */
export const hasDoubts = ({ lines }: OrderView): boolean => lines.some(({ stock }) => stock !== undefined);
