/** How much a file may make the reader do, checked before and while it is unpacked. */
export interface ReadLimits {
  /** Entries in the zip directory. */
  readonly entries: number;
  /** All parts together, unpacked. */
  readonly unpackedBytes: number;
  /** Unpacked ÷ packed of one part above `ratioFromBytes`; sheets seldom reach 50. */
  readonly ratio: number;
  readonly ratioFromBytes: number;
  /** The texts that cells share, unpacked: they are kept whole. */
  readonly sharedTextBytes: number;
  /** Filled cells of all sheets together. */
  readonly cells: number;
  /** Rows, blanks before filled cells, merges and hidden rows of all grids together: a few cells far out make a huge grid. */
  readonly places: number;
  /** One part that is patched, unpacked: it becomes one text. */
  readonly partBytes: number;
  /** A .csv file's own size. */
  readonly textBytes: number;
}

/** 100,000 rows of 30 columns pass; what would need more than about 1.5 GB of memory doesn't. */
export const readLimits: ReadLimits = {
  entries: 10_000,
  unpackedBytes: 800_000_000,
  ratio: 250,
  ratioFromBytes: 20_000_000,
  sharedTextBytes: 300_000_000,
  cells: 5_000_000,
  places: 20_000_000,
  partBytes: 400_000_000,
  textBytes: 200_000_000,
};
