import { textsByNeed } from './fetched-texts.ts';

/** What the desk says, a language at a time. */
export const loadDeskTexts = textsByNeed([
  'desk',
  'documents',
  'findings',
  'problems',
  'records',
  'refusals',
  'review',
  'screens',
  'terms',
]);
