import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import type { Audit, Misfit } from '../../core/history/audit.ts';
import type { Texts } from '../../locales/index.ts';
import { companiesFolderOf } from '../place.ts';
import { StoreFault } from '../store/store-fault.ts';
import { CommandFailure } from './failure.ts';
import { dataOption } from './serve.ts';
import { type CommonOptions, exit, jsonOption, localeOption, print, printJson, textsFor } from './terminal.ts';

interface AuditOptions extends CommonOptions {
  readonly data: string;
  readonly company?: string;
}

/**
 * `audit`: proves that no event was changed and no number is missing, from the documents on the disk (R4, R63); exit 1 when
 * something doesn't fit. Reads only; Countersign must not be running on the folder, a copy of it will do.
 */
export const auditCommand = () =>
  new Command('audit')
    .description('prove that no event was changed and no number is missing; changes nothing')
    .addOption(dataOption())
    .option('--company <id>', 'one company only; default: all in the data folder')
    .addOption(localeOption())
    .addOption(jsonOption())
    .action(audit);

/** Only when it is asked for: no other command needs the store. */
const loadStore = () => import('../store/embedded/audit/audit-folder.ts');

async function audit(options: AuditOptions): Promise<void> {
  const texts = textsFor(options);
  const companies = [];
  for (const { company, folder } of await companiesIn(options, texts))
    companies.push({ company, folder, ...(await auditStanding(folder, texts)) });
  const misfits = companies.reduce((count, each) => count + each.misfits.length, 0);
  if (options.json) printJson({ companies, misfits });
  else {
    for (const { company, ...found } of companies) for (const line of linesOf(company, found, texts)) print(line);
    print(misfits === 0 ? texts('cli:audit.fits') : texts('cli:audit.misfits', { count: misfits }));
  }
  if (misfits > 0) process.exitCode = exit.findings;
}

/** What can be audited: the companies of the data folder. One that was never opened has no mark and no history. */
async function companiesIn({ data, company }: AuditOptions, texts: Texts) {
  const { isDataFolder } = await loadStore();
  const root = companiesFolderOf(data);
  const names = existsSync(root) ? await readdir(root) : [];
  const found = names
    .filter((name) => company === undefined || name === company)
    .map((name) => ({ company: name, folder: join(root, name) }))
    .filter(({ folder }) => isDataFolder(folder));
  if (found.length > 0) return found.sort((a, b) => (a.company < b.company ? -1 : 1));
  throw new CommandFailure(exit.usage, texts('cli:audit.no-company', { folder: root }), { folder: root });
}

/** What is proved must stand still: a folder in use is refused, with what to do about it. */
async function auditStanding(folder: string, texts: Texts): Promise<Audit> {
  const { auditFolder } = await loadStore();
  try {
    return await auditFolder(folder);
  } catch (error) {
    if (!(error instanceof StoreFault) || error.code !== 'store.locked') throw error;
    throw new CommandFailure(exit.fault, texts('cli:audit.in-use', { folder }), { code: error.code, ...error.details });
  }
}

function linesOf(company: string, { records, events, series, misfits }: Audit, texts: Texts): readonly string[] {
  const count = Object.values(records).reduce((sum, each) => sum + each, 0);
  return [
    texts('cli:audit.company', { company }),
    `  · ${texts('cli:audit.read', { records: count, events: events.all })}`,
    `  ✔ ${texts('cli:audit.chained', { events: events.chained })}`,
    ...(events.adopted === 0 ? [] : [`  ✔ ${texts('cli:audit.adopted', { events: events.adopted })}`]),
    ...(events.unchained === 0 ? [] : [`  · ${texts('cli:audit.unchained', { events: events.unchained })}`]),
    ...series
      .filter(({ missing }) => missing.length === 0)
      .map(({ series: name, highest }) => `  ✔ ${texts('cli:audit.series', { series: name, highest })}`),
    ...misfits.map((misfit) => `  ✖ ${misfitIn(misfit, texts)}`),
  ];
}

function misfitIn(misfit: Misfit, texts: Texts): string {
  switch (misfit.code) {
    case 'chain-broken': {
      const event = misfit.type === undefined ? `${misfit.event}` : `${misfit.event} (${misfit.type})`;
      return texts(`cli:audit.misfit.${misfit.because}`, { number: misfit.number, event });
    }
    case 'numbers-missing': {
      const { from, to } = misfit;
      return texts('cli:audit.misfit.numbers-missing', { numbers: from === to ? from : `${from} … ${to}` });
    }
    default:
      return texts(`cli:audit.misfit.${misfit.code}`, { ...misfit });
  }
}
