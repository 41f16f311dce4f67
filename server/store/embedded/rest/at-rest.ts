import type { DocumentKey } from './rest-row.ts';

/** What has to be read from the disk before somebody can go on. */
export interface Wanted {
  readonly documents: readonly DocumentKey[];
  /** With the orders among them also everything that points at those. */
  readonly withRecords?: boolean;
  /** Parts of the index whose search texts are wanted. */
  readonly texts?: readonly string[];
}

/** Thrown by who looks at something that is at rest, caught by `Waking`: it reads what is wanted and starts again. */
export class AtRest extends Error {
  readonly wanted: Wanted;

  constructor(wanted: Wanted) {
    super(`at rest: ${wanted.documents.map(({ kind, id }) => `${kind} ${id}`).join(', ')}`);
    this.wanted = wanted;
  }
}
