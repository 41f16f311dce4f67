import type { PlainDate } from '../value/date.ts';

/**
 * Who gets scarce goods first (R23, R66). first-come: as the rows stand. shortest-time: what is made or bought soonest.
 * given-sequence: as somebody has put them, in a sheet's priority column or by hand. small-first: small and simple orders.
 * earliest-promised, nearest-due: by the date we named, or the customer wishes. class: A before B before C.
 */
export const priorityLaws = [
  'first-come',
  'shortest-time',
  'given-sequence',
  'small-first',
  'earliest-promised',
  'nearest-due',
  'class',
] as const;
export type PriorityLaw = (typeof priorityLaws)[number];

/** How the company shares out what doesn't suffice. */
export interface Precedence {
  readonly law: PriorityLaw;
  /** R66: who has waited longer than this comes before all others, whatever the law; null = nobody does. */
  readonly longestWaitDays: number | null;
  readonly today: PlainDate;
}
