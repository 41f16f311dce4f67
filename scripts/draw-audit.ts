import { writeFileSync } from 'node:fs';
import { audit } from '../test/audit/audit.ts';
import { auditedSets, recordedSeed } from '../test/audit/audited-sets.ts';
import { recordOf } from '../test/audit/record.ts';

/** Writes docs/audit.md. With SEED=… and --print it shows another draw instead; a finding judged otherwise ends it with 1. */
const seed = Number(process.env.SEED ?? recordedSeed);
const isPrinted = process.argv.includes('--print');
if (!Number.isSafeInteger(seed) || (seed !== recordedSeed && !isPrinted))
  throw new Error('SEED is a whole number; the record is written with its own seed, others are shown with --print');

const audits = [];
for (const set of auditedSets(seed)) audits.push(await audit(set));
const record = recordOf(audits, seed);
if (isPrinted) process.stdout.write(record);
else writeFileSync(new URL('../docs/audit.md', import.meta.url), record);

for (const { disagreements, set } of audits) {
  console.error(`seed ${seed}, ${set.name}: ${disagreements.length} judged otherwise`);
  for (const one of disagreements) console.error(`  ${one}`);
}
if (audits.some(({ disagreements }) => disagreements.length > 0)) process.exitCode = 1;
