import { partsOf } from '../numbers.ts';
import { wholeText } from './key-text.ts';

/** "SO-202611-00042" → "SO-202611-000000042": compared as texts, 100000 comes after 99999. */
export function ageOf(number: string): string {
  const parts = partsOf(number);
  return wholeText(parts === null ? number : `${parts.series}-${String(parts.sequence).padStart(9, '0')}`);
}
