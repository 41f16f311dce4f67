import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ensureCertificate } from '../../server/certificate/certificate.ts';
import { host, listen, listenSecurely } from '../../server/listen.ts';

let app: FastifyInstance;
let answer: PromiseWithResolvers<string>;
let asked: PromiseWithResolvers<void>;
beforeEach(() => {
  answer = Promise.withResolvers();
  asked = Promise.withResolvers();
  // Nothing else ends what is open during a test.
  app = fastify({ forceCloseConnections: 'idle', requestTimeout: 0, keepAliveTimeout: 600_000 });
  app.addHook('onRequest', async () => asked.resolve());
  app.all('/', () => answer.promise);
});

/** Somebody at this port who says this much and no more. @returns settles when the connection is gone */
async function stranger(port: number, says = ''): Promise<{ readonly gone: Promise<unknown> }> {
  const socket = connect(port, host);
  socket.on('error', () => undefined);
  socket.resume();
  await once(socket, 'connect');
  if (says !== '') socket.write(says);
  return { gone: new Promise((resolve) => socket.once('close', resolve)) };
}

test('half a request is not waited for', async () => {
  const { port, close } = await listen(app, 0, 0);
  const { gone } = await stranger(port, `POST / HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 9\r\n\r\n{`);
  await asked.promise;
  await close();
  await gone;
});

test('a connection that never began TLS is not waited for', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-listen-'));
  try {
    await app.ready();
    const { port, close } = await listenSecurely(app, await ensureCertificate(join(folder, 'certificate')), 0, 0);
    const { gone } = await stranger(port);
    await close();
    await gone;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('what was asked before the end is answered', async () => {
  const { port, close } = await listen(app, 0);
  const reply = fetch(`http://${host}:${port}/`);
  await asked.promise;
  const closed = close();
  answer.resolve('done');
  expect(await (await reply).text()).toBe('done');
  await closed;
});

test('and is not waited for without end', async () => {
  const { port, close } = await listen(app, 0, 0);
  const reply = fetch(`http://${host}:${port}/`);
  await asked.promise;
  await Promise.all([expect(reply).rejects.toThrow(), close()]);
});

afterEach(() => app.close());
