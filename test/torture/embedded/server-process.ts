import { startServer } from '../../../server/main.ts';
import { hardware } from '../../../server/samples/hardware.ts';

/** A real server that is meant to be killed: `node server-process.ts FOLDER` prints its address. One sample, to start fast. */
const { url } = await startServer({ port: 0, dataFolder: process.argv[2] ?? '', samples: [hardware] });
process.stdout.write(`${url}\n`);
