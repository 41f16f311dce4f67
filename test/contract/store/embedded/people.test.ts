import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openEmbeddedStore } from '../../../../server/store/embedded/open-embedded-store.ts';

test('an erased person stands in no file of the folder, not even in a generation before', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-people-'));
  const store = await openEmbeddedStore({ folder });
  const files = async () => {
    const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile());
    return (await Promise.all(names.map(({ name }) => readFile(join(folder, name), 'utf8')))).join('\n');
  };
  try {
    const key = await store.people.remember({ name: '陈经理' });
    await store.people.remember({ name: '李工' });
    expect(await files()).toContain('陈经理');
    await store.people.erase(key);
    const left = await files();
    expect(left).toContain('李工');
    expect(left).not.toContain('陈经理');
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
});
