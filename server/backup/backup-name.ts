import type { Instant } from '../../core/value/date.ts';

/** While it is written, or was left by a process that died. */
export const unfinishedEnd = '.unfinished';
/** While it is taken away. */
export const goingEnd = '.going';

/** "own-2026-11-22T14-15-00Z": no colon, which Windows forbids. */
export const nameOf = (company: string, at: Instant): string =>
  `${company}-${new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')}Z`;

/** True for the name of a backup of the company, which this program gives; nothing else is ever looked at or removed. */
export const isNameOf = (company: string, name: string): boolean =>
  name.startsWith(`${company}-`) && /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ$/.test(name.slice(company.length + 1));
