import type { Instant } from '../../core/value/date.ts';
import type { Texts } from '../../locales/index.ts';
import { storeSettingOf } from '../place.ts';
import type { Clock } from '../ports.ts';
import type { CompanyStores } from '../store/company-stores.ts';
import type { KeptCompanies, KeptCompany } from '../store/kept-companies.ts';
import { CommandFailure } from './failure.ts';
import { exit, tellOf } from './terminal.ts';

const clock: Clock = { now: () => new Date().toISOString() as Instant };

/** Works with the companies of the database that the settings name; null where they name a folder. */
export async function withDatabase<Answer>(work: (stores: CompanyStores) => Promise<Answer>): Promise<Answer | null> {
  const setting = storeSettingOf();
  if (setting.store === 'folder') return null;
  // Loaded here only: who works in a folder needs no database.
  const { chooseStores } = await import('../choose-stores.ts');
  const stores = await chooseStores({ ...setting, dataFolder: '', clock, onFault: tellOf });
  try {
    return await work(stores);
  } finally {
    await stores.close();
  }
}

/** Of a company of the database, or of a folder. */
export type OfCompany<Found> = Found & { readonly company: string; readonly folder: string };

/**
 * Looks through the database's own companies, or the one named, each as of one moment: servers may work on meanwhile, and nothing is
 * changed. Null where the settings name a folder.
 * @throws CommandFailure when there is none
 */
export async function lookThroughDatabase<Found>(
  wanted: string | undefined,
  texts: Texts,
  look: (company: KeptCompany) => Promise<Found>,
): Promise<readonly OfCompany<Found>[] | null> {
  const { store } = storeSettingOf();
  if (store === 'folder') return null;
  const { chooseKept } = await import('../choose-stores.ts');
  const kept = await chooseKept({ store, dataFolder: '', clock });
  try {
    const { place } = kept;
    const found: OfCompany<Found>[] = [];
    for (const company of await kept.own())
      if (wanted === undefined || company === wanted)
        found.push({ company, folder: place, ...(await lookThrough(kept, company, look)) });
    if (found.length > 0) return found;
    throw new CommandFailure(exit.usage, texts('cli:audit.no-company', { folder: place }), { folder: place });
  } finally {
    await kept.close();
  }
}

async function lookThrough<Found>(
  kept: KeptCompanies,
  id: string,
  look: (company: KeptCompany) => Promise<Found>,
): Promise<Found> {
  const company = await kept.look(id);
  if (company === null) throw new Error(`the company ${id} is listed, and its schema has gone`);
  return look(company).finally(() => company.release());
}
