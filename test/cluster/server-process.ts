import { startServer } from '../../server/main.ts';
import { fixedOffice } from './fixed-office.ts';

/** One server of a cluster: on the data folder of its argument and the store of its environment; says its address. */
const [dataFolder = ''] = process.argv.slice(2);
const { COUNTERSIGN_STORE: store, COUNTERSIGN_STORE_OWNER: storeOwner } = process.env;
const server = await startServer({
  ...fixedOffice(),
  dataFolder,
  ...(store && { store }),
  ...(storeOwner && { storeOwner }),
});
process.stdout.write(`${server.url}\n`);
process.once('SIGTERM', () => void server.close());
