/** One line of the bench: something measured, or something that couldn't be and why. */
export type Row = MeasuredRow | { readonly what: string; readonly notRun: string };

interface MeasuredRow {
  readonly what: string;
  readonly value: number;
  readonly unit: '×' | 'MB' | 'ms' | 's' | '/s' | 'syncs';
  /** What the value was made of: "345 ms ÷ 225 ms". */
  readonly from?: string;
  /** Without a target the row only informs. */
  readonly target?: Target;
}

export type Target = { readonly atMost: number } | { readonly atLeast: number };

export type Verdict = 'ok' | 'MISSED' | 'not run' | '';

export function verdictOf(row: Row): Verdict {
  if ('notRun' in row) return 'not run';
  if (!row.target) return '';
  // Written so that a figure that is no number misses.
  const met = 'atMost' in row.target ? row.value <= row.target.atMost : row.value >= row.target.atLeast;
  return met ? 'ok' : 'MISSED';
}

export function print(row: Row): void {
  const verdict = verdictOf(row).padEnd(8);
  if ('notRun' in row) {
    console.log(`${verdict}${' '.repeat(24)}${row.what}: ${row.notRun}`);
    return;
  }
  const { what, value, unit, from, target } = row;
  const measured = `${rounded(value)} ${unit}`.padStart(10);
  const wanted = target ? ('atMost' in target ? `≤ ${target.atMost}` : `≥ ${target.atLeast}`) : '';
  console.log(`${verdict}${measured}  ${wanted.padEnd(10)}  ${what}${from ? `  (${from})` : ''}`);
}

const rounded = (value: number): string => value.toFixed(value < 20 && !Number.isInteger(value) ? 2 : 0);

export const ms = (milliseconds: number): string => `${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms`;
