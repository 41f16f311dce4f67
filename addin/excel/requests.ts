import type { Run } from './runs.ts';

/** Of a request, which may hold 5 MB in Excel on the web. */
const requestBytes = 2_500_000;
/** What Excel's client writes around each range. */
export const bytesAround = 600;

export type Requests = ReturnType<typeof createRequests>;

/** Where it is known what is written: sends it before it grows larger than a request may be. */
export function createRequests(context: Excel.RequestContext) {
  let bytes = 0;
  return {
    /** To be asked before each write: what waits goes first where both together would be too much. */
    async makeWay(values: unknown): Promise<void> {
      const own = bytesOf(values) + bytesAround;
      bytes += own;
      if (bytes < requestBytes) return;
      bytes = own;
      await context.sync();
    },
    /** Rows in blocks that fit into a request each, with their formats. */
    blocks<Row>(rows: readonly Row[]): readonly { readonly start: number; readonly lines: readonly Row[] }[] {
      const found: { start: number; lines: Row[] }[] = [];
      let size = requestBytes;
      rows.forEach((row, start) => {
        size += bytesOf(row) * 3;
        if (size >= requestBytes) {
          found.push({ start, lines: [] });
          size = 0;
        }
        found.at(-1)?.lines.push(row);
      });
      return found;
    },
  };
}

/**
 * Where it isn't, because cells are read, or what was sent must be known when a request fails: as many runs of cells as a
 * request may hold, whatever they hold.
 */
export function portionsOf<OneRun extends Run<unknown>>(runs: readonly OneRun[]): readonly (readonly OneRun[])[] {
  const portions: OneRun[][] = [];
  let room = 0;
  for (const run of runs) {
    const weight = run.length + 2;
    if (room < weight) {
      portions.push([]);
      room = mostInPortion;
    }
    portions.at(-1)?.push(run);
    room -= weight;
  }
  return portions;
}
const mostInPortion = 4500;

const encoder = new TextEncoder();
const bytesOf = (data: unknown): number => encoder.encode(JSON.stringify(data)).length;
