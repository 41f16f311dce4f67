import { expect, it } from 'vitest';
import type { Instant } from '../../../../../core/value/date.ts';
import { Health } from '../../../../../server/store/postgres/connection/health.ts';
import { StoreFault } from '../../../../../server/store/store-fault.ts';

const away = new StoreFault('store.database-away', 'it is away');
const full = new StoreFault('store.write-failed', 'it is full', { because: 'database-full' });

function healthAt() {
  const state = { now: '2026-11-22T08:00:00.000Z' };
  return { state, health: new Health({ now: () => state.now as Instant }) };
}

it('goes on since it was first met, and another trouble begins anew', () => {
  const { state, health } = healthAt();
  health.noteFailure(away);
  state.now = '2026-11-22T08:00:30.000Z';
  health.noteFailure(away);
  expect(health.trouble()).toEqual({ code: 'database-away', since: '2026-11-22T08:00:00.000Z' });
  health.noteFailure(full);
  expect(health.trouble()).toEqual({ code: 'database-full', since: '2026-11-22T08:00:30.000Z' });
  health.noteFailure(new Error('none of the database'));
  expect(health.trouble()?.code).toBe('database-full');
});

it('is away until it answers, and full until it keeps something', () => {
  const { health } = healthAt();
  health.noteFailure(away);
  health.noteAnswer();
  expect(health.trouble()).toBeNull();
  health.noteFailure(full);
  health.noteAnswer();
  expect(health.trouble()?.code).toBe('database-full');
  health.noteKept();
  expect(health.trouble()).toBeNull();
});

it('that was full is tried again when it refused nothing for a minute; one that is away stays away', () => {
  const { state, health } = healthAt();
  health.noteFailure(full);
  state.now = '2026-11-22T08:00:59.000Z';
  expect(health.trouble()?.code).toBe('database-full');
  state.now = '2026-11-22T08:01:00.000Z';
  expect(health.trouble()).toBeNull();
  health.noteFailure(full);
  expect(health.trouble()?.since).toBe('2026-11-22T08:01:00.000Z');
  health.noteFailure(away);
  state.now = '2026-11-22T09:00:00.000Z';
  expect(health.trouble()?.code).toBe('database-away');
});
