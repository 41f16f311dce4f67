import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedStoreOptions, openEmbeddedStore } from '../../../server/store/embedded/open-embedded-store.ts';
import { restless } from './embedded/restless.ts';
import { storeContract } from './store-contract.ts';

const onNewGround = (options: Omit<EmbeddedStoreOptions, 'folder'>) => async () => {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-store-'));
  return {
    open: () => openEmbeddedStore({ ...options, folder }),
    discard: () => rm(folder, { recursive: true, force: true }),
  };
};

storeContract('embedded', onNewGround({}));
storeContract('embedded, whatever can be at rest', onNewGround({ rest: restless }));
