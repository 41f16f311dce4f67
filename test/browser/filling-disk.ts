import { type FileSystem, nodeFileSystem } from '../../server/store/embedded/disk/file-system.ts';

/** A disk that is full while `full` says so. */
export function fillingDisk() {
  const disk = { full: false };
  const fileSystem: FileSystem = {
    ...nodeFileSystem,
    create: async (path) => {
      if (disk.full) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
      return nodeFileSystem.create(path);
    },
  };
  return { disk, fileSystem };
}
