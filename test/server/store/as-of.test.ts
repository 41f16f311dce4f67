import { describe, expect, it } from 'vitest';
import { extended } from '../../../core/history/chain.ts';
import type { OrderEvent } from '../../../core/order/event.ts';
import type { OrderNumber } from '../../../core/order/state.ts';
import type { StoredRecord } from '../../../server/ports.ts';
import { asOf } from '../../../server/store/embedded/snapshot/as-of.ts';
import { sha256 } from '../../../server/store/sha256.ts';
import { approved, posted, released } from '../../contract/store/sample-records.ts';

const id = 'SO-202611-00001' as OrderNumber;
const stream = `order ${id}`;
const events: readonly OrderEvent[] = [...posted(id), approved({ A01: '1' }), ...released(id)];
const answers = [
  { key: 'old', answer: 0 },
  { key: 'posted', answer: 1, position: 4 },
  { key: 'approved', answer: 2, position: 9 },
];
const chainOf = (chained: readonly OrderEvent[]) =>
  extended(stream, { chain: undefined, known: [], added: chained }, sha256);
const now: StoredRecord = {
  kind: 'order',
  id,
  version: 5,
  position: 12,
  events,
  answers,
  chain: chainOf(events),
} as StoredRecord;

describe('a record as it was', () => {
  it('ends with the event of then, and with the answers of then', () => {
    expect(asOf(now, { version: 2, own: 4, all: 8 })).toEqual({
      kind: 'order',
      id,
      version: 2,
      position: 4,
      events: events.slice(0, 2),
      answers: answers.slice(0, 2),
      chain: chainOf(events.slice(0, 2)),
    });
  });

  it('is itself where nothing has happened since', () => {
    expect(asOf(now, { version: 5, own: 12, all: 12 })).toEqual(now);
  });

  it('has no position and no chain if it had none; what was taken into one by then stays taken in', () => {
    const adopted = extended(stream, { chain: undefined, known: events.slice(0, 2), added: events.slice(2) }, sha256);
    const then = asOf({ ...now, chain: adopted } as StoredRecord, { version: 2, all: 8 });
    expect([Object.hasOwn(then, 'chain'), Object.hasOwn(then, 'position')]).toEqual([false, false]);
    expect(asOf({ ...now, chain: adopted } as StoredRecord, { version: 3, all: 9 }).chain).toEqual(
      extended(stream, { chain: undefined, known: events.slice(0, 2), added: events.slice(2, 3) }, sha256),
    );
  });

  it('cannot be told from an older document', () => {
    expect(() => asOf(now, { version: 6, all: 20 })).toThrow('was at 6 before');
  });
});
