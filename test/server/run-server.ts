import { startServer } from '../../server/main.ts';

/** A server in a process of its own, for tests that kill it: `node run-server.ts FOLDER` prints its address. */
const { url } = await startServer({ port: 0, dataFolder: process.argv[2] ?? '' });
process.stdout.write(`${url}\n`);
