import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { findBinaries } from './find-binaries.ts';
import { own, reachableTemp, runnable, type ServerUser, serverUser } from './server-user.ts';

/** What is switched off makes tests fast and a crash of the machine fatal: not for tests of faults. */
const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
/** For all: its own folder, this machine only, no log but errors, room for several servers' pools. */
const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200', 'timezone=UTC'];

/** Said by a PostgreSQL that finds processes of the one before it, which was killed. */
const leftBehind = /pre-existing shared memory block .* is still in use/;
const [mostTries, betweenTriesMs] = [300, 100];

/** One cluster in a folder of its own. Everything is done by the process that made it. */
export class ServerProcess {
  readonly #user: ServerUser | null = serverUser();
  readonly home = mkdtempSync(join(reachableTemp(this.#user), 'countersign-postgres-'));
  readonly #password = randomBytes(12).toString('hex');
  readonly #settings: readonly string[];
  #bin = '';
  #port = 0;
  #running: ChildProcess | null = null;

  constructor({ durable }: { readonly durable: boolean }) {
    this.#settings = durable ? settings : [...settings, ...careless];
  }

  /** Of the superuser, whose database is "postgres". */
  get url(): string {
    return `postgres://postgres:${this.#password}@127.0.0.1:${this.#port}/postgres`;
  }

  /** A new cluster, answering on a free port. */
  async create(): Promise<void> {
    const binaries = findBinaries();
    if (binaries === null) throw new Error('there is no PostgreSQL on this machine');
    own(this.home, this.#user);
    this.#bin = runnable(binaries, this.home, this.#user);
    const passwordFile = join(this.home, 'password');
    writeFileSync(passwordFile, this.#password);
    own(passwordFile, this.#user);
    const places = ['-D', this.#data, '--pwfile', passwordFile];
    const texts = ['-E', 'UTF8', '--locale', 'C', '-U', 'postgres'];
    execFileSync(join(this.#bin, 'initdb'), [...places, ...texts, '--auth', 'scram-sha-256', '--no-sync'], {
      ...this.#user,
      cwd: this.home,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#port = await freePort();
    await this.start();
  }

  /** Starts the cluster again, on the port it had. One that was killed has left processes that take a moment to notice. */
  async start(): Promise<void> {
    for (let tries = 1; ; tries += 1)
      try {
        return await this.#begin();
      } catch (error) {
        if (tries === mostTries || !leftBehind.test(String(error))) throw error;
        await setTimeout(betweenTriesMs);
      }
  }

  #begin(): Promise<void> {
    const options = [...this.#settings, `port=${this.#port}`].flatMap((setting) => ['-c', setting]);
    const server = spawn(join(this.#bin, 'postgres'), ['-D', this.#data, ...options], {
      ...this.#user,
      cwd: this.home,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#running = server;
    return new Promise((resolve, reject) => {
      let said = '';
      server.stderr.setEncoding('utf8').on('data', (text: string) => {
        // Kept short: what it says later is about the statements of tests that want to see them fail.
        said = `${said}${text}`.slice(-4000);
        if (said.includes('ready to accept connections')) resolve();
      });
      server.once('error', reject);
      server.once('exit', (code, signal) => reject(new Error(`PostgreSQL ended (${code ?? signal}): ${said}`)));
    });
  }

  /** SIGKILL: as when the machine fails. Its other processes notice and end. */
  kill(): Promise<void> {
    return this.#end('SIGKILL');
  }

  /** SIGINT: takes no more work and breaks off what there is. */
  shutDown(): Promise<void> {
    return this.#end('SIGINT');
  }

  /** Ends it, and nothing is left. */
  async remove(): Promise<void> {
    await this.#end('SIGQUIT');
    rmSync(this.home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }

  get #data(): string {
    return join(this.home, 'data');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const server = this.#running;
    this.#running = null;
    if (server === null || server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill(signal);
    await ended;
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
