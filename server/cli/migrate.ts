import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import type { Instant } from '../../core/value/date.ts';
import type { Texts } from '../../locales/index.ts';
import type { StoreSetting } from '../choose-stores.ts';
import { storeSettingOf } from '../place.ts';
import type { Clock, Store } from '../ports.ts';
import type { CompanyStores } from '../store/company-stores.ts';
import { addressOf, isDatabaseAddress } from '../store/postgres/database-address.ts';
import { StoreFault } from '../store/store-fault.ts';
import { CommandFailure } from './failure.ts';
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
 * Run again after it was cut off, it goes on. The source must not be in use and isn't changed.
 */
export const migrateCommand = () =>
  new Command('migrate')
    .description('move a company to another store, and prove that both sides hold the same; the source stays')
    .requiredOption('--from <place>', 'data folder, or postgres://…')
    .requiredOption('--to <place>', 'data folder, or postgres://…; must not hold the company')
    .option('--company <id>', 'company to move', 'own')
    .addOption(localeOption())
    .addOption(jsonOption())
    .action(migrate);

async function migrate(options: MigrateOptions): Promise<void> {
  const texts = textsFor(options);
  if (placeOf(options.from) === placeOf(options.to))
    throw new CommandFailure(exit.usage, texts('cli:migrate.same-place'));
  await using opened = new AsyncDisposableStack();
  const source = await storesAt(options.from, opened);
  const target = await storesAt(options.to, opened);
  const from = await openCompany(source, options, texts, opened);
  await copied(from, target, options, texts);
  await compared(from, await openCompany(target, options, texts, opened), options, texts);
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

async function storesAt(place: string, opened: AsyncDisposableStack): Promise<CompanyStores> {
  // Loaded here only: no other command needs them.
  const { chooseStores } = await import('../choose-stores.ts');
  const stores = isDatabaseAddress(place)
    ? await chooseStores({ store: place, ...ownerOf(place), dataFolder: '', clock, onFault: tellOf })
    : await chooseStores({ store: 'folder', dataFolder: resolve(place), clock, onFault: tellOf });
  opened.defer(() => stores.close());
  return stores;
}

async function openCompany(
  stores: CompanyStores,
  { company }: MigrateOptions,
  texts: Texts,
  opened: AsyncDisposableStack,
): Promise<Store> {
  const isThere = (await stores.own()).includes(company) || existsSync(join(stores.place, company));
  if (!isThere) throw new CommandFailure(exit.usage, texts('cli:backup.no-company', { company }), { company });
  const store = await stores.open({ id: company, sample: false, clock, prepare: async () => {} });
  opened.defer(() => store.close());
  return store;
}

/** A target that holds the company already may be what an earlier run finished: comparing will tell. */
async function copied(from: Store, target: CompanyStores, options: MigrateOptions, texts: Texts): Promise<void> {
  const { fillStore } = await import('../app/fill-store.ts');
  const snapshot = await from.snapshot();
  const filler = await target.fill(options.company, clock).catch((error: unknown) => {
    if (!(error instanceof StoreFault) || error.code !== 'store.not-empty') throw error;
    return null;
  });
  if (filler === null) {
    await snapshot.release();
    return say(texts('cli:migrate.before'));
  }
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

async function compared(from: Store, to: Store, options: MigrateOptions, texts: Texts): Promise<void> {
  const { areSame, compareStores } = await import('../app/compare-stores.ts');
  const { sha256 } = await import('../store/sha256.ts');
  const comparison = await compareStores(await from.snapshot(), await to.snapshot(), sha256);
  if (!areSame(comparison)) process.exitCode = exit.findings;
  if (options.json) return printJson(comparison);
  const { same, different, onlyFirst, onlySecond } = comparison;
  for (const [what, count] of Object.entries(same)) print(texts('cli:migrate.same', { what, count }));
  for (const what of different) print(texts('cli:migrate.different', { what }));
  for (const what of onlyFirst) print(texts('cli:migrate.only-source', { what }));
  for (const what of onlySecond) print(texts('cli:migrate.only-target', { what }));
  print(texts(areSame(comparison) ? 'cli:migrate.done' : 'cli:migrate.not-same'));
}
