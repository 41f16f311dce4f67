import type { Texts } from '../../locales/index.ts';
import type { KeptCompany } from '../store/kept-companies.ts';
import { companiesIn, isCompanyFolder, standing, type Wanted } from './company-folders.ts';
import { lookThroughDatabase, type OfCompany } from './database-companies.ts';

/** How one company is looked through, where it lies in a folder and where in a database. */
interface Looks<Found> {
  readonly inFolder: (folder: string) => Promise<Found>;
  readonly inDatabase: (company: KeptCompany) => Promise<Found>;
}

interface Place extends Wanted {
  /** Named beside the data folder; it is meant even where the settings name a database. */
  readonly folder?: string | undefined;
}

/**
 * Looks through the companies of the place that was named: one backup or one company's folder, else the database of the
 * settings, else the companies of the data folder. Nothing is changed.
 * @throws CommandFailure when there is none, or a folder is in use
 */
export async function lookThrough<Found>(
  { folder, ...wanted }: Place,
  texts: Texts,
  { inFolder, inDatabase }: Looks<Found>,
): Promise<readonly OfCompany<Found>[]> {
  const data = folder ?? wanted.data;
  const isFolderMeant = folder !== undefined || (await isCompanyFolder(data));
  const kept = isFolderMeant ? null : await lookThroughDatabase(wanted.company, texts, inDatabase);
  if (kept !== null) return kept;
  const found: OfCompany<Found>[] = [];
  for (const each of await companiesIn({ ...wanted, data }, texts))
    found.push({ ...each, ...(await standing(each.folder, texts, () => inFolder(each.folder))) });
  return found;
}
