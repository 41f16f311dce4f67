import { Command } from 'commander';
import type { Inspection, InspectionMisfit } from '../../core/history/inspect/inspect.ts';
import type { Texts } from '../../locales/index.ts';
import { inspectParts } from '../app/inspect-store.ts';
import type { Disagreement, KeptCompany } from '../store/kept-companies.ts';
import { historyLines } from './audit.ts';
import { type CompanyFolder, standing } from './company-folders.ts';
import { lookThrough } from './look-through.ts';
import { misfitIn } from './misfit-words.ts';
import { dataOption } from './serve.ts';
import { type CommonOptions, exit, jsonOption, localeOption, print, printJson, textsFor } from './terminal.ts';

/** Also where a place's tables don't follow from the records. */
type Found = Omit<Inspection, 'misfits'> & { readonly misfits: readonly (InspectionMisfit | Disagreement)[] };

interface FsckOptions extends CommonOptions {
  readonly data: string;
  readonly company?: string;
}

/**
 * `fsck`: everything `audit` proves, and whether quantities, files, papers, books, people and answers fit it; exit 1 when
 * something doesn't. Reads only; a company's folder must not be in use, a backup or a database may be looked at any time.
 */
export const fsckCommand = () =>
  new Command('fsck')
    .description('look through everything that is kept: documents, history, quantities, files; changes nothing')
    .argument('[folder]', "one backup, or one company's folder, or a data folder; default: --data")
    .addOption(dataOption())
    .option('--company <id>', 'one company only; default: all in the data folder')
    .addOption(localeOption())
    .addOption(jsonOption())
    .action(fsck);

async function fsck(folder: string | undefined, options: FsckOptions): Promise<void> {
  const texts = textsFor(options);
  const companies = await lookThrough({ ...options, folder }, texts, {
    inFolder: inspectFolder,
    inDatabase: inspectKept,
  });
  const misfits = companies.reduce((count, each) => count + each.misfits.length, 0);
  if (options.json) printJson({ companies, misfits });
  else {
    for (const { company, ...found } of companies) for (const line of linesOf(company, found, texts)) print(line);
    print(misfits === 0 ? texts('cli:fsck.fits') : texts('cli:audit.misfits', { count: misfits }));
  }
  if (misfits > 0) process.exitCode = exit.findings;
}

/** A company's folder, or a backup of one. @throws CommandFailure when it is in use */
export const inspected = ({ folder }: CompanyFolder, texts: Texts): Promise<Inspection> =>
  standing(folder, texts, () => inspectFolder(folder));

// Loaded only when it is asked for: no other command needs the store.
async function inspectFolder(folder: string): Promise<Inspection> {
  const { folderParts } = await import('../store/embedded/audit/folder-parts.ts');
  const { sha256 } = await import('../store/sha256.ts');
  return inspectParts(folderParts(folder), sha256);
}

async function inspectKept(kept: KeptCompany): Promise<Found> {
  const { sha256 } = await import('../store/sha256.ts');
  const { misfits, ...inspection } = await inspectParts(kept.parts(), sha256);
  return { ...inspection, misfits: [...misfits, ...(await kept.disagreements())] };
}

function linesOf(company: string, found: Found, texts: Texts): readonly string[] {
  const { files, misfits, notes } = found;
  const noted = [
    ['unnamed', notes.unnamed.length],
    ['unprinted', notes.unprinted.length],
  ] as const;
  return [
    ...historyLines(company, found, texts),
    `  ✔ ${texts('cli:fsck.files', { files: files.whole })}`,
    ...noted
      .filter(([, count]) => count > 0)
      .map(([what, count]) => `  · ${texts(`cli:fsck.note.${what}`, { count })}`),
    ...notes.short.map((short) => `  · ${texts('cli:fsck.note.short', { ...short })}`),
    ...misfits.map((misfit) => `  ✖ ${misfitIn(misfit, texts)}`),
  ];
}
