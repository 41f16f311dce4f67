import type { Clock, Filler, Job, Scratchpad, Store } from '../ports.ts';
import type { StoreWarning } from './embedded/folder/folder-place.ts';

/**
 * Where companies live: in folders of this computer or in a database that several servers share. Beside the stores it keeps
 * which companies there are.
 */
export interface CompanyStores {
  readonly kind: 'folder' | 'postgres';
  /** The place in words that hold no secret: the folder, or "postgres://host:5432/database". */
  readonly place: string;
  readonly scratchpad: Scratchpad;
  /** Ids of the companies somebody started here, those started on other servers among them. */
  own(): Promise<readonly string[]>;
  /**
   * Opens a company's store. A sample company's is made where there is none.
   * @throws StoreFault what keeps it from being opened
   */
  open(company: CompanyToOpen): Promise<PlacedStore>;
  /**
   * A new company, wholly or not at all, whatever happens meanwhile; of several servers that make it at once one does.
   * @param fill puts into its empty store what a company begins with
   * @returns false when there is one of that id already
   */
  make(id: string, clock: Clock, fill: (store: Store) => Promise<void>): Promise<boolean>;
  /**
   * A new company filled from a snapshot of another; an attempt that was cut off is gone on with.
   * @throws StoreFault 'store.not-empty' when there is one of that id already
   */
  fill(id: string, clock: Clock): Promise<Filler>;
  /** Does the work, unless another server is at what bears that name: then it does nothing. */
  unlessBusy(name: string, work: () => Promise<void>): Promise<void>;
  /** After the stores that were opened. */
  close(): Promise<void>;
}

export interface CompanyToOpen {
  readonly id: string;
  readonly sample: boolean;
  readonly clock: Clock;
  /** Completes what is in it before it is handed out; alone, however many servers open it at once. */
  readonly prepare: (store: Store) => Promise<void>;
  /** Told of a job that failed as often as it is tried. */
  readonly onJobGivenUp?: (job: Job, error: unknown) => void;
}

export interface PlacedStore extends Store {
  /** What the user should know about its place. */
  readonly warnings: readonly StoreWarning[];
}
