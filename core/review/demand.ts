import type { OrderContent } from '../order/state.ts';
import type { Aspect } from '../policy/aspects.ts';
import type { ReviewPolicy } from '../policy/review-policy.ts';
import type { Role } from '../policy/roles.ts';
import type { ReviewFacts } from './facts.ts';
import type { Reason } from './reason.ts';

/** What a plan is made of. */
export interface PlanInput {
  readonly order: Pick<OrderContent, 'contentHash' | 'customer' | 'lines' | 'type'>;
  readonly facts: ReviewFacts;
  readonly policy: ReviewPolicy;
}

/** One reason why somebody must look at one aspect. */
export interface Demand {
  readonly aspect: Aspect;
  readonly reason: Reason;
  /** The least who may sign; absent = whoever the aspect asks first. */
  readonly role?: Role;
  /** Before all other aspects (policy 7). */
  readonly first?: true;
}

/** A rule of the plan: what it demands, for every reason it sees. */
export type DemandRule = (input: PlanInput) => readonly Demand[];
