import type { Shown } from './finding.ts';

/** The sentences a finding may be continued with, and the entries of lists in them: locales/…/findings.json `detail.<code>`. */
export const detailCodes = [
  // Why is there too little?
  'held',
  'holder',
  'holder-due',
  'holders-besides',
  'counted-below-zero',
  'on-its-way-undated',
  'on-its-way-overdue',
  // When can there be enough?
  'all-on',
  'all-when-supplied',
  'all-supplied-in-time',
  'in-parts',
  'part-now',
  'part-in-time',
  'part-on',
  // What else could be delivered?
  'substitutes',
  'substitute',
  'lies-in',
  'warehouse',
  // Why is this the list price?
  'list-price-converted',
  'list-price-promotion',
] as const;
export type DetailCode = (typeof detailCodes)[number];

/** One more sentence about a finding: what is said only where it is known, typed so that each language can write it its way. */
export interface Detail extends DetailEntry {
  /** Fills the sentence's place `list`. */
  readonly list?: readonly DetailEntry[];
}
export interface DetailEntry {
  readonly code: DetailCode;
  /** Fill the places of their names. */
  readonly values?: Readonly<Record<string, Shown>>;
}
