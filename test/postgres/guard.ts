import { ServerProcess } from './server-process.ts';

/**
 * A process between the tests and their PostgreSQL. It lives as long as its channel to them: when the tests end, in
 * whatever way, SIGKILL too, it ends the server and removes its folder.
 */
export type Wish = 'create' | 'create durable' | 'kill' | 'shut down' | 'start';
export type Report = { readonly url: string; readonly home: string } | { readonly failed: string };

let server: ServerProcess | null = null;
/** One after another. */
let last: Promise<unknown> = Promise.resolve();

// Ctrl+C reaches every process of a terminal at once: the tests end by it, then this one.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
process.on('message', (wish: Wish) => {
  last = last.then(() => fulfil(wish)).then(report, fail);
});
process.once('disconnect', () => {
  void last.then(() => server?.remove()).finally(() => process.exit());
});

async function fulfil(wish: Wish): Promise<ServerProcess> {
  if (wish === 'create' || wish === 'create durable') {
    server = new ServerProcess({ durable: wish === 'create durable' });
    await server.create();
    return server;
  }
  if (server === null) throw new Error('there is no server yet');
  if (wish === 'kill') await server.kill();
  else if (wish === 'shut down') await server.shutDown();
  else await server.start();
  return server;
}

const report = ({ url, home }: ServerProcess): void => say({ url, home });
const fail = (error: unknown): void => say({ failed: error instanceof Error ? error.message : String(error) });
/** Nobody listens any more once the tests are gone. */
const say = (told: Report): void => void (process.connected && process.send?.(told));
