import type { Filler, Snapshot, SnapshotPart } from '../ports.ts';

/** Parts put at once: many enough to share the syncs of a disk, and few enough bytes to hold in memory. */
const largestBatch = { parts: 64, bytes: 8 * 1024 * 1024 };

/**
 * Puts every part of the snapshot into the filler, which isn't finished by it. What was lost is among the answer, for
 * whoever started this to be told. `progress`: called with the number of parts that are kept so far.
 */
export async function fillStore(
  snapshot: Pick<Snapshot, 'parts'>,
  filler: Filler,
  progress: (done: number) => void = () => {},
): Promise<{ readonly parts: number; readonly lost: readonly Lost[] }> {
  const lost: Lost[] = [];
  let [done, bytes] = [0, 0];
  let batch: SnapshotPart[] = [];
  const put = async () => {
    await filler.put(batch);
    done += batch.length;
    progress(done);
    [batch, bytes] = [[], 0];
  };
  for await (const part of snapshot.parts()) {
    if (part.part === 'lost') lost.push({ document: part.document, problem: part.problem });
    batch.push(part);
    bytes += part.part === 'file' ? part.bytes.length : 0;
    if (batch.length >= largestBatch.parts || bytes >= largestBatch.bytes) await put();
  }
  if (batch.length > 0) await put();
  return { parts: done, lost };
}

interface Lost {
  readonly document: string;
  readonly problem: string;
}
