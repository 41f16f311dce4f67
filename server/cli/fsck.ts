import { Command } from 'commander';
import type { Inspection, InspectionMisfit } from '../../core/history/inspect/inspect.ts';
import type { Texts } from '../../locales/index.ts';
import { inspectParts } from '../app/inspect-store.ts';
import type { Disagreement } from '../store/kept-companies.ts';
import { historyLines } from './audit.ts';
import { type CompanyFolder, companiesIn, namedFolder, standing } from './company-folders.ts';
import { lookThroughDatabase, type OfCompany } from './database-companies.ts';
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
    .argument('[folder]', "one backup, or one company's folder; default: the companies of the data folder")
    .addOption(dataOption())
    .option('--company <id>', 'one company only; default: all in the data folder')
    .addOption(localeOption())
    .addOption(jsonOption())
    .action(fsck);

async function fsck(folder: string | undefined, options: FsckOptions): Promise<void> {
  const texts = textsFor(options);
  const companies =
    (folder === undefined ? await inspectedDatabase(options, texts) : null) ??
    (await inspectedFolders(folder, options, texts));
  const misfits = companies.reduce((count, each) => count + each.misfits.length, 0);
  if (options.json) printJson({ companies, misfits });
  else {
    for (const { company, ...found } of companies) for (const line of linesOf(company, found, texts)) print(line);
    print(misfits === 0 ? texts('cli:fsck.fits') : texts('cli:audit.misfits', { count: misfits }));
  }
  if (misfits > 0) process.exitCode = exit.findings;
}

async function inspectedDatabase({ company }: FsckOptions, texts: Texts) {
  const { sha256 } = await import('../store/sha256.ts');
  return lookThroughDatabase(company, texts, async (kept): Promise<Found> => {
    const { misfits, ...inspection } = await inspectParts(kept.parts(), sha256);
    return { ...inspection, misfits: [...misfits, ...(await kept.disagreements())] };
  });
}

async function inspectedFolders(
  folder: string | undefined,
  options: FsckOptions,
  texts: Texts,
): Promise<readonly OfCompany<Found>[]> {
  const wanted = folder === undefined ? await companiesIn(options, texts) : [await namedFolder(folder, texts)];
  const companies = [];
  for (const each of wanted) companies.push({ ...each, ...(await inspected(each, texts)) });
  return companies;
}

/** Loaded only when it is asked for: no other command needs the store. */
export async function inspected({ folder }: CompanyFolder, texts: Texts): Promise<Inspection> {
  const { folderParts } = await import('../store/embedded/audit/folder-parts.ts');
  const { sha256 } = await import('../store/sha256.ts');
  return standing(folder, texts, () => inspectParts(folderParts(folder), sha256));
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
