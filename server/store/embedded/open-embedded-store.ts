import { resolve } from 'node:path';
import type { Instant } from '../../../core/value/date.ts';
import type { Clock, Store } from '../../ports.ts';
import { StoreFault } from '../store-fault.ts';
import { CommitQueue } from './commit/commit-queue.ts';
import { DocumentWriter } from './commit/document-writer.ts';
import { DiskProbe } from './disk/disk-probe.ts';
import { DurableDisk } from './disk/durable-disk.ts';
import { errorCode, type FileSystem, nodeFileSystem } from './disk/file-system.ts';
import { type FolderLock, lockFolder } from './folder/folder-lock.ts';
import { judgePlace, type StoreWarning } from './folder/folder-place.ts';
import { markFormat } from './folder/store-format.ts';
import { lockLost, WriteGate } from './folder/write-gate.ts';
import { FolderAccounts } from './folder-accounts.ts';
import { FolderFiles } from './folder-files.ts';
import { FolderPeople } from './folder-people.ts';
import { Catalogue } from './read/catalogue.ts';
import { MemoryReader } from './read/memory-reader.ts';
import { documentFolders } from './records/document.ts';
import { Records } from './records/records.ts';
import { Rest } from './rest/rest.ts';
import { type RestPolicy, standardRest } from './rest/rest-policy.ts';
import { expectFinished } from './snapshot/filling-mark.ts';
import { takeSnapshot } from './snapshot/folder-snapshot.ts';
import { finishRedo } from './start/finish-redo.ts';
import { readDocuments } from './start/read-documents.ts';
import { type Damage, readDamages } from './start/set-aside.ts';
import { settleNames } from './start/settle-names.ts';
import { sweep } from './start/sweep.ts';
import { StoreTrouble } from './store-trouble.ts';
import { ToldChanges } from './told-changes.ts';
import { type JobOptions, WaitingJobs } from './waiting-jobs.ts';

export interface EmbeddedStoreOptions {
  /** The company's data folder; made when it isn't there. */
  readonly folder: string;
  readonly fs?: FileSystem;
  readonly clock?: Clock;
  readonly jobs?: JobOptions;
  /** What differs from the standard. */
  readonly rest?: Partial<RestPolicy>;
}

export interface EmbeddedStore extends Store {
  /** What the user should know about the place of the folder. */
  readonly warnings: readonly StoreWarning[];
}

const systemClock: Clock = { now: () => new Date().toISOString() as Instant };

/**
 * Opens a company's data folder: the folder is the database. Only one process may have it open.
 * Throws StoreFault 'store.folder-unusable', 'store.locked', 'store.format-unknown' or those of reading and writing.
 */
export async function openEmbeddedStore(options: EmbeddedStoreOptions): Promise<EmbeddedStore> {
  const { fs = nodeFileSystem, clock = systemClock, jobs = {} } = options;
  const rest = { ...standardRest, ...options.rest };
  const warnings = judgePlace(options.folder);
  const folder = resolve(options.folder);
  try {
    const unowned = new DurableDisk(fs, folder);
    for (const name of documentFolders) await unowned.makeFolder(name);
    const lock = await lockFolder(folder, clock.now());
    const disk = new DurableDisk(fs, folder, async () => {
      if (!(await lock.stillOwned())) throw lockLost();
    });
    try {
      return { ...(await openLocked({ disk, folder, lock, clock, jobOptions: jobs, restPolicy: rest })), warnings };
    } catch (error) {
      await lock.release();
      throw error;
    }
  } catch (error) {
    const errno = errorCode(error);
    if (error instanceof StoreFault ? error.code !== 'store.write-failed' : errno === undefined) throw error;
    throw new StoreFault('store.folder-unusable', `${folder} can't be used as data folder`, { folder, errno }, error);
  }
}

interface Locked {
  readonly disk: DurableDisk;
  readonly folder: string;
  readonly lock: FolderLock;
  readonly clock: Clock;
  readonly jobOptions: JobOptions;
  readonly restPolicy: RestPolicy;
}

async function openLocked({ disk, folder, lock, clock, jobOptions, restPolicy: policy }: Locked): Promise<Store> {
  const gate = new WriteGate(lock.stillOwned);
  lock.whenLost(() => gate.shut(lockLost()));
  await expectFinished(disk, folder);
  await markFormat(disk, gate);
  await sweep(disk);
  await finishRedo(disk);
  await settleNames(disk);
  const records = new Records();
  const catalogue = new Catalogue(records);
  const damaged: Damage[] = [];
  const onDamage = async () => void damaged.splice(0, damaged.length, ...(await readDamages(disk)));
  const rest = await Rest.open({ disk, gate, records, catalogue, policy, clock, onDamage });
  await readDocuments(disk, { records, catalogue, rest });

  const writer = new DocumentWriter(disk, records);
  const changes = new ToldChanges(records);
  const jobs = new WaitingJobs(disk, gate, records, jobOptions);
  const queue = new CommitQueue(records, rest, writer, gate, ({ orders, decisions }) => {
    catalogue.refresh(orders);
    for (const { position, appended, jobs: left } of decisions) {
      changes.tell(position, appended);
      jobs.add(left);
    }
    rest.committed();
  });
  const trouble = new StoreTrouble(disk.health, gate, clock);
  const accounts = await FolderAccounts.open(disk, gate, clock);
  const people = await FolderPeople.open(disk, gate);
  const files = new FolderFiles(disk, gate);
  await onDamage();
  const probe = new DiskProbe(disk, disk.health, async () => {
    await queue.mend();
    await accounts.settle();
    await people.settle();
  });
  rest.begin();
  return {
    transact: (transaction) => queue.submit(transaction),
    read: new MemoryReader(records, catalogue, rest.waking),
    files,
    accounts,
    people,
    jobs,
    changes,
    trouble: () => trouble.now(),
    damaged,
    snapshot: () => takeSnapshot({ disk, records, accounts, people, files, gate, damaged }),
    close: async () => {
      // First: what the job in hand comes to is still kept.
      await jobs.stop();
      await queue.idle();
      await rest.close();
      await probe.stop();
      gate.shut(new StoreFault('store.closed', 'the store was closed'));
      try {
        // What is somebody else's by now is for him to settle.
        if (!(await lock.stillOwned())) return;
        await writer.settle();
        await accounts.settle();
        await people.settle();
      } finally {
        await lock.release();
      }
    },
  };
}
