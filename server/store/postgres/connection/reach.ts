import { connectingFault } from './database-fault.ts';

/** Connects a client or a pool; whatever keeps it from that is a fault of the store. */
export async function reach<Connection>(target: { connect(): Promise<Connection> }): Promise<Connection> {
  try {
    return await target.connect();
  } catch (error) {
    throw connectingFault(error);
  }
}
