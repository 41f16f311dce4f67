import type { AuditSet } from './sets/audit-set.ts';
import { catalogue } from './sets/catalogue.ts';
import { chineseSample } from './sets/chinese-sample.ts';
import { northwind } from './sets/northwind.ts';

/** The seed of the record in docs/audit.md. */
export const recordedSeed = 20_261_121;

/** What is audited; the order sheet over the catalogue is made with the seed. */
export const auditedSets = (seed: number): readonly AuditSet[] => [northwind, catalogue(seed), chineseSample];
