import type { Aspect } from '../policy/aspects.ts';
import type { Role } from '../policy/roles.ts';
import type { Reason } from './reason.ts';

/** Who must sign an order before it can be confirmed, and why (R11, R12). Computed, never typed in. */
export interface ReviewPlan {
  /** The content it was made for. */
  readonly contentHash: string;
  /** By stage; never empty, for the head of the order desk always signs. */
  readonly steps: readonly ReviewStep[];
}

/** "credit:finance-manager": the aspect and the least who may sign. A step that needs more is another step. */
export type StepId = `${Aspect}:${Role}`;

/** One signature that is needed. */
export interface ReviewStep {
  readonly id: StepId;
  readonly aspect: Aspect;
  /** 1, 2, …: steps of one stage are signed in parallel, those of the next when all of them agree. */
  readonly stage: number;
  /** Whoever has a role of the first level is asked; each further level may sign too, and is told when it gets late. */
  readonly levels: readonly Level[];
  /** Working hours until the next level is told (R13). */
  readonly hours: number;
  /** At least one. */
  readonly reasons: readonly Reason[];
}

/** Roles of equal weight: any one signs for all. */
export type Level = readonly Role[];

/** Whoever may sign the step. */
export const signersOf = ({ levels }: ReviewStep): readonly Role[] => levels.flat();
