import { startServer } from '../../../server/main.ts';
import { hardware } from '../../../server/samples/hardware.ts';
import { PretendPrinter } from '../../contract/api/pretend-printer.ts';

/** A real server that is meant to be killed: `node server-process.ts FOLDER STORE OWNER` prints its address. */
const [dataFolder = '', store = '', storeOwner = ''] = process.argv.slice(2);
const options = { port: 0, dataFolder, store, storeOwner, samples: [hardware], printer: new PretendPrinter() };
// What fails is what the tests are after: they judge by the answers, the log would only drown them.
const { url } = await startServer({ ...options, logger: false });
process.stdout.write(`${url}\n`);
