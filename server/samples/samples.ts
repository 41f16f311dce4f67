import { hardware } from './hardware.ts';
import { northwind } from './northwind.ts';
import type { SampleCompany } from './sample-company.ts';

/** The companies to try with, in the order the first page offers them. */
export const samples: readonly SampleCompany[] = [hardware, northwind];
