import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../../server/main.ts';
import { hardware } from '../../server/samples/hardware.ts';
import { countersign } from './run-cli.ts';

let folder: string;
let server: RunningServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-policy-'));
  server = await startServer({ port: 0, dataFolder: join(folder, 'data'), samples: [hardware] });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const policy = (...args: readonly string[]) => countersign(['policy', ...args, '--server', server.url]);

test('a setting is changed with a reason; it is shown, and stands in the history', async () => {
  const set = await policy('set', 'letter.validDays', '5', '--reason', 'customers asked');
  expect(set).toMatchObject({ code: 0, out: 'Version 2: letter.validDays is now 5, was 3.\n' });
  const again = await policy('set', 'letter.validDays', '5', '--reason', 'again');
  expect(again).toMatchObject({ code: 0, out: expect.stringContaining('nothing was changed') });
  const shown = await policy('show');
  expect(shown.out).toMatch(/^Policy, version 2 of 2\n/);
  expect(shown.out).toMatch(/letter\.validDays = 5 {2}Validity\n/);
  expect(shown.out).toMatch(/letter\.cutOff = 18:00 {2}Cut-off\n/);
  expect(shown.out).toMatch(/goods\.silenceDays = 7 {2}.*\(kept, but nothing obeys it yet\)/);
  expect((await policy('show', '1')).out).toMatch(/letter\.validDays = 3 /);
  const history = await policy('history');
  expect(history.out).toMatch(/^2 {2}\S+ {2}\S.* {2}customers asked\n {3}letter\.validDays: 3 → 5\n1 {2}/);
  const [latest] = JSON.parse((await policy('history', '--json')).out);
  expect(latest.changes).toEqual([{ path: 'letter.validDays', from: 3, to: 5 }]);
});

test('what may not be is refused with its path, and nothing is changed', async () => {
  const wrong = await policy('set', 'letter.validDays', '90', '--reason', 'longer');
  expect(wrong).toMatchObject({ code: 1, err: expect.stringContaining('/policy/letter/validDays: From 1 to 60.') });
  expect(await policy('set', 'letter.valid', '5', '--reason', 'x')).toMatchObject({
    code: 64,
    err: expect.stringContaining('letter.valid'),
  });
  expect(await policy('set', 'letter.validDays', '5')).toMatchObject({ code: 64 });
});

test('who may not change it is told so', async () => {
  const clerk = await policy('set', 'letter.validDays', '9', '--reason', 'mine', '--user', 'order-desk');
  expect(clerk).toMatchObject({ code: 1, err: expect.stringContaining('permission') });
});

test('what each priority law would do is shown, the one in force marked, in the language asked for', async () => {
  const shown = await policy('preview-priority', '--sequence', 'SO-209901-00001');
  expect(shown).toMatchObject({ code: 0 });
  expect(shown.out).toMatch(
    /^Not waiting for goods: SO-209901-00001\.\n\* first come: of \d+ orders \d+ are filled in time/,
  );
  expect(shown.out.match(/^[* ] \S.*: of \d+ orders/gm)).toHaveLength(7);
  expect((await policy('preview-priority', '--locale', 'zh-Hant')).out).toContain('小單簡單優先：');
  expect(JSON.parse((await policy('preview-priority', '--json')).out).laws).toHaveLength(7);
});
