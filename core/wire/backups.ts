import { z } from 'zod';
import type { Endpoint } from './endpoints.ts';
import { instant } from './values.ts';

const count = z.int().nonnegative();
const backupState = z.object({
  running: z
    .object({ folder: z.string(), done: count, parts: count })
    .nullable()
    .describe('the one being made: parts kept so far, of how many'),
  last: z
    .object({
      folder: z.string(),
      at: instant,
      bytes: count,
      counts: z.object({ books: count, records: count, answers: count, files: count, lost: count }),
    })
    .nullable()
    .describe('since this server started'),
  failed: z
    .object({ folder: z.string(), at: instant, message: z.string() })
    .nullable()
    .describe('why the latest failed'),
  plan: z
    .object({ newest: instant.nullable(), failed: z.object({ at: instant, message: z.string() }).nullable() })
    .nullable()
    .describe(
      'of backups that make themselves: when the last whole one was made, and why none was since; null where none do',
    ),
});

/** Copies of a whole company, written by the server where it runs: the content itself never crosses the wire. */
export const backupEndpoints = {
  backups: {
    method: 'GET',
    path: '/api/backups',
    summary: 'How far the backup is that was asked for, and how the last one ended',
    needs: 'backups.make',
    answer: backupState,
  },
  startBackup: {
    method: 'POST',
    path: '/api/backups',
    summary: 'Begin a backup of the company into a folder of the computer the server runs on',
    needs: 'backups.make',
    inPerson: true,
    body: z.strictObject({ folder: z.string().min(1).max(1000) }),
    answer: backupState,
  },
} as const satisfies Record<string, Endpoint>;
