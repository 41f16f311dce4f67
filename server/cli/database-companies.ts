import type { Instant } from '../../core/value/date.ts';
import type { Texts } from '../../locales/index.ts';
import { storeSettingOf } from '../place.ts';
import type { Clock, SnapshotPart } from '../ports.ts';
import type { CompanyStores } from '../store/company-stores.ts';
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
 * Looks through the database's own companies, or the one named, each as of one moment: servers may work on meanwhile. Null
 * where the settings name a folder.
 * @throws CommandFailure when there is none
 */
export function lookThroughDatabase<Found>(
  wanted: string | undefined,
  texts: Texts,
  look: (parts: AsyncIterable<SnapshotPart>) => Promise<Found>,
): Promise<readonly OfCompany<Found>[] | null> {
  return withDatabase(async (stores) => {
    const place = stores.place;
    const companies = (await stores.own()).filter((id) => wanted === undefined || id === wanted);
    if (companies.length === 0)
      throw new CommandFailure(exit.usage, texts('cli:audit.no-company', { folder: place }), { folder: place });
    const found = [];
    for (const company of companies)
      found.push({ company, folder: place, ...(await lookThrough(stores, company, look)) });
    return found;
  });
}

async function lookThrough<Found>(
  stores: CompanyStores,
  id: string,
  look: (parts: AsyncIterable<SnapshotPart>) => Promise<Found>,
): Promise<Found> {
  const store = await stores.open({ id, sample: false, clock, prepare: async () => {} });
  try {
    const snapshot = await store.snapshot();
    return await look(snapshot.parts()).finally(snapshot.release);
  } finally {
    await store.close();
  }
}
