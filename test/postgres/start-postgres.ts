import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Report, Wish } from './guard.ts';

/** A PostgreSQL of the tests' own. */
export interface TestServer {
  /** Of its superuser; the database is "postgres". Stays the same over `kill` and `start`. */
  readonly url: string;
  /** Where everything of it lies. */
  readonly home: string;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** Breaks off its clients' work and ends in order. */
  shutDown(): Promise<void>;
  /** Starts it again after one of these, with its recovery. */
  start(): Promise<void>;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
}

/**
 * Starts a PostgreSQL on a free port, in a folder of its own. It is gone when `stop` resolves, or when this process dies.
 * @param durable as in earnest; else it doesn't sync, which is faster and loses data when the machine fails
 */
export async function startPostgres({ durable = false }: { readonly durable?: boolean } = {}): Promise<TestServer> {
  const guard = fork(fileURLToPath(new URL('guard.ts', import.meta.url)), {
    // Not killed with the process group of the tests: it is who cleans up then.
    detached: true,
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  guard.unref();
  guard.channel?.unref();

  const ask = async (wish: Wish): Promise<Exclude<Report, { failed: string }>> => {
    guard.channel?.ref();
    const over = new AbortController();
    const ended = once(guard, 'exit', over).then(() => [{ failed: 'it ended' }]);
    const answered = Promise.race([once(guard, 'message', over), ended]);
    // Whichever didn't come is waited for no longer.
    ended.catch(() => {});
    guard.send(wish);
    const [told] = (await answered) as [Report];
    over.abort();
    guard.channel?.unref();
    if ('failed' in told) throw new Error(`PostgreSQL for the tests: ${told.failed}`);
    return told;
  };
  const stop = async (): Promise<void> => {
    guard.ref();
    const ended = once(guard, 'exit');
    if (guard.connected) guard.disconnect();
    if (guard.exitCode === null && guard.signalCode === null) await ended;
  };

  try {
    const { url, home } = await ask(durable ? 'create durable' : 'create');
    return {
      url,
      home,
      kill: async () => void (await ask('kill')),
      shutDown: async () => void (await ask('shut down')),
      start: async () => void (await ask('start')),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
