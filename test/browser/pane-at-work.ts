import { itInHost } from '../host/in-host.ts';
import { type Company, openCompany } from './company-at-work.ts';

export type { Company } from './company-at-work.ts';
export * from './pane-hands.ts';

/** `it` for tests of the whole pane: each gets a company of its own. */
export const itAtWork = itInHost.extend(
  'company',
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern what a fixture needs
  async ({}, { onCleanup }): Promise<Company> => {
    const company = await openCompany();
    onCleanup(() => company.close());
    return company;
  },
);
