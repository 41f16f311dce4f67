import { startServer } from '../../server/main.ts';
import { fixedOffice } from './fixed-office.ts';

/** One server of a cluster: on the data folder of its argument and the store of COUNTERSIGN_STORE; says its address. */
const [dataFolder = ''] = process.argv.slice(2);
const server = await startServer({ ...fixedOffice(), dataFolder });
process.stdout.write(`${server.url}\n`);
process.once('SIGTERM', () => void server.close());
