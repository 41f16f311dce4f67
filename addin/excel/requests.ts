/** Of a request, which may hold 5 MB in Excel on the web. */
const requestBytes = 2_500_000;
/** What Excel's client writes around each range. */
export const bytesAround = 600;

export type Requests = ReturnType<typeof createRequests>;

/** Sends what was written before it grows larger than a request may be. */
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

const encoder = new TextEncoder();
const bytesOf = (data: unknown): number => encoder.encode(JSON.stringify(data)).length;
