import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EmbeddedStore, openEmbeddedStore } from '../../../../server/store/embedded/open-embedded-store.ts';

let folder: string;
let store: EmbeddedStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-people-'));
  store = await openEmbeddedStore({ folder });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

/** What stands in all files of the folder. */
async function everything(): Promise<string> {
  const found = (await readdir(folder, { withFileTypes: true, recursive: true })).filter((entry) => entry.isFile());
  return (await Promise.all(found.map(({ name, parentPath }) => readFile(join(parentPath, name), 'utf8')))).join('\n');
}

describe('an erased person', () => {
  it('stands in no file of the folder, not even in a generation before', async () => {
    const key = await store.people.remember({ name: '陈经理' });
    await store.people.remember({ name: '李工' });
    expect(await everything()).toContain('陈经理');
    await store.people.erase(key);
    expect(await everything()).toContain('李工');
    expect(await everything()).not.toContain('陈经理');
  });

  it('stands in no document that was damaged before; that it was is still told', async () => {
    const key = await store.people.remember({ name: '陈经理' });
    await store.people.remember({ name: '李工' });
    for (const end of ['?', '!']) {
      await store.close();
      const path = join(folder, 'people.json');
      await writeFile(path, `${await readFile(path, 'utf8')}${end}`);
      store = await openEmbeddedStore({ folder });
    }
    expect((await readdir(join(folder, 'damaged'))).length).toBe(4);
    await store.people.erase(key);
    expect(await everything()).not.toContain('陈经理');
    expect(store.damaged).toMatchObject([{ document: 'people.json' }]);
  });
});
