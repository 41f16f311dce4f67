import { textsByNeed } from './fetched-texts.ts';

/** What the desk says, a language at a time. */
export const loadDeskTexts = textsByNeed([
  'documents',
  'findings',
  'records',
  'refusals',
  'review',
  'screens',
  'terms',
]);
