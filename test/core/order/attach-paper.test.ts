import { describe, expect, test } from 'vitest';
import type { Attachment } from '../../../core/attachment/attachment.ts';
import { attachmentsOf } from '../../../core/attachment/attachments-of.ts';
import { events, refused } from './office.ts';
import { by, checkedOrder, clerk, line, number, posting, shipper, today } from './sample-order.ts';
import { orderAt } from './walk.ts';

const so = number();
const scan: Attachment = { sha256: 'a'.repeat(64), name: 'po.pdf', size: 9, mediaType: 'application/pdf' };
const attach = (kind: 'purchase-order' | 'contract', note?: string) =>
  ({ type: 'attach-paper', kind, file: scan, ...(note !== undefined && { note }), ...by(clerk) }) as const;
const filesOf = (office: ReturnType<typeof orderAt>) => attachmentsOf(office.order(so), office.shipmentsOf(so));

describe("row P: the customer's own papers (R3)", () => {
  test('lie with the order, with who filed them', () => {
    const office = orderAt('in-review');
    events(office.do(so, attach('purchase-order', '  page 1 of 2 ')));
    expect(office.status(so)).toBe('in-review');
    expect(filesOf(office)).toEqual([
      {
        kind: 'purchase-order',
        file: scan,
        note: 'page 1 of 2',
        filed: expect.objectContaining({ by: { userId: 'wang', name: 'wang' } }),
      },
    ]);
  });

  test('the same file as the same kind is refused, as another kind it is not', () => {
    const office = orderAt('draft');
    events(office.do(so, attach('purchase-order')));
    expect(refused(office.do(so, attach('purchase-order')))).toMatchObject({
      code: 'attachment.already-there',
      data: { name: 'po.pdf' },
    });
    events(office.do(so, attach('contract', '   ')));
    expect(filesOf(office).map(({ kind, note }) => [kind, note])).toEqual([
      ['purchase-order', undefined],
      ['contract', undefined],
    ]);
  });

  test('stay when the rows are posted again, and through review, letter and close', () => {
    const office = orderAt('draft');
    events(office.do(so, attach('purchase-order')));
    const order = checkedOrder([line('A01', '3')]);
    events(office.do(so, posting(by(clerk), { order, contentHash: 'other', submit: false })));
    expect(filesOf(office)).toHaveLength(1);
    const later = orderAt('closed');
    events(later.do(so, attach('contract')));
    expect(filesOf(later)).toHaveLength(1);
  });

  test('an archived order takes none, nor does a shipper file any', () => {
    expect(refused(orderAt('archived').do(so, attach('contract'))).code).toBe('order.wrong-status');
    expect(refused(orderAt('draft').do(so, { ...attach('contract'), by: shipper })).code).toBe('role.not-allowed');
  });
});

test('the countersigned copy and each signed receipt lie with the order as well (R26, R42)', () => {
  const office = orderAt('awaiting-countersign');
  events(office.do(so, { type: 'record-countersign', on: today, copy: scan, ...by(clerk) }));
  events<unknown>(office.ship({ order: so, lines: [], ...by(shipper) }));
  const [shipment] = office.shipmentsOf(so);
  if (shipment === undefined) throw new Error('nothing was shipped');
  const receipt = { ...scan, sha256: 'b'.repeat(64), name: 'receipt.pdf' };
  events<unknown>(office.receive(shipment.number, { on: today, copy: receipt, ...by(clerk) }));
  expect(filesOf(office)).toMatchObject([
    { kind: 'countersigned-copy', file: scan, filed: { by: { userId: 'wang' } } },
    { kind: 'receipt', file: receipt, shipment: shipment.number },
  ]);
});
