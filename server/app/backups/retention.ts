import type { Instant } from '../../../core/value/date.ts';

/** How many to keep: the newest of each of the last days, weeks and months that have one. */
export interface Retention {
  readonly daily: number;
  readonly weekly: number;
  readonly monthly: number;
}

/** Those that may go. The newest never does. Days, weeks (from Monday) and months of UTC. */
export function superfluous<Backup extends { readonly at: Instant }>(
  backups: readonly Backup[],
  keep: Retention,
): readonly Backup[] {
  const newestFirst = [...backups].sort((a, b) => (a.at < b.at ? 1 : -1));
  const kept = new Set([
    ...newestFirst.slice(0, 1),
    ...newestOfEach(newestFirst, dayOf, keep.daily),
    ...newestOfEach(newestFirst, weekOf, keep.weekly),
    ...newestOfEach(newestFirst, monthOf, keep.monthly),
  ]);
  return newestFirst.filter((backup) => !kept.has(backup));
}

function newestOfEach<Backup extends { readonly at: Instant }>(
  newestFirst: readonly Backup[],
  periodOf: (at: Instant) => string,
  count: number,
): readonly Backup[] {
  const periods = new Map<string, Backup>();
  for (const backup of newestFirst) if (!periods.has(periodOf(backup.at))) periods.set(periodOf(backup.at), backup);
  return [...periods.values()].slice(0, count);
}

const dayOf = (at: Instant): string => at.slice(0, 10);
const monthOf = (at: Instant): string => at.slice(0, 7);
/** The day of its Monday. */
function weekOf(at: Instant): string {
  const day = new Date(at);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
}
