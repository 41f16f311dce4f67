import { resolve } from 'node:path';
import { Command } from 'commander';
import type { Instant } from '../../core/value/date.ts';
import type { Texts } from '../../locales/index.ts';
import type { StoreSetting } from '../choose-stores.ts';
import { storeSettingOf } from '../place.ts';
import type { Clock } from '../ports.ts';
import type { CompanyStores } from '../store/company-stores.ts';
import type { KeptCompanies, KeptCompany } from '../store/kept-companies.ts';
import { addressOf, isDatabaseAddress } from '../store/postgres/database-address.ts';
import { StoreFault } from '../store/store-fault.ts';
import { CommandFailure } from './failure.ts';
import { partIn } from './part-words.ts';
import {
  type CommonOptions,
  exit,
  jsonOption,
  localeOption,
  print,
  printJson,
  progress,
  say,
  tellOf,
  textsFor,
} from './terminal.ts';

interface MigrateOptions extends CommonOptions {
  readonly from: string;
  readonly to: string;
  readonly company: string;
}

const clock: Clock = { now: () => new Date().toISOString() as Instant };

/**
 * `migrate`: copies a company from one kind of store to another, or to another folder, and compares both sides part by part.
 * Run again after it was cut off, it goes on. The source must not be in use, and is only read.
 */
export const migrateCommand = () =>
  new Command('migrate')
    .description('move a company to another store, and prove that both sides hold the same; the source stays')
    .requiredOption('--from <place>', 'data folder, or "database" for the one in COUNTERSIGN_STORE, or postgres://…')
    .requiredOption('--to <place>', 'the same; must not hold the company')
    .option('--company <id>', 'company to move', 'own')
    .addOption(localeOption())
    .addOption(jsonOption())
    .action(migrate);

async function migrate(asked: MigrateOptions): Promise<void> {
  const texts = textsFor(asked);
  const options = { ...asked, from: placeNamed(asked.from, texts), to: placeNamed(asked.to, texts) };
  if (placeOf(options.from) === placeOf(options.to))
    throw new CommandFailure(exit.usage, texts('cli:migrate.same-place'));
  await using opened = new AsyncDisposableStack();
  const naming = { from: namingOption('from', asked), to: namingOption('to', asked) };
  const source = await keptAt(options.from, opened);
  const target = await naming.to(storesAt(options.to, opened));
  await copied(await naming.from(looked(source, options, texts, opened)), target, options, texts);
  // Both sides as they lie there now, read by the same code.
  const from = await naming.from(looked(source, options, texts, opened));
  const to = await naming.to(looked(await keptAt(options.to, opened), options, texts, opened));
  await compared(from, to, options, texts);
}

/** Lets a fault of a database tell the option that named it, where it wasn't the settings. */
const namingOption =
  (side: 'from' | 'to', asked: MigrateOptions) =>
  async <Answer>(work: Promise<Answer>): Promise<Answer> => {
    try {
      return await work;
    } catch (error) {
      if (!(error instanceof StoreFault) || !isDatabaseAddress(asked[side])) throw error;
      throw new StoreFault(error.code, error.message, { ...error.details, setting: `--${side}` }, error);
    }
  };

/** The setting keeps a password out of the command line, which everybody on the computer may see. */
function placeNamed(place: string, texts: Texts): string {
  if (place !== 'database') return place;
  const { store } = storeSettingOf();
  if (isDatabaseAddress(store)) return store;
  throw new CommandFailure(exit.usage, texts('cli:migrate.no-database'));
}

/** The same for the same place, whoever it is that signs in. */
const placeOf = (place: string): string => (isDatabaseAddress(place) ? addressOf(place) : resolve(place));

/** As who makes the tables: the settings say it of one database, which may be the other side. */
function ownerOf(place: string): Pick<StoreSetting, 'storeOwner'> {
  const { storeOwner } = storeSettingOf();
  return storeOwner !== undefined && isDatabaseAddress(storeOwner) && addressOf(storeOwner) === addressOf(place)
    ? { storeOwner }
    : {};
}

const settingAt = (place: string) =>
  isDatabaseAddress(place)
    ? { store: place, ...ownerOf(place), dataFolder: '', clock }
    : { store: 'folder', dataFolder: resolve(place), clock };

// Loaded here only: no other command needs them.
const loadStores = () => import('../choose-stores.ts');

async function keptAt(place: string, opened: AsyncDisposableStack): Promise<KeptCompanies> {
  const kept = await (await loadStores()).chooseKept(settingAt(place));
  opened.defer(() => kept.close());
  return kept;
}

async function storesAt(place: string, opened: AsyncDisposableStack): Promise<CompanyStores> {
  const stores = await (await loadStores()).chooseStores({ ...settingAt(place), onFault: tellOf });
  opened.defer(() => stores.close());
  return stores;
}

async function looked(
  kept: KeptCompanies,
  { company }: MigrateOptions,
  texts: Texts,
  opened: AsyncDisposableStack,
): Promise<KeptCompany> {
  const found = await kept.look(company);
  if (found === null) throw new CommandFailure(exit.usage, texts('cli:backup.no-company', { company }), { company });
  opened.defer(() => found.release());
  return found;
}

/** A target that holds the company already may be what an earlier run finished: comparing will tell. */
async function copied(
  snapshot: KeptCompany,
  target: CompanyStores,
  options: MigrateOptions,
  texts: Texts,
): Promise<void> {
  const { fillStore } = await import('../app/fill-store.ts');
  const filler = await target.fill(options.company, clock).catch((error: unknown) => {
    if (!(error instanceof StoreFault) || error.code !== 'store.not-empty') throw error;
    return null;
  });
  if (filler === null) return say(texts('cli:migrate.before'));
  const bar = progress(snapshot.count, texts('cli:migrate.progress'), options);
  let drawn = 0;
  try {
    await fillStore(snapshot, filler, (done) => {
      for (; drawn < done; drawn += 1) bar.step();
    });
    await filler.finish();
  } finally {
    bar.end();
    await filler.close();
    await snapshot.release();
  }
}

async function compared(from: KeptCompany, to: KeptCompany, options: MigrateOptions, texts: Texts): Promise<void> {
  const { areSame, compareStores } = await import('../app/compare-stores.ts');
  const { sha256 } = await import('../store/sha256.ts');
  const comparison = await compareStores(from, to, sha256);
  if (!areSame(comparison)) process.exitCode = exit.findings;
  if (options.json) return printJson(comparison);
  const { same, different, onlyFirst, onlySecond } = comparison;
  for (const [what, count] of Object.entries(same))
    print(texts('cli:migrate.same', { what: partIn(what, texts), count }));
  for (const what of different) print(texts('cli:migrate.different', { what: partIn(what, texts) }));
  for (const what of onlyFirst) print(texts('cli:migrate.only-source', { what: partIn(what, texts) }));
  for (const what of onlySecond) print(texts('cli:migrate.only-target', { what: partIn(what, texts) }));
  print(texts(areSame(comparison) ? 'cli:migrate.done' : 'cli:migrate.not-same'));
}
