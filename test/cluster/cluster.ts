import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { type Run, work } from './client.ts';
import { Desk } from './desk.ts';
import type { Exchange } from './exchange.ts';
import { serverProgram } from './fixed-office.ts';
import { Random } from './random.ts';

export interface ClusterOptions {
  readonly clients: number;
  readonly seed: number;
  /** The store all servers work on: COUNTERSIGN_STORE. Absent = the folder of the only one. */
  readonly store?: string;
  /** Ends the run: so many answers, or so much time. */
  readonly until: { readonly answers: number } | { readonly ms: number };
}
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
  try {
    for (const folder of folders) started.push(await startProcess(folder, options.store));
    const desks = started.map(({ url }) => new Desk(url));
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
  }
}

interface ServerProcess {
  readonly url: string;
  stop(): Promise<void>;
}

async function startProcess(dataFolder: string, store: string | undefined): Promise<ServerProcess> {
  const env = { ...process.env, ...(store !== undefined && { COUNTERSIGN_STORE: store }) };
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
