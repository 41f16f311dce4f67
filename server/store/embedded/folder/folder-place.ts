import { resolve } from 'node:path';
import { StoreFault } from '../../store-fault.ts';

/** Something about the data folder that the user should know; nothing is broken yet. */
export interface StoreWarning {
  readonly code: 'folder.synced';
  readonly folder: string;
  /** Which program copies the folder away while it is written. */
  readonly by: string;
}

/** Parts of paths that sync programs make; a part must begin with one of these. */
const syncPrograms: readonly (readonly [RegExp, string])[] = [
  [/^onedrive\b/i, 'OneDrive'],
  [/^dropbox\b/i, 'Dropbox'],
  [/^(google ?drive|googledrive-|my drive$)/i, 'Google Drive'],
  [/^(icloud ?drive|com~apple~clouddocs|mobile documents)/i, 'iCloud Drive'],
  [/^box( sync)?$/i, 'Box'],
  [/^(nutstore|我的坚果云|坚果云)/i, '坚果云'],
  [/^(baidusyncdisk|baidunetdisk|百度网盘|百度云)/i, '百度网盘'],
  [/^(weiyun|微云)/i, '微云'],
  [/^(wps ?云盘|wps ?cloud|wpsdrive)/i, 'WPS 云盘'],
  [/^(nextcloud|owncloud|seafile|syncthing|resilio sync)\b/i, 'a file sync program'],
];

/**
 * Refuses places where renames and locks can't be trusted (StoreFault 'store.folder-unusable') and warns about those where
 * a sync program would copy half a state, or bring back an old one.
 */
export function judgePlace(folder: string): readonly StoreWarning[] {
  // \\server\share and its long form \\?\UNC\server\share; \\?\C:\ and \\.\ are local.
  if (/^(\\\\|\/\/)(?![?.][\\/])/.test(folder) || /^[\\/]{2}[?.][\\/]UNC[\\/]/i.test(folder))
    throw new StoreFault(
      'store.folder-unusable',
      `${folder} is a network path; locks and renames can't be trusted there: choose a folder on this computer`,
      { folder, reason: 'network-path' },
    );
  const parts = resolve(folder).split(/[\\/]/);
  const by = syncPrograms.find(([name]) => parts.some((part) => name.test(part)))?.[1];
  return by === undefined ? [] : [{ code: 'folder.synced', folder, by }];
}
