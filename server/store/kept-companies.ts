import type { Snapshot } from '../ports.ts';

/** Companies where they lie, to be looked through: nothing in the place is made, mended or brought up to date by it. */
export interface KeptCompanies {
  /** As CompanyStores.place. */
  readonly place: string;
  /** Ids of the companies somebody started here. */
  own(): Promise<readonly string[]>;
  /**
   * Null when there is none of that id.
   * @throws StoreFault what keeps it from being read: 'store.unfinished', 'store.locked' (a folder in use), 'store.tables-older' …
   */
  look(id: string): Promise<KeptCompany | null>;
  /** After what was looked at was released. */
  close(): Promise<void>;
}

/** What a company's store holds, as of one moment. */
export interface KeptCompany extends Omit<Snapshot, 'position'> {
  /** Where what the place keeps to look things up in isn't what follows from the records. */
  disagreements(): Promise<readonly Disagreement[]>;
}

/** One thing that is kept beside the records; null = nothing. */
export interface Disagreement {
  readonly code: 'lookup-wrong';
  /** "orders SO-202611-00042": where, and of what. */
  readonly what: string;
  readonly kept: string | null;
  readonly follows: string | null;
}
