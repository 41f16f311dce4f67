import type { Stamp } from '../order/state.ts';
import type { Role } from '../policy/roles.ts';
import type { Agreement, Assessment, ChangeContent, LossSettlement, Signature } from './change.ts';
import type { RedLineEntry } from './red-line.ts';

/** What happened to a change request, in the past tense. */
export type ChangeEvent =
  | ({
      readonly type: 'change-asked';
      readonly change: Omit<ChangeContent, 'asked' | 'assessments' | 'loss'>;
    } & Stamp)
  | ({ readonly type: 'change-assessed'; readonly assessment: Omit<Assessment, 'assessed'> } & Stamp)
  | ({ readonly type: 'change-loss-settled'; readonly loss: Omit<LossSettlement, 'settled'> } & Stamp)
  | ({ readonly type: 'change-agreed'; readonly agreement: Omit<Agreement['agreement'], 'recorded'> } & Stamp)
  | ({ readonly type: 'change-cosigned'; readonly signature: Omit<Signature, 'signed'> } & Stamp)
  /** `complete`: nobody else had to approve, as things stood. */
  | ({ readonly type: 'change-approved'; readonly as: Role; readonly complete: boolean } & Stamp)
  | ({ readonly type: 'change-came-into-force'; readonly redLine: readonly RedLineEntry[] } & Stamp)
  | ({ readonly type: 'change-refused' } & Stamp)
  | ({ readonly type: 'change-withdrawn' } & Stamp);
