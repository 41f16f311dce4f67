/**
 * Who gets scarce goods first (R23, R66). first-come: as the rows stand. shortest-time: what is done soonest. given-sequence: as
 * somebody has put them. small-first: small and simple orders. earliest-promised, nearest-due: by the date we named, or the
 * customer wishes. class: A before B before C.
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
