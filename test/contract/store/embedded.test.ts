import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type EmbeddedStoreOptions, openEmbeddedStore } from '../../../server/store/embedded/open-embedded-store.ts';
import { openFolderFiller } from '../../../server/store/embedded/snapshot/folder-filler.ts';
import { restless } from './embedded/restless.ts';
import { allNumbers, at, done, post } from './sample-records.ts';
import { storeContract } from './store-contract.ts';

const onNewGround = (options: Omit<EmbeddedStoreOptions, 'folder'>) => async () => {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-store-'));
  return {
    fill: () => openFolderFiller({ folder, now: at('2026-11-21T00:00:00.000Z') }),
    // The waits between tries have tests of their own.
    open: () => openEmbeddedStore({ ...options, folder, jobs: { pause: async () => undefined } }),
    discard: () => rm(folder, { recursive: true, force: true }),
  };
};

storeContract('embedded', onNewGround({}));
storeContract('embedded, whatever can be at rest', onNewGround({ rest: restless }));

it('what is stored is seen by a reader only when it is answered', async () => {
  const ground = await onNewGround({})();
  const store = await ground.open();
  try {
    const posting = post(store);
    await Promise.resolve();
    await Promise.resolve();
    expect(await allNumbers(store)).toEqual([]);
    const number = done(await posting);
    expect(await allNumbers(store)).toEqual([number]);
  } finally {
    await store.close();
    await ground.discard();
  }
});
