import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { jsonServerProgram } from '../installed-peers.ts';
import { ordersInOneFile } from './one-file.ts';
import { ordersToPost } from './orders-to-post.ts';
import type { Subject } from './subject.ts';

/** json-server, lowdb as most people meet it, over its own HTTP on this machine. It never syncs. */
export async function jsonServer(stored: number): Promise<Subject> {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-bench-json-server-'));
  const file = join(folder, 'db.json');
  writeFileSync(file, JSON.stringify(ordersInOneFile(stored), null, 2));
  const port = await freePort();
  const host = '127.0.0.1';
  const server = spawn(process.execPath, [jsonServerProgram, file, '--quiet', '--host', host, '--port', `${port}`], {
    cwd: folder,
    stdio: 'ignore',
  });
  const ended = once(server, 'exit');
  const agent = new Agent({ keepAlive: true });
  const send = (method: 'GET' | 'POST', path: string, body = ''): Promise<number> =>
    new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
      const sent = request({ host, port, agent, method, path, headers }, (answer) => {
        answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
      });
      sent.on('error', reject).end(body);
    });
  await answering(() => send('GET', '/orders?_limit=1'));
  const orders = ordersToPost(stored);
  return {
    async post() {
      const { requestKey, events } = orders.next().value;
      const status = await send('POST', '/orders', JSON.stringify({ id: requestKey, events: events(requestKey) }));
      if (status !== 201) throw new Error(`json-server answered ${status}`);
    },
    async close() {
      agent.destroy();
      server.kill();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}

/** Waits until it answers, a minute at most. */
async function answering(ask: () => Promise<number>): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      if ((await ask()) === 200) return;
    } catch (error) {
      if (tries > 300) throw error;
    }
    await setTimeout(200);
  }
}
