import type { Role } from '../policy/roles.ts';
import { addWorkingHours, type WorkingTime, workingHoursBetween } from '../policy/working-time.ts';
import type { Instant } from '../value/date.ts';
import type { Hold, HoldContent } from './hold.ts';

/** Whom each role turns to when it is late; a role without an entry is the last (R46: supervisor, then director). */
export type EscalationChain = Readonly<Partial<Record<Role, Role>>>;

/** Who stands above whom, in every office: fixed, for it is what the roles mean; how long each has is a deadline of its own. */
export const standardEscalation: EscalationChain = {
  sales: 'sales-manager',
  'order-desk': 'order-desk-head',
  'order-desk-head': 'service-supervisor',
  documents: 'service-supervisor',
  'service-supervisor': 'sales-manager',
  'sales-manager': 'director',
  production: 'production-head',
  'production-head': 'director',
  purchasing: 'director',
  quality: 'director',
  technical: 'director',
  legal: 'director',
  warehouse: 'service-supervisor',
  shipper: 'warehouse',
  'finance-clerk': 'finance-manager',
  'finance-manager': 'director',
  director: 'general-manager',
};

/** Who has to see to it now, and until when. */
export function inCharge({ owner, deadline, escalations }: HoldContent): {
  readonly owner: Role;
  readonly deadline: Instant;
} {
  const last = escalations.at(-1);
  return last === undefined ? { owner, deadline } : { owner: last.to, deadline: last.deadline };
}

/** Roles that may act for the owner: itself and whoever it would be escalated to. */
export function upFrom(owner: Role, chain: EscalationChain): readonly Role[] {
  const line: Role[] = [owner];
  for (let next = chain[owner]; next !== undefined && !line.includes(next); next = chain[next]) line.push(next);
  return line;
}

/**
 * The role a hold goes to because its deadline has passed without a resolution; null while there is time, when it is
 * resolved, and where nobody stands above. Pure: whoever looks, at the same moment, sees the same.
 */
export function escalationDue(hold: Hold, now: Instant, chain: EscalationChain): Role | null {
  const { owner, deadline } = inCharge(hold);
  const isOpen = hold.status === 'raised' || hold.status === 'reported';
  return isOpen && now > deadline ? (upFrom(owner, chain)[1] ?? null) : null;
}

/** Who is asked about a hold by now, and until when whoever is in charge has time. */
export interface HoldUrgency {
  readonly due: Instant;
  readonly isLate: boolean;
  /**
   * Whoever is in charge, and each time the deadline has passed once more the next above besides: all of them may act, and
   * nobody below, whom it was taken from.
   */
  readonly asked: readonly Role[];
}

/**
 * R46: a late hold is told to supervisor and director by itself, as a late review is; nobody has to send a command for it. Each
 * level has as much working time as whoever is in charge was given, an hour at least. Pure: the same moment, the same people.
 */
export function urgencyOf(hold: Hold, now: Instant, chain: EscalationChain, time: WorkingTime): HoldUrgency {
  const { owner, deadline } = inCharge(hold);
  if (hold.status !== 'raised' && hold.status !== 'reported') return { due: deadline, isLate: false, asked: [owner] };
  const begun = hold.escalations.at(-1)?.escalated.at ?? hold.raised.at;
  const given = Math.max(1, workingHoursBetween(begun, deadline, time));
  const passed = (times: number): boolean =>
    now > (times === 0 ? deadline : addWorkingHours(deadline, given * times, time));
  const asked = upFrom(owner, chain).filter((_role, height) => height === 0 || passed(height - 1));
  return { due: deadline, isLate: passed(0), asked };
}
