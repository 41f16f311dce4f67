import type { Instant } from '../../../core/value/date.ts';

/** A moment as a field for day and time holds it, on the office's clock: "2026-11-20T10:00". */
export function minuteIn(moment: Instant, timeZone: string): string {
  const parts = new Map(
    new Intl.DateTimeFormat('en', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(new Date(moment))
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/** When the office's clock shows this; null while the field is empty. Where the clock skips an hour: as long after the jump. */
export function momentOf(shown: string, timeZone: string): Instant | null {
  const clock = Date.parse(`${shown}Z`);
  if (Number.isNaN(clock)) return null;
  const ahead = (moment: number): number => Date.parse(`${minuteIn(inText(moment), timeZone)}Z`) - moment;
  // Of a day two offsets are possible at most; the right one is the one the zone has at the moment it leads to.
  const [before, after] = [clock - ahead(clock - dayMs), clock - ahead(clock + dayMs)];
  return inText([before, after].find((moment) => moment + ahead(moment) === clock) ?? before);
}
const dayMs = 86_400_000;
const inText = (moment: number): Instant => new Date(moment).toISOString() as Instant;

/**
 * When an answer arrived, by a field that knows no seconds: one that came within the minute of its question arrived after it,
 * not before.
 */
export function arrivalOf(shown: string, timeZone: string, askedAt: Instant): Instant | null {
  const moment = momentOf(shown, timeZone);
  return moment !== null && minuteIn(askedAt, timeZone) === shown ? askedAt : moment;
}
