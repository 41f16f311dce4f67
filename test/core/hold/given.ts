import type { HoldCommand } from '../../../core/hold/command.ts';
import { decideHold } from '../../../core/hold/decide.ts';
import type { HeldOrder, HoldContext, HoldDecision } from '../../../core/hold/decision.ts';
import { standardEscalation } from '../../../core/hold/escalation.ts';
import type { HoldEvent } from '../../../core/hold/event.ts';
import { replayHold } from '../../../core/hold/evolve.ts';
import type { Hold, HoldNumber, HoldScope, HoldStatus } from '../../../core/hold/hold.ts';
import type { HoldReason } from '../../../core/hold/reasons.ts';
import type { Actor } from '../../../core/policy/roles.ts';
import type { Instant } from '../../../core/value/date.ts';
import { events } from '../order/office.ts';
import { by, clerk, date, number, person, today } from '../order/sample-order.ts';

export const hd = (sequence = 1): HoldNumber => `HD-202611-${String(sequence).padStart(5, '0')}` as HoldNumber;
export const so = number();
export const moneyManager = person('jin', 'finance-manager');
export const director = person('dong', 'director');
export const buyer = person('cai', 'purchasing');
export const at = (day: string): Instant => `${day}T02:00:00.000Z` as Instant;

type Body<Command> = Command extends unknown ? Omit<Command, 'by' | 'at' | 'today' | 'policy' | 'reason'> : never;
export const raise = (
  code: HoldReason,
  scope: HoldScope = { on: 'order', order: so },
  more: object = {},
): Body<HoldCommand> => ({ type: 'raise-hold', number: hd(), code, scope, deadline: at('2026-11-23'), ...more });
export const report = { type: 'report-hold', to: 'Head of purchasing', plan: 'split the order' } as const;
export const resolve = { type: 'resolve-hold', what: 'paid up', lesson: 'ask before the goods are made' } as const;
export const feedBack = { type: 'feed-back-hold', on: today, told: 'Ms Tan; production' } as const;
export const release = { type: 'release-hold' } as const;

/** One hold: what the server does around decideHold. */
export class Watch {
  readonly kept: HoldEvent[] = [];
  order: HeldOrder | null = { number: so, status: 'to-ship', lines: [1, 2] };
  checks: HoldContext['checks'] = { credit: true, stock: true };

  hold = (): Hold => replayHold(this.kept);
  status = (): HoldStatus | 'none' => (this.kept.length === 0 ? 'none' : this.hold().status);

  do(body: Body<HoldCommand>, who: Actor = clerk, reason?: string, day = '2026-11-21'): HoldDecision {
    const command = { ...body, ...by(who, date(day), reason) } as HoldCommand;
    const context = { order: this.order, checks: this.checks, chain: standardEscalation };
    const decision = decideHold(command, this.kept.length === 0 ? null : this.hold(), context);
    if (decision.ok) this.kept.push(...decision.value);
    return decision;
  }
}

/** A hold for a reason, on its plain way as far as the status. */
export function watchAt(
  status: HoldStatus,
  code: HoldReason = 'credit',
  owner: Actor = moneyManager,
  scope?: HoldScope,
): Watch {
  const watch = new Watch();
  events(watch.do(raise(code, scope), clerk, 'over the limit'));
  if (status !== 'raised') events(watch.do(report));
  if (status === 'resolved' || status === 'released') events(watch.do(resolve, owner));
  if (status === 'released') {
    events(watch.do(feedBack));
    events(watch.do(release, owner));
  }
  return watch;
}
