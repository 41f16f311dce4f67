import { describe, expect, test } from 'vitest';
import type { OrderNumber } from '../../../core/order/state.ts';
import type { PaperEvent } from '../../../core/paper/paper.ts';
import {
  allRecordKinds,
  definitionOf,
  type EventOf,
  presentEvent,
  replayRecord,
} from '../../../core/record/registry.ts';
import type { Office } from '../order/office.ts';
import { orderAt } from '../order/walk.ts';

const so = 'SO-202611-00001' as OrderNumber;

describe('the registry of records', () => {
  test('gives each kind a folder and a series of its own', () => {
    const folders = allRecordKinds.map((kind) => definitionOf(kind).folder);
    expect(new Set(folders).size).toBe(folders.length);
    // These belong to the store itself.
    for (const taken of ['books', 'requests', 'files', 'damaged', 'lock']) expect(folders).not.toContain(taken);
    const series = allRecordKinds.flatMap((kind) => definitionOf(kind).series ?? []);
    expect(new Set(series).size).toBe(series.length);
  });

  test('finds a record by what it points at and whose it is', () => {
    const office: Office = orderAt('shipped');
    const [shipment] = office.shipmentsOf(so);
    if (!shipment) throw new Error('nothing was shipped');
    const { orders, customer, number } = definitionOf('shipment');
    expect([new Set(orders(shipment)), customer(shipment), number(shipment)]).toEqual([
      new Set([so]),
      office.order(so).customer.code,
      shipment.number,
    ]);
    expect(definitionOf('order').customer(office.order(so))).toBe(office.order(so).customer.code);
  });

  test('replays events to their record, and no events or another record’s are a broken invariant', () => {
    const office: Office = orderAt('shipped');
    const events = office.orderEvents.get(so) ?? [];
    expect(replayRecord('order', so, events)).toEqual(office.order(so));
    expect(() => replayRecord('order', 'SO-202611-00002' as OrderNumber, events)).toThrow(`tell of ${so}`);
    expect(() => replayRecord('order', so, [])).toThrow('no events');
    expect(() => replayRecord('paper', 'P', [{ type: 'paper-filed' } as PaperEvent])).toThrow('before it was issued');
  });

  test('reads events by the names they were stored under, before surveys were called so', () => {
    const stamp = { at: '2026-11-21T02:00:00.000Z', by: { userId: 'wang', name: 'wang' } };
    const scores = { communication: 5, speed: 4, attitude: 5 };
    const stored = [
      { type: 'satisfaction-asked', order: so, on: '2026-11-21', ...stamp },
      { type: 'follow-up-called', call: { on: '2026-11-21', reached: true }, ...stamp },
      { type: 'satisfaction-recorded', scores, recommends: 9, ...stamp },
    ] as unknown as readonly EventOf<'survey'>[];
    expect(replayRecord('survey', so, stored)).toMatchObject({ number: so, status: 'answered', scores, recommends: 9 });
    expect(stored.map((event) => presentEvent('survey', event).type)).toEqual([
      'survey-sent',
      'follow-up-called',
      'survey-answered',
    ]);
    // What lies on the disk is what its chain was made of.
    expect(stored.map(({ type }) => `${type}`)).toContain('satisfaction-asked');
  });
});
