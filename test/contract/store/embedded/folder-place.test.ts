import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgePlace } from '../../../../server/store/embedded/folder/folder-place.ts';
import { openEmbeddedStore } from '../../../../server/store/embedded/open-embedded-store.ts';
import { fileNameOf } from '../../../../server/store/embedded/records/file-name.ts';

describe('the place of the data folder', () => {
  it.each(['\\\\server\\share\\countersign', '//server/share', '\\\\?\\UNC\\server\\share'])('refuses %s', (folder) => {
    expect(() => judgePlace(folder)).toThrow(expect.objectContaining({ code: 'store.folder-unusable' }));
  });

  it.each([
    ['/home/wang/Dropbox/countersign', 'Dropbox'],
    ['/Users/li/OneDrive - Hafen GmbH/countersign', 'OneDrive'],
    ['/data/我的坚果云/回签', '坚果云'],
    ['/Users/li/Library/Mobile Documents/com~apple~CloudDocs/c', 'iCloud Drive'],
  ])('warns of %s', (folder, by) => {
    expect(judgePlace(folder)).toEqual([{ code: 'folder.synced', folder, by }]);
  });

  it.each(['/home/wang/.local/share/countersign', '\\\\?\\C:\\data', '/data/boxes', '/home/dropboxer/x'])(
    'is content with %s',
    (folder) => {
      expect(judgePlace(folder)).toEqual([]);
    },
  );
});

// Windows keeps a user's own folders to that user by itself.
it.skipIf(process.platform === 'win32')('the data folder is made for its owner alone', async () => {
  const above = await mkdtemp(join(tmpdir(), 'countersign-place-'));
  const folder = join(above, 'companies', 'own');
  const store = await openEmbeddedStore({ folder });
  try {
    const modes = [];
    for (const made of [join(above, 'companies'), folder, join(folder, 'orders')])
      modes.push((await stat(made)).mode & 0o777);
    expect(modes).toEqual([0o700, 0o700, 0o700]);
  } finally {
    await store.close();
    await rm(above, { recursive: true, force: true });
  }
});

describe('the file name of a record', () => {
  it.each(['SO-202611-00042', 'SO-202611-00042-L1', 'DN-202611-100000'])('is %s itself', (id) => {
    expect(fileNameOf(id)).toBe(id);
  });

  it('is harmless on every system, and differs wherever ids differ', () => {
    const ids = [
      'a/b',
      'a?b',
      'a:b',
      'A',
      'a',
      'CON',
      'LPT1',
      '..',
      '.',
      '',
      'é',
      'e\u0301',
      '订单',
      'x.',
      'x ',
      'y'.repeat(500),
      '\0',
    ];
    const names = ids.map((id) => fileNameOf(id).toLowerCase());
    expect(new Set(names).size).toBe(ids.length);
    for (const name of names) expect(name).toMatch(/^[a-z0-9_~-]{1,100}$/);
    for (const name of names) expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)$/);
  });
});
