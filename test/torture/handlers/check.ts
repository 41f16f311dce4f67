import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Handler, handlers } from './handlers.ts';

/**
 * Takes one fault handler after another out of a copy of the program and asks the tests of the embedded store. Fails when they
 * don't notice, and when the text of a handler isn't in its file any more: then handlers.ts has to follow.
 *
 *   node test/torture/handlers/check.ts disk/   only those of some files
 */
const [given = ''] = process.argv.slice(2);
const store = 'server/store/embedded';
/** The quick tests that have to do with a file of the store; those that notice soonest first. */
const testsOf: Readonly<Record<string, readonly string[]>> = {
  'disk/durable-disk.ts': [
    'embedded/disk/durable-disk',
    'folder-lock',
    'write-points',
    'torture/embedded/power',
    'disk-faults',
  ],
  'disk/checksummed.ts': ['damage', 'flipped-bytes'],
  'disk/disk-health.ts': ['trouble'],
  'disk/disk-probe.ts': ['trouble'],
  'disk/file-system.ts': ['file-system'],
  'commit/document-writer.ts': ['damage', 'write-points', 'torture/embedded/power', 'disk-faults'],
  'commit/commit-queue.ts': ['trouble', 'folder-lock', 'write-points'],
  'folder-people.ts': ['store/embedded/people'],
  'settings-document.ts': ['trouble', 'damage', 'write-points', 'disk-faults'],
  'folder-files.ts': ['flipped-bytes', 'power-failure'],
  'folder/folder-lock.ts': ['folder-lock', 'two-processes', 'torture/embedded/killed.test'],
  'start/finish-redo.ts': ['damage', 'torture/embedded/power', 'power-failure'],
  'start/document-reader.ts': ['damage'],
  'start/read-documents.ts': ['damage'],
  'start/set-aside.ts': ['damage'],
  'rest/rest.ts': ['store/embedded/rest.test', 'rest-faults'],
  'rest/rest-state.ts': ['store/embedded/rest.test'],
  'start/document-files.ts': ['damage', 'write-points'],
  'open-embedded-store.ts': ['power-failure', 'write-points', 'torture/embedded/power', 'disk-faults'],
};
const allTests = [...new Set(Object.values(testsOf).flat())];
const copied = [
  'core',
  'locales',
  'server',
  'test',
  'workbook',
  'templates',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
];

mkdirSync('.cache', { recursive: true });
const copy = mkdtempSync(resolve('.cache/handlers-'));
try {
  for (const path of copied) cpSync(path, join(copy, path), { recursive: true });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'junction');
  if (!areNoticed(allTests)) {
    const asked = handlers.filter(({ file }) => file.includes(given));
    const unnoticed = asked.filter((handler) => !isMissed(handler));
    console.log(`handlers: ${asked.length - unnoticed.length} of ${asked.length} are missed when taken away`);
    process.exitCode = unnoticed.length === 0 ? 0 : 1;
  } else {
    console.error('handlers: the tests fail with every handler in its place');
    process.exitCode = 1;
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}

function isMissed(handler: Handler): boolean {
  const path = join(copy, store, handler.file);
  const code = readFileSync(path, 'utf8');
  const name = `${handler.file}: ${handler.what}`;
  if (code.split(handler.text).length !== 2) {
    console.error(`NOT FOUND, or not once: ${name}\n${handler.text}`);
    return false;
  }
  writeFileSync(
    path,
    code.replace(handler.text, () => handler.without),
  );
  try {
    const missed = areNoticed(testsOf[handler.file] ?? allTests);
    console.log(`${missed ? 'missed' : 'NOT MISSED'}: ${name}`);
    return missed;
  } finally {
    writeFileSync(path, code);
  }
}

/** Whether one of the tests fails. */
function areNoticed(tests: readonly string[]): boolean {
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    'contract',
    '--project',
    'program',
    '--project',
    'torture',
    '--bail',
    '1',
  ];
  const { status } = spawnSync(process.execPath, [...args, ...tests], {
    cwd: copy,
    env: { ...process.env, TORTURE: 'quick' },
    stdio: 'ignore',
    // A program that hangs without its handler is noticed, too.
    timeout: 600_000,
  });
  return status !== 0;
}
