import type { PassedOverRow } from './skipped-rows.ts';

/** Rows that follow each other and are passed over for one reason. */
export interface PassedOverRun extends PassedOverRow {
  /** The last one, zero-based. */
  readonly to: number;
}

/** Told together: of a list of everything there is, most rows may be blank. */
export function runsOf(rows: readonly PassedOverRow[]): readonly PassedOverRun[] {
  const runs: PassedOverRun[] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    const goesOn =
      last?.to === row.row - 1 && last.because === row.because && last.sheet === row.sheet && last.file === row.file;
    if (last && goesOn) runs[runs.length - 1] = { ...last, to: row.row };
    else runs.push({ ...row, to: row.row });
  }
  return runs;
}
