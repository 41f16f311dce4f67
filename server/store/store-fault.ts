/** What went wrong with the store; stable codes, so that screens and logs can say it in the reader's language. */
export type StoreFaultCode =
  /** The data folder lies on a network path or can't be used at all. */
  | 'store.folder-unusable'
  /** Another process owns the folder; details name it. */
  | 'store.locked'
  /** The lock was lost while running: nothing is written any more. */
  | 'store.lock-lost'
  /** The disk, or the database's, refused. Nothing of the request was kept; details hold the system's code and `because`: a Trouble code of ports.ts. */
  | 'store.write-failed'
  /** Too much waits for a slow disk: the request wasn't begun and may come again later. */
  | 'store.busy'
  | 'store.read-failed'
  /** A stream has moved on since it was loaded. Nothing was kept. */
  | 'store.version-stale'
  /** Bytes on disk don't match their checksum. */
  | 'store.damaged'
  /** The folder, or the tables, were written by another version of the program. */
  | 'store.format-unknown'
  /** Copying into the folder or database was begun and isn't finished; it can be gone on with. */
  | 'store.unfinished'
  /** It was to be filled and holds something else already. */
  | 'store.not-empty'
  /** The database can't be reached, or the connection was lost. Whether a request was kept shows when it comes again. */
  | 'store.database-away'
  /** The database turned us away: user, password, database or rights; details hold its code. */
  | 'store.database-refused'
  /** The database refused a statement it should take: the program is wrong, or somebody changed the tables. Nothing was kept. */
  | 'store.unexpected'
  /** There are no tables yet, and this user may not make them. */
  | 'store.tables-missing'
  /** The tables are older than the program, and this user may not bring them up to date. */
  | 'store.migration-needed'
  /** The tables are older than the program, and were only to be looked at. */
  | 'store.tables-older'
  /** Others were in the way again and again. Nothing was kept; the request may come again. */
  | 'store.contended'
  /** More would have been promised of goods than there are: stopped by the database. Nothing was kept. */
  | 'store.oversold'
  /** The company has no profile yet. */
  | 'store.profile-missing'
  | 'store.closed';

/**
 * A fault of the store: the machine failed or the program broke a rule of the port, not the user's data. Thrown by
 * adapters and caught once at the edge. `details` is plain JSON for the log and for the message shown.
 */
export class StoreFault extends Error {
  override readonly name = 'StoreFault';
  readonly code: StoreFaultCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: StoreFaultCode, message: string, details: Readonly<Record<string, unknown>> = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.details = details;
  }
}
