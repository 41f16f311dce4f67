import { describe, expect, it } from 'vitest';
import { shippingNotice } from '../../../core/document/shipping-notice.ts';
import type { Shipment, ShipmentNumber } from '../../../core/shipment/shipment.ts';
import type { Instant, PlainDate } from '../../../core/value/date.ts';
import type { Decimal } from '../../../core/value/decimal.ts';
import { contextIn, sampleOrder } from '../../server/print/sample-papers.ts';

const [one, other] = [sampleOrder(2, 1), sampleOrder(3, 2)];
const shipment: Shipment = {
  number: 'DN-202611-00003' as ShipmentNumber,
  customerCode: 'C001',
  lines: [
    { order: one.number, line: 2, quantity: '10' as Decimal },
    { order: other.number, line: 3, quantity: '5' as Decimal },
  ],
  shipped: { at: '2026-12-06T01:00:00.000Z' as Instant, by: { userId: 'u2', name: '赵强' } },
  shippedOn: '2026-12-06' as PlainDate,
};

describe('the model of a shipping notice', () => {
  it('names for each line its order, what was ordered and what left now', () => {
    const { lines } = shippingNotice(shipment, [one, other], contextIn('zh-Hans'));
    expect(
      lines.map(({ position, order, itemCode, ordered, shipped }) => [position, order, itemCode, ordered, shipped]),
    ).toEqual([
      [1, 'SO-202611-00001', 'LS-M8-40-2', '64', '10'],
      [2, 'SO-202611-00002', 'SD-7201-3', '76', '5'],
    ]);
  });

  it('says under a line where it goes, and the batches it was taken from before the one that was ordered', () => {
    const [first, second] = one.lines;
    if (!first || !second) throw new Error('a sample of two lines');
    const order = { ...one, lines: [first, { ...second, address: 'Pier 9', batch: 'L-1' }] };
    const batches = [
      { batch: 'L-7', quantity: '6' as Decimal },
      { batch: 'L-8', quantity: '4' as Decimal },
    ];
    const said = (more: object) => {
      const lines = [{ order: one.number, line: 2, quantity: '10' as Decimal, ...more }];
      return shippingNotice({ ...shipment, lines }, [order], contextIn('en')).lines[0]?.particulars;
    };
    expect(said({})).toBe('Deliver to: Pier 9 · Batch: L-1');
    expect(said({ batches })).toBe('Deliver to: Pier 9 · Batch: L-7, L-8');
  });

  it('leaves out what is not known instead of printing an empty label', () => {
    const { shipment: fields } = shippingNotice(shipment, [one, other], contextIn('en'));
    expect(fields.map(({ label }) => label)).toEqual(['Delivery note no.', 'PO number', 'Shipped date', 'Our contact']);
    expect(fields[1]?.value).toBe('HY-2026-1, HY-2026-2');
  });

  it('calls the text the rows were entered under ours where the customer gave no number', () => {
    const orders = [one, other].map(({ poNumber: _, ...order }) => ({ ...order, key: '1122-01' }));
    const { shipment: fields } = shippingNotice(shipment, orders, contextIn('en'));
    expect(fields[1]).toEqual({ label: 'Our reference', value: '1122-01' });
  });

  it('of a company that has set neither phone nor address sends nobody to an empty number', () => {
    const context = contextIn('en');
    const company = { ...context.company, address: '', phone: '', email: '' };
    const notice = shippingNotice(shipment, [one, other], { ...context, company });
    expect(notice.returnTo).toBeNull();
    expect(notice.notices.at(-1)).toMatch(/please ask \S+\.$/);
  });

  it('refuses to be built from a shipment whose orders were not given', () => {
    expect(() => shippingNotice(shipment, [one], contextIn('en'))).toThrow('line 3 of SO-202611-00002');
  });
});
