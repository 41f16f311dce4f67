import type { Reading } from '../../../../core/sheet/values/reading.ts';

/** A reading as one line: the value, 'empty', or the problem with its choices. */
export function shown(reading: Reading<string | boolean>): string {
  if (reading.kind === 'value') return String(reading.value);
  if (reading.kind === 'empty') return 'empty';
  return [reading.problem, ...(reading.choices ?? [])].join(' ');
}

/** What a reading says beside its value. */
export const saidBy = (reading: Reading<string | boolean>) =>
  reading.kind === 'unreadable' ? undefined : reading.said;
