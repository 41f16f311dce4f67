import { stampOf } from '../order/stamp.ts';
import { inRecordStatus } from '../record/in-record-status.ts';
import { unreachable } from '../value/result.ts';
import type { HoldEvent } from './event.ts';
import type { Hold } from './hold.ts';

/** The hold after one more event; null = before the first. An event that can't follow is a broken invariant and throws. */
export function evolveHold(hold: Hold | null, event: HoldEvent): Hold {
  switch (event.type) {
    case 'hold-raised':
      if (hold !== null) throw new Error(`hold ${hold.number} was raised twice`);
      return { ...event.hold, status: 'raised', raised: stampOf(event), escalations: [] };
    case 'hold-escalated': {
      const open = inRecordStatus(hold, 'raised', 'reported');
      const escalation = { to: event.to, deadline: event.deadline, escalated: stampOf(event) };
      return { ...open, escalations: [...open.escalations, escalation] };
    }
    case 'hold-reported': {
      const { to, plan } = event;
      const reported = { to, ...(plan !== undefined && { plan }), reported: stampOf(event) };
      return { ...inRecordStatus(hold, 'raised'), status: 'reported', reported };
    }
    case 'hold-resolved': {
      const resolution = { what: event.what, lesson: event.lesson, resolved: stampOf(event) };
      return { ...inRecordStatus(hold, 'raised', 'reported'), status: 'resolved', resolution };
    }
    case 'hold-fed-back': {
      const fedBack = { on: event.on, told: event.told, fedBack: stampOf(event) };
      return { ...inRecordStatus(hold, 'resolved'), fedBack };
    }
    case 'hold-released':
      return { ...inRecordStatus(hold, 'resolved'), status: 'released', released: stampOf(event) };
    default:
      return unreachable(event);
  }
}

/** The hold its events tell of. An empty stream is a broken invariant. */
export function replayHold(events: readonly HoldEvent[]): Hold {
  const hold = events.reduce<Hold | null>(evolveHold, null);
  if (hold === null) throw new Error('a hold without events');
  return hold;
}
