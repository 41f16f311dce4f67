import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { seal, unseal } from '../../server/store/embedded/disk/checksummed.ts';
import { openEmbeddedStore } from '../../server/store/embedded/open-embedded-store.ts';
import { append, approved, orderAppend, post, series } from '../contract/store/sample-records.ts';
import { countersign } from './run-cli.ts';

let data: string;
const company = () => join(data, 'companies', 'own');
const documentOf = (number: string) => join(company(), 'orders', '2026-11', `${number}.json`);
const second = `${series}-00002`;

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'countersign-audit-cli-'));
  const store = await openEmbeddedStore({ folder: company() });
  for (const _ of [1, 2, 3]) await post(store);
  await append(store, orderAppend(second, 2, approved({ A01: '1' })));
  await store.close();
});
afterEach(() => rm(data, { recursive: true, force: true }));

test('what fits is said, with what was proved of it', async () => {
  const ran = await countersign(['audit', '--data', data]);
  expect(ran).toMatchObject({ code: 0, err: '' });
  expect(ran.out).toBe(
    [
      'Company own',
      '  · 3 records with 7 events',
      '  ✔ 7 events are unchanged since they were written',
      `  ✔ ${series}: numbers 1 to 3, none missing`,
      'Everything fits: no event was changed, no number is missing.',
      '',
    ].join('\n'),
  );
});

test('what does not fit is named, and the exit code says so', async () => {
  const body = unseal(await readFile(documentOf(second)));
  const text = JSON.stringify(body.ok && body.value).replace('"quantity":"1"}]', '"quantity":"9"}]');
  await writeFile(documentOf(second), seal(JSON.parse(text)));
  await rm(documentOf(`${series}-00001`));

  const ran = await countersign(['audit', '--data', data]);
  expect(ran.code).toBe(1);
  expect(ran.out).toContain(`✖ ${second}: event 3 (order-approved) is not the one that was written`);
  expect(ran.out).toContain(`✖ ${series}-00001: number given out, record gone`);
  expect(ran.out).toContain('2 things do not fit.');

  const json = await countersign(['audit', '--data', data, '--company', 'own', '--json']);
  expect(JSON.parse(json.out)).toMatchObject({
    companies: [{ company: 'own', events: { all: 5, chained: 4 }, misfits: [{ code: 'chain-broken', event: 3 }, {}] }],
    misfits: 2,
  });
  const chinese = await countersign(['audit', '--data', data, '--locale', 'zh-Hant']);
  expect(chinese.out).toContain(`✖ ${second}：第 3 (order-approved) 筆操作紀錄不是當初寫入的內容`);
});

test('a folder that Countersign has open is refused, and so is one without companies', async () => {
  const store = await openEmbeddedStore({ folder: company() });
  const ran = await countersign(['audit', '--data', data]);
  await store.close();
  expect(ran).toMatchObject({ code: 70, err: expect.stringContaining('stop Countersign first') });
  const none = await countersign(['audit', '--data', data, '--company', 'nobody']);
  expect(none).toMatchObject({ code: 64, err: expect.stringContaining('no company') });
});
