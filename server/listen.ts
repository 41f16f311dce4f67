import { createServer, type Server } from 'node:https';
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

/** @param port 0 = any that is free. @throws StartFault when it can't be had */
export async function listen(app: FastifyInstance, port: number): Promise<Listener> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    throw startFaultOf(error, host, port);
  }
  return { port: portOf(app.server.address()), close: () => app.close() };
}

/** The same routes over https, where Excel loads the pane from. @throws StartFault when the port can't be had */
export async function listenSecurely(
  app: FastifyInstance,
  { chain, key }: ServerCertificate,
  port: number,
): Promise<Listener> {
  const server: Server = createServer({ cert: chain, key }, (request, response) => app.routing(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(startFaultOf(error, host, port)));
    server.listen({ host, port }, resolve);
  });
  const close = () =>
    new Promise<void>((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()));
      server.closeIdleConnections();
    });
  return { port: portOf(server.address()), close };
}

const portOf = (address: ReturnType<Server['address']>): number =>
  typeof address === 'object' && address !== null ? address.port : 0;
