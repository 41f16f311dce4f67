import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { locales } from '../../core/policy/locale.ts';
import { playScenario } from '../../server/cli/scenarios/play-scenario.ts';
import { scenarios } from '../../server/cli/scenarios/scenarios.ts';
import { PretendPrinter } from '../contract/api/pretend-printer.ts';
import { countersign } from './run-cli.ts';

const golden = (locale: string) => fileURLToPath(new URL(`../golden/office-day.${locale}.txt`, import.meta.url));

/** `vitest run --project program test/cli/scenario.test.ts -u` writes the stories anew: read them, they are what a manager reads. */
test.each(locales)('the office day is told as before: %s', async (locale) => {
  const lines: string[] = [];
  const printer = new PretendPrinter();
  await playScenario(scenarios['office-day'], { locale, printer, print: (line) => lines.push(line) });
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(golden(locale));
});

test('the command prints it, and nothing else', async () => {
  const { code, out, err } = await countersign(['scenario', 'office-day', '--locale', 'zh-Hans']);
  expect([code, err]).toEqual([0, '']);
  await expect(out).toMatchFileSnapshot(golden('zh-Hans'));
});

test('a story nobody wrote is a usage error that names the others', async () => {
  const { code, err } = await countersign(['scenario', 'night-shift']);
  expect(code).toBe(64);
  expect(err).toContain('office-day');
});
