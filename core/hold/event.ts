import type { Stamp } from '../order/state.ts';
import type { Role } from '../policy/roles.ts';
import type { Instant, PlainDate } from '../value/date.ts';
import type { HoldContent } from './hold.ts';

/** What happened to a hold, in the past tense. */
export type HoldEvent =
  | ({ readonly type: 'hold-raised'; readonly hold: Omit<HoldContent, 'raised' | 'escalations' | 'reported'> } & Stamp)
  | ({ readonly type: 'hold-escalated'; readonly to: Role; readonly deadline: Instant } & Stamp)
  | ({ readonly type: 'hold-reported'; readonly to: string; readonly plan?: string } & Stamp)
  | ({ readonly type: 'hold-resolved'; readonly what: string; readonly lesson: string } & Stamp)
  | ({ readonly type: 'hold-fed-back'; readonly on: PlainDate; readonly told: string } & Stamp)
  | ({ readonly type: 'hold-released' } & Stamp);
