import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NOTES_FOLDER, readMemberNotes } from './member-notes.ts';

/** Test files of the stand-in that open no pane. */
const PAGELESS = ['cell-text.test.ts'];

/**
 * After a run of all tests of the stand-in: fails when one of its members was named by none of them. Such a member could be
 * wrong, or gone, and nobody would know. A run of some files judges nothing.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-members-'));
  process.env[NOTES_FOLDER] = folder;
  return async () => {
    const notes = await readMemberNotes(folder);
    await rm(folder, { recursive: true });
    const files = (await readdir(fileURLToPath(new URL('.', import.meta.url)))).filter(
      (file) => file.endsWith('.test.ts') && !PAGELESS.includes(file),
    );
    if (!files.every((file) => notes.has(file))) return;
    const uses = files.flatMap((file) => notes.get(file) ?? []);
    const used = new Set(uses.flatMap((use) => use.used));
    const untested = [...new Set(uses.flatMap(({ known }) => known))].filter((member) => !used.has(member)).sort();
    if (untested.length > 0) {
      throw new Error(`No test in test/host uses these members of the Excel stand-in:\n${untested.join('\n')}`);
    }
  };
}
