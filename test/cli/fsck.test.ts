import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CompanyProfile } from '../../core/policy/company.ts';
import { openEmbeddedStore } from '../../server/store/embedded/open-embedded-store.ts';
import { append, post, series, shipmentAppend, shipped } from '../contract/store/sample-records.ts';
import { countersign } from './run-cli.ts';

let data: string;
const company = () => join(data, 'companies', 'own');
const note = 'DN-202611-00001';

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'countersign-fsck-cli-'));
  const store = await openEmbeddedStore({ folder: company() });
  await store.accounts.saveProfile({ name: '海港五金有限公司' } as CompanyProfile);
  await post(store, { items: { A01: '10' } });
  await store.close();
});
afterEach(() => rm(data, { recursive: true, force: true }));

test('what fits is said; a company may be named by its folder', async () => {
  for (const where of [['--data', data], [company()]]) {
    const ran = await countersign(['fsck', ...where]);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('✔ 0 files are there and whole');
    expect(ran.out).toContain('Everything fits: history, quantities, files');
  }
});

test('what does not fit is named in the language asked for, and the exit code says so', async () => {
  const store = await openEmbeddedStore({ folder: company() });
  await append(store, shipmentAppend(note, 0, shipped(note, [[`${series}-00001`, 1, '99']])));
  await store.close();
  const ran = await countersign(['fsck', '--data', data, '--locale', 'zh-Hans']);
  expect(ran.code).toBe(1);
  expect(ran.out).toContain(`✖ ${series}-00001 第 1 行：订购 10，已发 99`);
  const json = JSON.parse((await countersign(['fsck', '--data', data, '--json'])).out);
  expect(json).toMatchObject({ misfits: 1, companies: [{ misfits: [{ code: 'shipped-too-much', line: 1 }] }] });
});

test('a folder in use is refused, and so is one that holds no company', async () => {
  const store = await openEmbeddedStore({ folder: company() });
  const ran = await countersign(['fsck', company()]);
  await store.close();
  expect(ran).toMatchObject({ code: 70, err: expect.stringContaining('stop Countersign first') });
  expect(await countersign(['fsck', join(data, 'nothing')])).toMatchObject({ code: 64 });
});
