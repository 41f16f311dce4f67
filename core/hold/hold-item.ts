import type { WorkingTime } from '../policy/working-time.ts';
import type { Instant } from '../value/date.ts';
import type { HoldCommandType } from './command.ts';
import { type HoldUrgency, standardEscalation, urgencyOf } from './escalation.ts';
import type { Hold } from './hold.ts';
import { isException } from './reasons.ts';

/** What a hold waits for, and of whom. */
export interface HoldItem extends HoldUrgency {
  readonly command: HoldCommandType;
}

/** Null once it is released. */
export function holdItemOf(hold: Hold, now: { readonly at: Instant; readonly time: WorkingTime }): HoldItem | null {
  const command = nextOf(hold);
  return command && { command, ...urgencyOf(hold, now.at, standardEscalation, now.time) };
}

/** An exception is reported to its head first, and fed back to customer and departments in the end (R46). */
function nextOf(hold: Hold): HoldCommandType | null {
  switch (hold.status) {
    case 'raised':
      return isException(hold.reason) ? 'report-hold' : 'resolve-hold';
    case 'reported':
      return 'resolve-hold';
    case 'resolved':
      return isException(hold.reason) && hold.fedBack === undefined ? 'feed-back-hold' : 'release-hold';
    case 'released':
      return null;
  }
}
