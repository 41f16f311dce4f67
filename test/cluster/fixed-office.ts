import { fileURLToPath } from 'node:url';
import type { Instant } from '../../core/value/date.ts';
import { castOf } from '../../server/cli/scenarios/cast.ts';
import type { ServerOptions } from '../../server/main.ts';
import { hardware } from '../../server/samples/hardware.ts';
import { PretendPrinter } from '../contract/api/pretend-printer.ts';

/** A working day on which the clock stands still: what is decided depends on the order of decisions, on nothing else. */
export const today = '2026-11-20';
const now = `${today}T02:00:00.000Z` as Instant;

export const companyId = hardware.id;
export const serverProgram = fileURLToPath(new URL('server-process.ts', import.meta.url));

/** The same office wherever it is opened: its books, one user a role, papers that are only pretended to be printed. */
export const fixedOffice = (): ServerOptions => ({
  port: 0,
  samples: [{ ...hardware, users: castOf('zh-Hans') }],
  clock: { now: () => now },
  printer: new PretendPrinter(),
});
