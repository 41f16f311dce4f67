import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Audit, audit } from './audit.ts';
import { auditedSets, recordedSeed } from './audited-sets.ts';
import { drawn, recordOf } from './record.ts';

/** SEED=7 vitest run test/audit: another order sheet over the catalogue, another draw. */
const seed = Number(process.env.SEED ?? recordedSeed);
const audits: Audit[] = [];
beforeAll(async () => {
  process.stdout.write(`audit: seed ${seed}\n`);
  for (const set of auditedSets(seed)) audits.push(await audit(set));
}, 300_000);

describe.each(auditedSets(seed).map(({ name }, index) => ({ name, index })))('$name', ({ index }) => {
  it('every finding is right, and no row with something to say is passed over', () => {
    expect(audits[index]?.disagreements).toEqual([]);
  });

  it('holds enough to draw from: findings of many kinds, clean rows', () => {
    const { cases = [], clean = [] } = audits[index] ?? {};
    expect(clean.length).toBeGreaterThanOrEqual(drawn);
    expect(new Set(cases.map(({ finding }) => finding.code)).size).toBeGreaterThanOrEqual(6);
  });
});

it.runIf(seed === recordedSeed)('docs/audit.md is what is drawn now', () => {
  const recorded = readFileSync(new URL('../../docs/audit.md', import.meta.url), 'utf8');
  expect(recorded === recordOf(audits, seed), 'docs/audit.md is of another day: node scripts/draw-audit.ts').toBe(true);
});
