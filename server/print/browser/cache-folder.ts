import { lstat, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import envPaths from 'env-paths';

/**
 * A folder for what can be made again at any time (the unpacked browser, the font cache): per user, private, kept between
 * runs. Falls back to the temporary folder where the user has no writable home, as service accounts often have none.
 */
export async function cacheFolder(): Promise<string> {
  const home = envPaths('countersign', { suffix: '' }).cache;
  try {
    await mkdir(home, { recursive: true, mode: 0o700 });
    return home;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS' && code !== 'ENOENT' && code !== 'ENOTDIR')
      throw error;
  }
  return ownFolderIn(tmpdir());
}

/** In a temporary folder shared with others, a folder of that name may be somebody else's trap: it must be ours alone. */
async function ownFolderIn(shared: string): Promise<string> {
  const uid = process.getuid?.();
  const folder = join(shared, `countersign-${uid ?? 'user'}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const found = await lstat(folder);
  const foreign = uid !== undefined && (found.uid !== uid || (found.mode & 0o022) !== 0);
  if (!found.isDirectory() || foreign)
    throw new Error(`${folder} belongs to somebody else; remove it or set XDG_CACHE_HOME`);
  return folder;
}
