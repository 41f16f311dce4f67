import type { KeptBackup, SnapshotPart } from '../ports.ts';

export type Counts = { -readonly [What in keyof KeptBackup['counts']]: number };

export const noCounts = (): Counts => ({ books: 0, records: 0, answers: 0, files: 0, lost: 0 });

/** Passes the parts on, and adds each to `counts` once it was taken. */
export async function* counted(parts: AsyncIterable<SnapshotPart>, counts: Counts): AsyncGenerator<SnapshotPart> {
  for await (const part of parts) {
    if (part.part === 'lost') counts.lost += 1;
    else if (part.part !== 'settings') counts[`${part.part}s`] += 1;
    yield part;
  }
}
