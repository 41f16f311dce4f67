import { readFile } from 'node:fs/promises';
import type { PlainDate } from '../../core/value/date.ts';
import type { SampleCompany } from './sample-company.ts';
import { sampleUsers } from './users.ts';

/** Northwind (MIT, northwind/LICENSE): 830 orders of 1996–1998; it lives on the day after its last order. */
export const northwind: SampleCompany = {
  id: 'northwind',
  profile: {
    name: 'Northwind Traders',
    address: '4567 Harbour Street, Seattle, WA 98101',
    phone: '+1 206 555 0100',
    locale: 'en',
    currency: 'USD',
    timeZone: 'America/Los_Angeles',
    taxRate: '0',
  },
  users: sampleUsers('en'),
  fixedToday: '1998-05-07' as PlainDate,
  workbook: async () => new Uint8Array(await readFile(new URL('./northwind/northwind.xlsx', import.meta.url))),
};
