import type { Refusal } from '../order/refusal.ts';
import type { HoldCommandOf, HoldContext } from './decision.ts';
import { inCharge, upFrom } from './escalation.ts';
import type { Hold } from './hold.ts';
import { refuse } from './refuse.ts';

/** Refused for whoever is neither the owner nor above him; says who is. */
export function notInCharge(
  command: Pick<HoldCommandOf<'resolve-hold' | 'release-hold'>, 'type' | 'by'>,
  hold: Hold,
  { chain }: Pick<HoldContext, 'chain'>,
): Refusal | null {
  const who = upFrom(inCharge(hold).owner, chain);
  if (who.some((role) => command.by.roles.includes(role))) return null;
  return { ...refuse(command.type, hold, 'role.not-allowed'), who };
}
