import { resolve } from 'node:path';
import { Command } from 'commander';
import type { Instant } from '../../core/value/date.ts';
import type { Manifest } from '../backup/manifest.ts';
import { companiesFolderOf } from '../place.ts';
import type { Clock } from '../ports.ts';
import type { CompanyStores } from '../store/company-stores.ts';
import { withDatabase } from './database-companies.ts';
import { CommandFailure } from './failure.ts';
import { inspected } from './fsck.ts';
import { dataOption } from './serve.ts';
import {
  type CommonOptions,
  exit,
  jsonOption,
  localeOption,
  print,
  printJson,
  progress,
  textsFor,
} from './terminal.ts';

const clock: Clock = { now: () => new Date().toISOString() as Instant };

interface RestoreOptions extends CommonOptions {
  readonly data: string;
  readonly checkOnly?: true;
  readonly withDamage?: true;
}

/** `restore BACKUP`: proves a backup byte by byte, then copies it to where companies live, a folder or a database; never over anything. */
export const restoreCommand = () =>
  new Command('restore')
    .description('check a backup and bring it back; never overwrites: --data names another folder to try it in')
    .argument('<backup>', 'the folder that holds backup.json')
    .addOption(dataOption())
    .option('--check-only', 'only check it')
    .option('--with-damage', 'restore also what did not fit when it was backed up; damaged files are never restored')
    .addOption(localeOption())
    .addOption(jsonOption())
    .action(restore);

async function restore(backup: string, options: RestoreOptions): Promise<void> {
  const texts = textsFor(options);
  const { readManifest } = await import('../backup/manifest.ts');
  const { verifyBackup } = await import('../backup/verify-backup.ts');
  const { restoreBackup } = await import('../backup/restore-backup.ts');
  const folder = resolve(backup);
  const { files } = await readManifest(folder);
  const checking = progress(files.length, texts('cli:restore.checking'), options);
  const manifest = await verifyBackup(folder, checking.step).finally(checking.end);
  const { company, at, counts, position } = manifest;
  const { misfits } = await inspected({ company, folder }, texts);
  if (misfits.length > 0 && !options.withDamage)
    throw new CommandFailure(exit.findings, texts('cli:restore.misfits', { folder, count: misfits.length }), {
      code: 'backup.misfits',
      misfits,
    });
  if (!options.json) print(texts('cli:restore.whole', { company, at, records: counts.records, files: counts.files }));
  const said = { company, at, position, counts, misfits };
  if (options.checkOnly) return options.json ? printJson({ ...said, restored: null }) : undefined;
  const restoring = progress(files.length, texts('cli:restore.progress'), options);
  const restored = await (async () =>
    (await withDatabase((stores) => fillDatabase(stores, { folder, manifest, progress: restoring.step }))) ??
    (await restoreBackup(folder, manifest, {
      companiesFolder: companiesFolderOf(options.data),
      now: clock.now(),
      progress: restoring.step,
    })))().finally(restoring.end);
  if (options.json) printJson({ ...said, restored });
  else print(texts('cli:restore.done', { folder: restored }));
}

/** Fills the company in a database; what was cut off is gone on with when it is run again. */
async function fillDatabase(
  stores: CompanyStores,
  { folder, manifest, progress }: { folder: string; manifest: Manifest; progress: () => void },
): Promise<string> {
  const { restoreInto } = await import('../backup/restore-into.ts');
  const filler = await stores.fill(manifest.company, clock);
  try {
    let drawn = 0;
    await restoreInto(filler, { folder, manifest }, (done) => {
      for (; drawn < done; drawn += 1) progress();
    });
  } finally {
    await filler.close();
  }
  return stores.place;
}
