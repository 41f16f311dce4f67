import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedStore } from '../../../server/store/embedded/open-embedded-store.ts';
import { storeContract } from './store-contract.ts';

storeContract('embedded', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-store-'));
  return {
    // The waits between tries have tests of their own.
    open: () => openEmbeddedStore({ folder, jobs: { pause: async () => undefined } }),
    discard: () => rm(folder, { recursive: true, force: true }),
  };
});
