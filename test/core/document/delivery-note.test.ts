import { describe, expect, it } from 'vitest';
import { deliveryNote } from '../../../core/document/delivery-note.ts';
import type { Decimal } from '../../../core/value/decimal.ts';
import { contextIn, sampleOrder, sampleShipment } from '../../server/print/sample-papers.ts';

const order = sampleOrder(2);
const shipment = sampleShipment(order);
const [first, second] = shipment.lines;
if (!first || !second) throw new Error('a sample of two lines');

describe('the model of a delivery note', () => {
  it('bears the number of its shipment, and names who sent and who checked', () => {
    const note = deliveryNote(
      { ...shipment, recheck: { by: '孙丽', confirmed: [] } },
      [order],
      'half-sheet',
      contextIn('en'),
    );
    expect(note).toMatchObject({ number: 'DN-202611-00007-D', sheet: 'half-sheet', sentBy: '王芳', checkedBy: '孙丽' });
    expect(note.count).toBe('2 lines in all.');
  });

  it('has no price on it: it passes through many hands', () => {
    const note = JSON.stringify(deliveryNote(shipment, [order], 'a4', contextIn('zh-Hans')));
    for (const { unitPrice, amount } of order.lines) {
      expect(note).not.toContain(`"${unitPrice}"`);
      expect(note).not.toContain(amount);
    }
  });

  it('says of one batch its name, of several how much of each', () => {
    const batches = [
      { batch: 'L-7', quantity: '12' as Decimal },
      { batch: 'L-8', quantity: '52' as Decimal },
    ];
    const lines = [
      { ...first, batches: [{ batch: 'L-1', quantity: first.quantity }] },
      { ...second, batches },
    ];
    const note = deliveryNote({ ...shipment, lines }, [order], 'a4', contextIn('en'));
    expect(note.lines.map((line) => line.batches)).toEqual([['L-1'], ['L-7 × 12', 'L-8 × 52']]);
  });

  it('says of a batch that is less than the line how much it is', () => {
    const lines = [{ ...first, batches: [{ batch: 'L-1', quantity: '5' as Decimal }] }];
    expect(deliveryNote({ ...shipment, lines }, [order], 'a4', contextIn('en')).lines[0]?.batches).toEqual(['L-1 × 5']);
  });

  it('says under a line where it goes, if that is elsewhere', () => {
    const [own, ...others] = order.lines;
    if (!own) throw new Error('a sample of two lines');
    const elsewhere = { ...order, lines: [{ ...own, address: '7 号码头' }, ...others] };
    const { lines } = deliveryNote(shipment, [elsewhere], 'a4', contextIn('zh-Hans'));
    expect(lines.map(({ address }) => address)).toEqual(['送至：7 号码头', null]);
  });

  it('leaves out what is not known instead of printing an empty label', () => {
    const { carrier: _, tracking: __, expectedArrival: ___, ...plain } = shipment;
    expect(deliveryNote(plain, [order], 'a4', contextIn('en')).carriage.map(({ label }) => label)).toEqual([
      'PO number',
    ]);
  });

  it('refuses to be built from a shipment whose orders were not given', () => {
    expect(() => deliveryNote(shipment, [sampleOrder(2, 7)], 'a4', contextIn('en'))).toThrow('which was not given');
  });
});
