import { appendFile, readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect } from 'vitest';
import type { MemberUse } from './interpreter/member-log.ts';

/** Where the tests of one run note which members of the stand-in they used; set by every-member-is-tested.ts. */
export const NOTES_FOLDER = 'COUNTERSIGN_MEMBERS_NOTED_IN';

/** Adds what one pane used to the notes of the test file that is running. */
export async function noteMembers(use: MemberUse): Promise<void> {
  const folder = process.env[NOTES_FOLDER];
  const { testPath } = expect.getState();
  if (folder === undefined || testPath === undefined) return;
  await appendFile(join(folder, `${basename(testPath)}.ndjson`), `${JSON.stringify(use)}\n`);
}

/** What each test file noted, by its name. */
export async function readMemberNotes(folder: string): Promise<ReadonlyMap<string, readonly MemberUse[]>> {
  const notes = new Map<string, readonly MemberUse[]>();
  for (const file of await readdir(folder)) {
    const lines = (await readFile(join(folder, file), 'utf8')).trim().split('\n');
    notes.set(
      basename(file, '.ndjson'),
      lines.map((line) => JSON.parse(line) as MemberUse),
    );
  }
  return notes;
}
