import { createServer, type Server } from 'node:https';
import type { Server as NetServer, Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { ServerCertificate } from './certificate/certificate.ts';
import { startFaultOf } from './start-fault.ts';

/** This computer only: nothing on the network can reach it. */
export const host = '127.0.0.1';

/** An address that is listened on. */
export interface Listener {
  readonly port: number;
  close(): Promise<void>;
}

/** What was asked before the end is answered, but nobody is waited for who never finishes asking, or never reads. */
const graceMs = 10_000;

/** @param port 0 = any that is free. @throws StartFault when it can't be had */
export async function listen(app: FastifyInstance, port: number, grace = graceMs): Promise<Listener> {
  const cutAfter = connectionsOf(app.server);
  try {
    await app.listen({ host, port });
  } catch (error) {
    throw startFaultOf(error, host, port);
  }
  return { port: portOf(app.server.address()), close: () => cutAfter(grace, app.close()) };
}

/** The same routes over https, where Excel loads the pane from. @throws StartFault when the port can't be had */
export async function listenSecurely(
  app: FastifyInstance,
  { chain, key }: ServerCertificate,
  port: number,
  grace = graceMs,
): Promise<Listener> {
  const server: Server = createServer({ cert: chain, key }, (request, response) => app.routing(request, response));
  const cutAfter = connectionsOf(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(startFaultOf(error, host, port)));
    server.listen({ host, port }, resolve);
  });
  const end = () =>
    new Promise<void>((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()));
      server.closeIdleConnections();
    });
  return { port: portOf(server.address()), close: () => cutAfter(grace, end()) };
}

/**
 * Node ends connections that are idle, but waits two minutes for one that never began TLS and one for half a request.
 * @returns waits for the end; what is still open after that many milliseconds is cut
 */
function connectionsOf(server: NetServer): (grace: number, end: Promise<void>) => Promise<void> {
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return async (grace, end) => {
    const cut = setTimeout(() => {
      for (const socket of open) socket.destroy();
    }, grace);
    try {
      await end;
    } finally {
      clearTimeout(cut);
    }
  };
}

const portOf = (address: ReturnType<Server['address']>): number =>
  typeof address === 'object' && address !== null ? address.port : 0;
