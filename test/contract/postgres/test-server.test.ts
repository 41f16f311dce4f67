import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it, vi } from 'vitest';
import { describeWithPostgres, freshDatabase, inDatabase } from '../../postgres/fresh-database.ts';
import { startPostgres } from '../../postgres/start-postgres.ts';

const answer = (url: string): Promise<unknown> =>
  inDatabase(url, async (client) => (await client.query('SELECT 1 AS one')).rows);

describeWithPostgres('the PostgreSQL of the tests', () => {
  it('answers, again after it was killed, and leaves nothing when it is stopped', async () => {
    const server = await startPostgres({ durable: true });
    try {
      expect(await answer(server.url)).toEqual([{ one: 1 }]);
      await server.kill();
      await expect(answer(server.url)).rejects.toThrow();
      await server.start();
      expect(await answer(server.url)).toEqual([{ one: 1 }]);
    } finally {
      await server.stop();
    }
    await expect(answer(server.url)).rejects.toThrow();
    expect(existsSync(server.home)).toBe(false);
  });

  it('gives a test a database of its own, in which who works may make nothing', async () => {
    const database = await freshDatabase();
    try {
      await inDatabase(database.owner, (client) => client.query('CREATE SCHEMA company'));
      const make = inDatabase(database.worker, (client) => client.query('CREATE TABLE company.one ()'));
      await expect(make).rejects.toThrow('permission denied');
    } finally {
      await database.drop();
    }
    await expect(answer(database.owner)).rejects.toThrow('password authentication failed');
  });

  it('leaves nothing either when the tests are killed', async () => {
    const tests = spawn(process.execPath, [fileURLToPath(new URL('starts-and-waits.ts', import.meta.url))], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const { url, home } = JSON.parse(await firstLine(tests));
    expect(await answer(url)).toEqual([{ one: 1 }]);
    tests.kill('SIGKILL');
    await vi.waitFor(() => expect(existsSync(home)).toBe(false), { timeout: 30_000, interval: 100 });
    await expect(answer(url)).rejects.toThrow();
  });
});

const firstLine = async ({ stdout }: ChildProcess): Promise<string> => {
  for await (const line of createInterface({ input: stdout as NodeJS.ReadableStream })) return line;
  throw new Error('it ended without a word');
};
