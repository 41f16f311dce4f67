import { setTimeout as pause } from 'node:timers/promises';
import { openPlace, type PlaceOptions, type TellFault } from './open-place.ts';
import { StartFault } from './start-fault.ts';

export interface WorkerOptions extends PlaceOptions {
  readonly store: string;
  /** Between two looks for companies that were started meanwhile, in milliseconds. */
  readonly lookEvery?: number;
  readonly tell: TellFault;
}
export interface RunningWorker {
  /** "postgres://host:5432/database" */
  readonly place: string;
  /** Finishes the papers in hand. */
  close(): Promise<void>;
}

/**
 * Prints the papers of all companies of a database, on any machine that reaches it; listens to nobody.
 * @throws StartFault 'start.no-workers' for a folder, which one process has open; StoreFault what keeps the database from being used
 */
export async function startWorker({ lookEvery = 10_000, tell, ...options }: WorkerOptions): Promise<RunningWorker> {
  if (options.store === 'folder')
    throw new StartFault('start.no-workers', 'one process has the folder open: no worker could print', {});
  await using opening = new AsyncDisposableStack();
  const { stores, companies } = await openPlace({ ...options, dataFolder: '', papersByWorkers: false }, tell, opening);
  await companies.all();

  const closing = new AbortController();
  const looking = (async () => {
    while (await pause(lookEvery, true, { signal: closing.signal }).catch(() => false))
      await companies.all().catch((err: unknown) => tell({ err }, 'the companies could not be looked up'));
  })();
  const running = opening.move();
  return {
    place: stores.place,
    async close() {
      closing.abort();
      await looking;
      await running.disposeAsync();
    },
  };
}
