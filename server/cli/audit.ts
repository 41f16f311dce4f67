import { Command } from 'commander';
import type { Audit } from '../../core/history/audit.ts';
import type { Texts } from '../../locales/index.ts';
import type { KeptCompany } from '../store/kept-companies.ts';
import { lookThrough } from './look-through.ts';
import { misfitIn } from './misfit-words.ts';
import { dataOption } from './serve.ts';
import { type CommonOptions, exit, jsonOption, localeOption, print, printJson, textsFor } from './terminal.ts';

interface AuditOptions extends CommonOptions {
  readonly data: string;
  readonly company?: string;
}

/**
 * `audit`: proves that no event was changed and no number is missing (R4, R63); exit 1 when something doesn't fit. Reads
 * only. A folder that Countersign runs on is refused, a backup will do; a database is looked at as of one moment.
 */
export const auditCommand = () =>
  new Command('audit')
    .description('prove that no event was changed and no number is missing; changes nothing')
    .addOption(dataOption())
    .option('--company <id>', 'one company only; default: all in the data folder')
    .addOption(localeOption())
    .addOption(jsonOption())
    .action(audit);

async function audit(options: AuditOptions): Promise<void> {
  const texts = textsFor(options);
  const companies = await lookThrough(options, texts, await audits());
  const misfits = companies.reduce((count, each) => count + each.misfits.length, 0);
  if (options.json) printJson({ companies, misfits });
  else {
    for (const { company, ...found } of companies) {
      for (const line of historyLines(company, found, texts)) print(line);
      for (const misfit of found.misfits) print(`  ✖ ${misfitIn(misfit, texts)}`);
    }
    print(misfits === 0 ? texts('cli:audit.fits') : texts('cli:audit.misfits', { count: misfits }));
  }
  if (misfits > 0) process.exitCode = exit.findings;
}

/** Loaded only when they are asked for: no other command needs the store. */
async function audits() {
  const { auditParts } = await import('../app/inspect-store.ts');
  const { auditFolder } = await import('../store/embedded/audit/audit-folder.ts');
  const { sha256 } = await import('../store/sha256.ts');
  return {
    inFolder: (folder: string): Promise<Audit> => auditFolder(folder),
    inDatabase: (kept: KeptCompany): Promise<Audit> => auditParts(kept.parts(), sha256),
  };
}

export function historyLines(
  company: string,
  { records, events, series }: Omit<Audit, 'misfits'>,
  texts: Texts,
): readonly string[] {
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
  ];
}
