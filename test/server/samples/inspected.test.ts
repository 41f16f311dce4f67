import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Instant } from '../../../core/value/date.ts';
import { calendarOf } from '../../../server/app/calendar.ts';
import { inspectParts } from '../../../server/app/inspect-store.ts';
import { samples } from '../../../server/samples/samples.ts';
import { seedSample } from '../../../server/samples/seed-sample.ts';
import { folderParts } from '../../../server/store/embedded/audit/folder-parts.ts';
import { openEmbeddedStore } from '../../../server/store/embedded/open-embedded-store.ts';
import { sha256 } from '../../../server/store/sha256.ts';

test.each(samples.map((sample) => [sample.id, sample] as const))(
  'nothing is wrong with the sample %s',
  async (_, sample) => {
    const folder = await mkdtemp(join(tmpdir(), 'countersign-sample-'));
    try {
      const clock = { now: () => '2026-11-21T02:00:00.000Z' as Instant };
      const moment = calendarOf(clock, sample.fixedToday).moment(sample.profile.timeZone);
      const store = await openEmbeddedStore({ folder, clock });
      await seedSample(sample, store, moment);
      await store.close();
      expect(await inspectParts(folderParts(folder), sha256)).toMatchObject({ misfits: [] });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
);
