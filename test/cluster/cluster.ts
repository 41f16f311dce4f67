import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { LongWay } from '../postgres/long-way.ts';
import type { FreshDatabase } from '../postgres/new-database.ts';
import { type Run, work } from './client.ts';
import { Desk } from './desk.ts';
import type { Exchange } from './exchange.ts';
import { serverProgram } from './fixed-office.ts';
import { Random } from './random.ts';

export interface ClusterOptions {
  readonly clients: number;
  readonly seed: number;
  /** What all servers work on. Absent = the folder of the only one. */
  readonly database?: Pick<FreshDatabase, 'owner' | 'worker'>;
  /** Ends the run: so many answers, or so much time. */
  readonly until: { readonly answers: number } | { readonly ms: number };
}
/** The database is some milliseconds away: then decisions overlap on a small machine, too, which is what is to be seen. */
const latency = 4;

export interface ClusterRun {
  readonly exchanges: readonly Exchange[];
  /** Requests that were sent again because nobody answered. */
  readonly unanswered: number;
}

/**
 * Several real servers on one store, and many clients who all want the same. Its processes are gone when it resolves.
 * @param folders a data folder for each server
 */
export async function runCluster(folders: readonly string[], options: ClusterOptions): Promise<ClusterRun> {
  const { clients, seed, until } = options;
  const started: ServerProcess[] = [];
  const way = options.database && (await LongWay.to(options.database.worker, latency));
  try {
    const store = options.database && storeOf(options.database, way);
    for (const folder of folders) started.push(await startProcess(folder, store));
    const desks = started.map(({ url }) => new Desk(url));
    await desks[0]?.settle();
    const endsAt = 'ms' in until ? Date.now() + until.ms : Number.POSITIVE_INFINITY;
    const enough = 'answers' in until ? until.answers : Number.POSITIVE_INFINITY;
    const run: Run = {
      orders: [],
      exchanges: [],
      unanswered: 0,
      isOver: () => run.exchanges.length >= enough || Date.now() >= endsAt,
    };
    await Promise.all(Array.from({ length: clients }, (_, index) => work(run, desks, new Random(seed + index * 7919))));
    return { exchanges: run.exchanges, unanswered: run.unanswered };
  } finally {
    await Promise.all(started.map(({ stop }) => stop()));
    await way?.close();
  }
}

interface ServerProcess {
  readonly url: string;
  stop(): Promise<void>;
}

/** The settings of its servers. */
const storeOf = ({ owner, worker }: NonNullable<ClusterOptions['database']>, way: LongWay | undefined) => ({
  COUNTERSIGN_STORE: way?.over(worker) ?? worker,
  COUNTERSIGN_STORE_OWNER: owner,
});

async function startProcess(dataFolder: string, store: NodeJS.ProcessEnv | undefined): Promise<ServerProcess> {
  const env = { ...process.env, ...store };
  const child = spawn(process.execPath, [serverProgram, dataFolder], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await firstLine(child);
  return {
    url,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        if (child.exitCode !== null || !child.kill('SIGTERM')) resolve();
      }),
  };
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('the server has no output');
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('the server ended before it listened');
}
