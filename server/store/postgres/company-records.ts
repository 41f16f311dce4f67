import type { Changes, Reader, Store } from '../../ports.ts';
import { ToldByDatabase } from './changes/told-by-database.ts';
import type { Database } from './connection/database.ts';
import { BookShelf } from './load/book-shelf.ts';
import { DatabaseReader } from './read/database-reader.ts';
import { type LeaveJobs, Transactions } from './transact/transactions.ts';

/** A company's records: how they are changed, read, and told of. */
export interface CompanyRecords {
  readonly transact: Store['transact'];
  readonly read: Reader;
  readonly changes: Changes;
  /** Stops listening; the connections of the database are its owner's to close. */
  close(): Promise<void>;
}

/** @param leaveJobs keeps a decision's jobs with what else its transaction keeps */
export async function openRecords(database: Database, leaveJobs: LeaveJobs): Promise<CompanyRecords> {
  const shelf = new BookShelf();
  const transactions = new Transactions(database, shelf, leaveJobs);
  const changes = await ToldByDatabase.open(database);
  return {
    transact: (transaction) => transactions.transact(transaction),
    read: new DatabaseReader(database, shelf),
    changes,
    close: () => changes.close(),
  };
}
