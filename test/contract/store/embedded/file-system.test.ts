import { link, mkdir, mkdtemp, readFile, rename, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileSystemOn } from '../../../../server/store/embedded/disk/file-system.ts';
import { fileNameOf } from '../../../../server/store/embedded/records/file-name.ts';
import { diskError } from './memory-disk.ts';

const calls = { rename, unlink, link, mkdir };
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-file-system-'));
  await writeFile(join(folder, 'a'), 'content');
});
afterEach(() => rm(folder, { recursive: true, force: true }));
const [a, b] = ['a', 'b'].map((name) => () => join(folder, name)) as [() => string, () => string];

/** The call, refused some times first. */
function refused<Arguments extends unknown[]>(
  call: (...given: Arguments) => Promise<void>,
  code: string,
  times: number,
): (...given: Arguments) => Promise<void> {
  let left = times;
  return async (...given) => {
    left -= 1;
    if (left >= 0) throw diskError(code);
    return call(...given);
  };
}

describe('a file that a virus scanner holds for a moment', () => {
  it.each(['EPERM', 'EBUSY', 'EACCES'])('is renamed and removed after a while on Windows (%s)', async (code) => {
    const renaming = fileSystemOn('win32', { ...calls, rename: refused(rename as never, code, 3) as never });
    await renaming.rename(a(), b());
    expect(await readFile(b(), 'utf8')).toBe('content');
    const removing = fileSystemOn('win32', { ...calls, unlink: refused(unlink as never, code, 3) as never });
    await removing.remove(b());
    await expect(stat(b())).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('is given up when it stays held, and not waited for elsewhere', async () => {
    const held = { ...calls, rename: refused(rename as never, 'EBUSY', 1_000) as never };
    await expect(fileSystemOn('win32', held).rename(a(), b())).rejects.toMatchObject({ code: 'EBUSY' });
    const once = { ...calls, rename: refused(rename as never, 'EBUSY', 1) as never };
    await expect(fileSystemOn('linux', once).rename(a(), b())).rejects.toMatchObject({ code: 'EBUSY' });
  });

  it('is not waited for when something else is wrong', async () => {
    const full = { ...calls, rename: refused(rename as never, 'ENOSPC', 1) as never };
    await expect(fileSystemOn('win32', full).rename(a(), b())).rejects.toMatchObject({ code: 'ENOSPC' });
  });
});

describe('a disk without hard links', () => {
  it.each(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL', 'EISDIR'])(
    'that says %s: the file is copied, and what is there is never overwritten',
    async (code) => {
      const disk = fileSystemOn('linux', { ...calls, link: refused(link as never, code, 9) as never });
      await disk.link(a(), b());
      expect(await readFile(b(), 'utf8')).toBe('content');
      await expect(disk.link(a(), b())).rejects.toMatchObject({ code: 'EEXIST' });
    },
  );

  it('is told from one that refuses', async () => {
    const disk = fileSystemOn('linux', { ...calls, link: refused(link as never, 'EIO', 9) as never });
    await expect(disk.link(a(), b())).rejects.toMatchObject({ code: 'EIO' });
  });
});

describe('folders', () => {
  it('are made with those above them, for their owner only; the topmost one made is told', async () => {
    const disk = fileSystemOn('linux', calls);
    expect(await disk.makeFolder(join(folder, 'x', 'y'))).toBe(join(folder, 'x'));
    expect(await disk.makeFolder(join(folder, 'x', 'y'))).toBeUndefined();
    if (process.platform !== 'win32') expect((await stat(join(folder, 'x', 'y'))).mode & 0o777).toBe(0o700);
  });

  it('that a read-only disk refuses are refused as such, although Node says they are not there', async () => {
    const mkdirOnReadOnly = async (path: string, { recursive }: { recursive?: boolean }) => {
      if (path === folder) return undefined;
      throw diskError(recursive ? 'ENOENT' : 'EROFS');
    };
    const disk = fileSystemOn('linux', { ...calls, mkdir: mkdirOnReadOnly });
    await expect(disk.makeFolder(join(folder, 'x', 'y'))).rejects.toMatchObject({ code: 'EROFS' });
  });

  it('are not synced on Windows, which cannot', async () => {
    await fileSystemOn('win32', calls).syncFolder(join(folder, 'not there'));
    await expect(fileSystemOn('linux', calls).syncFolder(join(folder, 'not there'))).rejects.toMatchObject({});
  });
});

describe('a file name', () => {
  it('works on Windows, macOS and Linux, and is no other id’s', () => {
    const ids = [
      'SO-202611-00001',
      'CON',
      'nul',
      'COM1',
      'a/b',
      'a?b',
      'a:b',
      'Ä',
      'ä',
      'so-1',
      'SO-1',
      'x.',
      'x ',
      '',
      '..',
      '回签',
      'y'.repeat(300),
    ];
    const names = ids.map(fileNameOf);
    expect(names[0]).toBe('SO-202611-00001');
    for (const name of names) {
      expect(name).toMatch(/^[A-Za-z0-9_~-]{1,100}$/);
      expect(name).not.toMatch(/^(CON|PRN|AUX|NUL|COM\d|LPT\d)$/i);
    }
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(ids.length);
  });
});
