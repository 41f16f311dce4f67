import { stampOf } from '../order/stamp.ts';
import { unreachable } from '../value/result.ts';
import type { WriteOff, WriteOffEvent } from './write-off.ts';

/** The write-off after one more event; null = before the first. An event that can't follow is a broken invariant and throws. */
export function evolveWriteOff(writeOff: WriteOff | null, event: WriteOffEvent): WriteOff {
  switch (event.type) {
    case 'debt-written-off':
      if (writeOff !== null) throw new Error(`write-off ${writeOff.number} was written twice`);
      return { ...event.writeOff, recorded: stampOf(event) };
    case 'write-off-undone':
      if (writeOff === null || writeOff.undone !== undefined)
        throw new Error(`write-off ${writeOff?.number ?? '(none)'} can't be undone`);
      return { ...writeOff, undone: { ...stampOf(event), on: event.on } };
    default:
      return unreachable(event);
  }
}

/** The write-off its events tell of. An empty stream is a broken invariant. */
export function replayWriteOff(events: readonly WriteOffEvent[]): WriteOff {
  const writeOff = events.reduce<WriteOff | null>(evolveWriteOff, null);
  if (writeOff === null) throw new Error('a write-off without events');
  return writeOff;
}
