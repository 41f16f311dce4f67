import { createHash } from 'node:crypto';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mostAttachmentBytes } from '../../../core/attachment/attachment.ts';
import type { Role } from '../../../core/policy/roles.ts';
import type { OrderCommandRequest } from '../../../core/wire/commands.ts';
import { mostUnnamedBytes, type Office, openOffice, ownHost } from './office.ts';
import { refused } from './refused.ts';
import { newKey, postOne, recheck } from './rows.ts';
import { pay } from './settle.ts';

let office: Office;
let number: string;
/** Another order. */
let other: string;
beforeAll(async () => {
  office = await openOffice();
  number = await postOne(await office.as('sales'), { key: 'PO-1', quantity: '2' });
  other = await postOne(await office.as('sales'), { key: 'PO-2', quantity: '1' });
  const store = office.companies.get('hengxin')?.store;
  await store?.accounts.saveUser({ id: 'documents', name: 'documents', roles: ['documents'], locale: 'en' });
});
afterAll(() => office.close());

const pdf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(strToU8(`%PDF-1.7 ${text}`));
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const send = async (bytes: Uint8Array<ArrayBuffer>, name: string, user: Role = 'order-desk') =>
  (await office.as(user)).call('sendFile', { query: { name }, body: bytes });
const command = async (user: Role, body: OrderCommandRequest, of = number) =>
  (await office.as(user)).call('commandOrder', { params: { number: of }, body, requestKey: newKey() });
const get = async (path: string, user: Role = 'order-desk') =>
  office.app.inject({ url: path, headers: { host: ownHost, authorization: `Bearer ${await office.tokenOf(user)}` } });

describe('a file that is sent', () => {
  test('is stored under the hash of its bytes, with what it is and a safe name', async () => {
    const bytes = pdf('stored');
    const stored = await send(bytes, '..\\采购订单?.PDF');
    expect(stored).toEqual({
      sha256: hashOf(bytes),
      name: '采购订单.pdf',
      size: bytes.length,
      mediaType: 'application/pdf',
    });
    expect(await send(bytes, 'again')).toMatchObject({ sha256: stored.sha256, name: 'again.pdf' });
  });

  test('is judged by its bytes: a page named .pdf is refused, and nothing of it is kept', async () => {
    const page = new Uint8Array(strToU8('<script>alert(1)</script>'));
    const { status, problem } = await refused(send(page, 'po.pdf'));
    expect([status, problem.code]).toEqual([415, 'attachment.kind']);
    expect(await office.companies.get('hengxin')?.store.files.get(hashOf(page))).toBeNull();
  });

  test('is at most 20 MB; the answer says so', async () => {
    const large = new Uint8Array(mostAttachmentBytes + 1);
    const { status, problem } = await refused(send(large, 'film.pdf'));
    expect([status, problem.code]).toEqual([413, 'attachment.too-large']);
    expect(problem.message).toContain('20 MB');
  });

  test('counts against its sender until a command names it: who sends too much waits (429), nobody else does', async () => {
    const heavy = (text: string) => pdf(`${text}${' '.repeat(mostUnnamedBytes * 0.6)}`);
    const [first, second] = [heavy('1'), heavy('2')];
    const { sha256 } = await send(first, '1.pdf', 'documents');
    const { status, problem } = await refused(send(second, '2.pdf', 'documents'));
    expect([status, problem.code]).toEqual([429, 'attachment.too-much']);
    expect(problem.message).toContain('24 hours');
    expect(await office.companies.get('hengxin')?.store.files.get(hashOf(second))).toBeNull();
    expect(await send(first, 'again.pdf', 'documents')).toMatchObject({ sha256 });
    await send(second, '2.pdf', 'order-desk-head');
    await command('documents', { type: 'attach-paper', kind: 'other', file: { sha256, name: '1.pdf' } }, other);
    expect(await send(second, '2.pdf', 'documents')).toMatchObject({ name: '2.pdf' });
  });

  test('comes from those who file papers, and as bytes only', async () => {
    expect((await refused(send(pdf('x'), 'x.pdf', 'shipper'))).status).toBe(403);
    const json = await office.app.inject({
      method: 'POST',
      url: '/api/attachments?name=x.pdf',
      headers: { host: ownHost, authorization: `Bearer ${await office.tokenOf('sales')}` },
      payload: { name: 'x' },
    });
    expect(json.statusCode).toBe(415);
    const elsewhere = await office.app.inject({
      method: 'POST',
      url: '/api/check',
      headers: {
        host: ownHost,
        authorization: `Bearer ${await office.tokenOf('sales')}`,
        'content-type': 'application/octet-stream',
      },
      payload: Buffer.from('%PDF-'),
    });
    expect(elsewhere.statusCode).toBe(415);
  });
});

describe("an order's files", () => {
  test('a command that names a file nobody sent is refused; nothing changes', async () => {
    const file = { sha256: 'f'.repeat(64), name: 'po.pdf' };
    const { status, problem } = await refused(command('sales', { type: 'attach-paper', kind: 'contract', file }));
    expect([status, problem.code]).toEqual([409, 'attachment.not-stored']);
    const { attachments } = await (await office.as('sales')).call('order', { params: { number } });
    expect(attachments).toEqual([]);
  });

  test('are listed and downloaded as they were sent, to be saved and not shown', async () => {
    const bytes = pdf('po');
    const { sha256 } = await send(bytes, '客户 PO-1.pdf', 'sales');
    const file = { sha256, name: '客户 PO-1.pdf' };
    const { attachments } = await command('sales', {
      type: 'attach-paper',
      kind: 'purchase-order',
      file,
      note: 'p. 1',
    });
    expect(attachments).toEqual([
      expect.objectContaining({
        kind: 'purchase-order',
        ...file,
        size: bytes.length,
        mediaType: 'application/pdf',
        filedBy: 'sales',
        note: 'p. 1',
      }),
    ]);
    const answer = await get(`/api/orders/${number}/attachments/${sha256}`);
    expect(answer.statusCode).toBe(200);
    expect(new Uint8Array(answer.rawPayload)).toEqual(bytes);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="__ PO-1.pdf"; filename*=UTF-8''%E5%AE%A2%E6%88%B7%20PO-1.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    });
  });

  test('are read by whoever may be asked to sign the order, and by nobody who may not read it', async () => {
    const { sha256 } = await send(pdf('our contract'), 'contract.pdf', 'sales');
    await command('sales', { type: 'attach-paper', kind: 'contract', file: { sha256, name: 'contract.pdf' } });
    const reviewing = ['legal', 'technical', 'quality', 'production', 'production-head', 'purchasing'] as const;
    const store = office.companies.get('hengxin')?.store;
    for (const role of [...reviewing, 'administrator'] as const)
      await store?.accounts.saveUser({ id: role, name: role, roles: [role], locale: 'en' });
    const path = `/api/orders/${number}/attachments/${sha256}`;
    for (const role of reviewing) expect([role, (await get(path, role)).statusCode]).toEqual([role, 200]);
    expect((await get(path, 'administrator')).statusCode).toBe(403);
  });

  test('are its own: another order, an unknown hash and an unknown order have none (404)', async () => {
    const { sha256 } = await send(pdf('po'), 'x.pdf');
    for (const path of [`${other}/attachments/${sha256}`, `${number}/attachments/${'0'.repeat(64)}`])
      expect((await get(`/api/orders/${path}`)).json()).toMatchObject({ code: 'attachment.not-found' });
    expect((await get(`/api/orders/SO-202611-99999/attachments/${sha256}`)).statusCode).toBe(404);
    expect((await get(`/api/orders/${number}/attachments/..%2Fusers`)).statusCode).toBe(400);
  });

  test('the countersigned copy and the receipt: stored first, then named; the package holds all of them', async () => {
    await command('order-desk-head', { type: 'approve-order' });
    await command('order-desk', { type: 'issue-letter' });
    await pay(office, number);
    const copy = { sha256: (await send(pdf('copy'), 'copy.pdf')).sha256, name: 'copy.pdf' };
    const missing = { ...copy, sha256: 'e'.repeat(64) };
    const on = '2026-11-21' as never;
    expect((await refused(command('order-desk', { type: 'record-countersign', on, copy: missing }))).problem.code).toBe(
      'attachment.not-stored',
    );
    await command('order-desk', { type: 'record-countersign', on, copy });
    const shipped = await (await office.as('shipper')).call('ship', {
      body: { order: number, recheck },
      requestKey: newKey(),
    });
    const desk = await office.as('order-desk');
    const receive = (signed: typeof copy) =>
      desk.call('receive', { params: { number: shipped.number }, body: { on, copy: signed }, requestKey: newKey() });
    expect((await refused(receive(missing))).problem.code).toBe('attachment.not-stored');
    await receive({ sha256: (await send(pdf('receipt'), 'r.pdf')).sha256, name: '签收单.pdf' });
    const { attachments } = await desk.call('order', { params: { number } });
    expect(attachments.map(({ kind, shipment }) => [kind, shipment])).toEqual([
      ['purchase-order', undefined],
      ['contract', undefined],
      ['countersigned-copy', undefined],
      ['receipt', shipped.number],
    ]);

    const archivist = await office.as('archivist');
    const files = unzipSync(await archivist.call('monthPackage', { params: { month: '2026-11' } }));
    const attached = Object.keys(files).filter(
      (name) => name.startsWith('attachments/') && !name.startsWith(`attachments/${other}/`),
    );
    expect(attached.map((name) => name.replace(/-[0-9a-f]{8}-/, '-'))).toEqual([
      `attachments/${number}/purchase-order-客户 PO-1.pdf`,
      `attachments/${number}/contract-contract.pdf`,
      `attachments/${number}/countersigned-copy-copy.pdf`,
      `attachments/${shipped.number}/receipt-签收单.pdf`,
    ]);
    const sums = strFromU8(files.SHA256SUMS ?? new Uint8Array());
    for (const name of attached) expect(sums).toContain(`${hashOf(files[name] ?? new Uint8Array())}  ${name}\n`);
  });

  test('a stored file that has rotted is a fault that names it, and fails the package', async () => {
    const { files } = office.companies.get('hengxin')?.store ?? {};
    if (files === undefined) throw new Error('no company');
    const read = files.get.bind(files);
    const { sha256 } = await send(pdf('po'), 'x.pdf');
    files.get = async (hash) => (hash === sha256 ? null : read(hash));
    try {
      expect((await get(`/api/orders/${number}/attachments/${sha256}`)).statusCode).toBe(500);
      expect(office.log.join()).toContain(sha256);
      const archivist = await office.as('archivist');
      expect((await refused(archivist.call('monthPackage', { params: { month: '2026-11' } }))).status).toBe(500);
    } finally {
      files.get = read;
    }
  });
});
