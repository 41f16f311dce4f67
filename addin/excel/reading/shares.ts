/** How far an area has been read. */
export interface Progress {
  rowsLeft: number;
  /** As its last block showed; before that a guess. */
  bytesPerRow: number;
  measured: boolean;
}
/** Rows of it for the next answer. */
export interface Share<Of extends Progress> {
  readonly of: Of;
  readonly rows: number;
}

/** Bytes in one answer: Excel on the web gives no more than 5 MB, and the next rows may hold more than the last. */
export const answerBytes = 3_000_000;

/**
 * What the next answer brings. Areas nobody has seen anything of share the room evenly, so that the answer after it is
 * measured, not guessed; what they leave goes to the others in their order. There is always something.
 */
export function roomFor<Of extends Progress>(waiting: readonly Of[]): readonly Share<Of>[] {
  const unknown = waiting.filter(({ measured }) => !measured);
  const shares: Share<Of>[] = [];
  let room = answerBytes;
  const give = (of: Of, bytes: number) => {
    const fit = Math.min(of.rowsLeft, Math.floor(bytes / of.bytesPerRow));
    const rows = shares.length === 0 ? Math.max(1, fit) : fit;
    if (rows === 0) return;
    shares.push({ of, rows });
    room -= rows * of.bytesPerRow;
  };
  for (const of of unknown) give(of, answerBytes / unknown.length);
  for (const of of waiting) if (of.measured && room > 0) give(of, room);
  return shares;
}
