import { callsOf } from './calls.ts';
import { type Client, type ClientOptions, createClient } from './client.ts';
import { type Endpoint, endpoints } from './endpoints.ts';
import { liveEvent } from './live.ts';
import type { Wire } from './wire.ts';

const calls = callsOf(endpoints);

/** A client that parses every answer: one of another shape is a fault, not a surprise later. */
export const createCheckedClient = (options: ClientOptions): Client =>
  createClient({ ...options, calls }, (name, answer) => {
    const { answer: shape }: Endpoint = endpoints[name];
    if (typeof shape === 'string') throw new Error(`${name} answers with a file`);
    return shape.parse(answer);
  });

/** The server's interface, of which everything said is examined. */
export const checkedWire: Wire = {
  client: createCheckedClient,
  livePath: endpoints.live.path,
  readEvent: (sent) => liveEvent.parse(sent),
};
