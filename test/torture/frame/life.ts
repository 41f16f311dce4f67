import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';

/** One life of a process that is meant to be killed. */
export class Life {
  readonly process: ChildProcessByStdio<Writable, Readable, null>;
  readonly #lines: AsyncIterator<string>;
  readonly #ended: Promise<unknown>;

  /** Starts a module of Node with its arguments. */
  constructor(module: URL, ...args: readonly string[]) {
    this.process = spawn(process.execPath, [fileURLToPath(module), ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
    // Killed while it is spoken to: that is what it is for.
    this.process.stdin.on('error', () => undefined);
    this.#lines = createInterface({ input: this.process.stdout })[Symbol.asyncIterator]();
    this.#ended = once(this.process, 'exit');
  }

  /** The next line it says; null when it is dead and has said all. */
  async line(): Promise<string | null> {
    const { value, done } = await this.#lines.next();
    return done ? null : value;
  }

  /** What it says until it dies. */
  async *lines(): AsyncGenerator<string> {
    for (let line = await this.line(); line !== null; line = await this.line()) yield line;
  }

  say(line: string): void {
    this.process.stdin.write(`${line}\n`);
  }

  /** SIGKILL: nothing is finished, nothing is told. */
  async kill(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.#ended;
  }
}
