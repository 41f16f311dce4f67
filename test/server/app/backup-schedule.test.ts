import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../core/value/date.ts';
import type { Backups, PlannedBackups } from '../../../server/app/backups/backups.ts';
import { superfluous } from '../../../server/app/backups/retention.ts';
import { BackupSchedule } from '../../../server/app/backups/schedule.ts';
import { BackupFault } from '../../../server/backup-fault.ts';
import type { BackupPlace, KeptBackup } from '../../../server/ports.ts';

const backup = (at: string): KeptBackup => ({
  company: 'own',
  at: at as Instant,
  folder: at,
  bytes: 1,
  counts: { books: 0, records: 0, answers: 0, files: 0, lost: 0 },
});
const goes = (days: readonly string[], keep: Parameters<typeof superfluous>[1]) =>
  superfluous(
    days.map((day) => backup(`${day.padEnd(13, 'T00')}:00:00.000Z`)),
    keep,
  )
    .map(({ at }) => days.find((day) => at.startsWith(day)))
    .sort();

describe('what is kept', () => {
  it('is the newest of each day, week and month, as many as asked for', () => {
    const days = [
      '2026-11-22T08',
      '2026-11-22T20',
      '2026-11-21',
      '2026-11-20',
      '2026-11-15',
      '2026-10-31',
      '2026-09-30',
    ];
    expect(goes(days, { daily: 2, weekly: 0, monthly: 0 })).toEqual([
      '2026-09-30',
      '2026-10-31',
      '2026-11-15',
      '2026-11-20',
      '2026-11-22T08',
    ]);
    expect(goes(days, { daily: 0, weekly: 2, monthly: 0 })).toEqual([
      '2026-09-30',
      '2026-10-31',
      '2026-11-20',
      '2026-11-21',
      '2026-11-22T08',
    ]);
    expect(goes(days, { daily: 1, weekly: 2, monthly: 3 })).toEqual(['2026-11-20', '2026-11-21', '2026-11-22T08']);
  });

  it('is always the newest, even when nothing is to be kept', () => {
    expect(goes(['2026-11-22', '2026-11-21'], { daily: 0, weekly: 0, monthly: 0 })).toEqual(['2026-11-21']);
  });
});

describe('backups by plan', () => {
  function office({ fails = false } = {}) {
    const state = {
      now: '2026-11-22T00:00:00.000Z',
      kept: [] as KeptBackup[],
      made: 0,
      faults: 0,
      fails,
      isMaking: false,
      isAway: false,
      busy: '',
    };
    const place: Partial<BackupPlace> = {
      list: async () => [...state.kept].reverse(),
      remove: async ({ at }) => {
        state.kept = state.kept.filter((each) => each.at !== at);
      },
    };
    const told: { plan: PlannedBackups | null } = { plan: null };
    const backups: Partial<Backups> = {
      state: () => ({ running: null, last: null, failed: null, plan: told.plan }),
      tellPlan: (plan) => {
        told.plan = plan;
      },
      make: async () => {
        if (state.isMaking) throw new BackupFault('backup.running', 'another is made', {});
        if (state.fails) throw new Error('the disk is away');
        state.made += 1;
        state.kept.push(backup(state.now));
        return backup(state.now);
      },
    };
    const schedule = new BackupSchedule({
      plan: { folder: '/b', everyHours: 24, keep: { daily: 2, weekly: 0, monthly: 0 } },
      place: place as BackupPlace,
      clock: { now: () => state.now as Instant },
      companies: async () => {
        if (state.isAway) throw new Error('the database is away');
        return [{ id: 'own', backups: backups as Backups }];
      },
      unlessBusy: async (name, work) => (name === state.busy ? undefined : work()),
      onFault: () => {
        state.faults += 1;
      },
    });
    const lookAt = async (now: string) => {
      state.now = now;
      await schedule.look();
    };
    return { state, told, lookAt, schedule };
  }

  it('are made when one is due, after a restart too, and older ones go', async () => {
    const { state, lookAt } = office();
    for (const hour of ['22T00', '22T23', '23T00', '23T12', '24T01']) await lookAt(`2026-11-${hour}:00:00.000Z`);
    expect(state.made).toBe(3);
    expect(state.kept.map(({ at }) => at.slice(8, 13))).toEqual(['23T00', '24T01']);
  });

  it('are left to another server that makes them just now', async () => {
    const { state, lookAt } = office();
    state.busy = 'backup of own';
    await lookAt('2026-11-22T00:00:00.000Z');
    expect(state.made).toBe(0);
    state.busy = '';
    await lookAt('2026-11-22T00:01:00.000Z');
    expect(state.made).toBe(1);
  });

  it('tell when the last good one was made, and why none was since, until there is one', async () => {
    const { state, told, lookAt } = office();
    await lookAt('2026-11-22T00:00:00.000Z');
    expect(told.plan).toEqual({ newest: '2026-11-22T00:00:00.000Z', failed: null });
    state.fails = true;
    await lookAt('2026-11-23T00:00:00.000Z');
    const failed = { at: '2026-11-23T00:00:00.000Z', folder: '/b', fault: new Error('the disk is away') };
    expect(told.plan).toEqual({ newest: '2026-11-22T00:00:00.000Z', failed });
    state.kept.push(backup('2026-11-23T00:10:00.000Z')); // by another server
    await lookAt('2026-11-23T00:31:00.000Z');
    expect(told.plan).toEqual({ newest: '2026-11-23T00:10:00.000Z', failed: null });
  });

  it('wait for one that somebody makes just now, and are not told as failed', async () => {
    const { state, lookAt } = office();
    state.isMaking = true;
    await lookAt('2026-11-22T00:00:00.000Z');
    state.isMaking = false;
    await lookAt('2026-11-22T00:01:00.000Z');
    expect([state.made, state.faults]).toEqual([1, 0]);
  });

  it('that fail are told once and tried again later; nothing is taken away for them', async () => {
    const { state, lookAt } = office();
    await lookAt('2026-11-22T00:00:00.000Z');
    state.fails = true;
    for (const minute of ['00', '01', '29']) await lookAt(`2026-11-25T00:${minute}:00.000Z`);
    expect([state.faults, state.kept.length]).toEqual([1, 1]);
    state.fails = false;
    await lookAt('2026-11-25T00:31:00.000Z');
    expect([state.made, state.faults]).toEqual([2, 1]);
  });

  it('wait for a database that is away: told once, and made as soon as it is back', async () => {
    const { state, lookAt, schedule } = office();
    state.isAway = true;
    for (const minute of ['00', '01']) await lookAt(`2026-11-22T00:${minute}:00.000Z`);
    expect([state.made, state.faults]).toEqual([0, 1]);
    schedule.begin();
    await schedule.end();
    state.isAway = false;
    await lookAt('2026-11-22T00:02:00.000Z');
    expect([state.made, state.faults]).toEqual([1, 1]);
    state.isAway = true;
    await lookAt('2026-11-22T00:03:00.000Z');
    expect(state.faults).toBe(2);
  });
});
