import { stampOf } from '../../order/stamp.ts';
import { unreachable } from '../../value/result.ts';
import type { CommunicationEvent } from './command.ts';
import type { Communication } from './communication.ts';

/** The entry after one more event; null = before the first. An event that can't follow is a broken invariant and throws. */
export function evolveCommunication(entry: Communication | null, event: CommunicationEvent): Communication {
  switch (event.type) {
    case 'communication-logged': {
      if (entry !== null) throw new Error(`${entry.number} was logged twice`);
      const { nextStep } = event.entry;
      const said = { ...event.entry, logged: stampOf(event) };
      return nextStep === undefined ? { ...said, status: 'done' } : { ...said, nextStep, status: 'open' };
    }
    case 'next-step-finished':
      if (entry?.status !== 'open') throw new Error(`${entry?.number ?? '(none)'} has no next step`);
      return { ...entry, status: 'done', done: stampOf(event) };
    default:
      return unreachable(event);
  }
}

/** The entry its events tell of. An empty stream is a broken invariant. */
export function replayCommunication(events: readonly CommunicationEvent[]): Communication {
  const entry = events.reduce<Communication | null>(evolveCommunication, null);
  if (entry === null) throw new Error('an entry without events');
  return entry;
}
