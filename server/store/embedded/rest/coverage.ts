import { documentPath, folderOf, type StoredDocument } from '../records/document.ts';
import { fileNameOf } from '../records/file-name.ts';
import type { DocumentKey } from './rest-row.ts';
import type { Resting } from './resting.ts';

/**
 * Of the documents of a group, by the paths found on the disk, those that have to be read: the index doesn't tell of them, or
 * isn't believed. Also those it tells of that aren't there: of these it isn't believed any more either.
 */
export function coverageOf(resting: Resting, group: string, listed: readonly string[]): string[] {
  const index = resting.group(group);
  if (index === undefined) return [...listed];
  const found = new Set(listed);
  const covered = new Set<string>();
  for (let row = 0; row < index.size; row += 1) {
    const key = index.keyAt(row);
    const path = pathIn(group, key);
    if (!found.has(path)) {
      resting.distrust(key);
      found.add(path);
    } else if (!resting.isDistrusted(key)) covered.add(path);
  }
  return [...found].filter((path) => !covered.has(path));
}

/** As documentPath, without looking for the month in every number. */
const pathIn = (group: string, key: DocumentKey): string =>
  key.kind === 'answer'
    ? documentPath(key as StoredDocument)
    : `${folderOf(key.kind)}/${group}/${fileNameOf(key.id)}.json`;
