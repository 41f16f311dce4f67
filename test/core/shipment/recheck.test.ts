import { describe, expect, test } from 'vitest';
import { availableActions } from '../../../core/order/available-actions.ts';
import { policyInForce } from '../../../core/policy/in-force.ts';
import { standardPolicy } from '../../../core/policy/policy.ts';
import { decideShipment } from '../../../core/shipment/decide.ts';
import { evolveShipment } from '../../../core/shipment/evolve.ts';
import { recheckPoints } from '../../../core/shipment/recheck.ts';
import type { ShipmentNumber } from '../../../core/shipment/shipment.ts';
import { events, type Office, refused } from '../order/office.ts';
import { by, clerk, manager, number, person, quantity, shipper, solo, today } from '../order/sample-order.ts';
import { orderAt } from '../order/walk.ts';

const so = number();
const note = 'DN-202611-00001' as ShipmentNumber;
const whole = { order: so, lines: [], ...by(shipper) };
const all = { by: 'packer', confirmed: recheckPoints };
const oldZhou = { ...person('zhou-2', 'warehouse'), name: 'Old Zhou' };
const lineOne = (count: string, batch?: string) => ({
  order: so,
  line: 1,
  quantity: quantity(count),
  ...(batch !== undefined && { batch }),
});

describe('R38: goods are rechecked before they leave', () => {
  test('by whom, and every point, stands on record', () => {
    const office = orderAt('to-ship');
    office.routing = { ...office.routing, staff: [shipper, oldZhou] };
    events(office.ship({ ...whole, recheck: { by: ' old zhou ', confirmed: recheckPoints } }));
    expect(office.shipment(note)).toMatchObject({
      recheck: { by: 'Old Zhou', userId: 'zhou-2', confirmed: ['model', 'quantity', 'batch', 'address', 'consignee'] },
      shipped: { at: '2026-11-21T02:00:00.000Z', by: { name: 'sun' } },
    });
  });

  test.each(recheckPoints)('nothing leaves while %s is not confirmed', (point) => {
    const confirmed = recheckPoints.filter((each) => each !== point);
    expect(refused(orderAt('to-ship').ship({ ...whole, recheck: { ...all, confirmed } }))).toMatchObject({
      code: 'shipment.recheck-missing',
      status: 'to-ship',
      data: { recheck: point },
    });
  });

  test('nor where nobody says so, or where something was found otherwise', () => {
    const office = orderAt('to-ship');
    const { money, stock } = office.context(so);
    const { holds, policy } = office;
    const { staff } = office.routing;
    const silent = { type: 'ship-goods', number: note, ...whole } as const;
    expect(
      refused(decideShipment(silent, null, { orders: office.followed(), money, stock, holds, policy, staff })),
    ).toMatchObject({ code: 'shipment.recheck-missing', data: { recheck: recheckPoints.join(' ') } });
    const differences = [
      { point: 'batch', what: ' B-8 packed for B-7 ' },
      { point: 'address', what: 'the old one' },
    ] as const;
    expect(refused(office.ship({ ...whole, recheck: { ...all, differences } }))).toMatchObject({
      code: 'shipment.recheck-differs',
      data: { recheck: 'batch address', what: 'B-8 packed for B-7; the old one' },
    });
  });

  test('not by the hands that ship, under whatever name; alone in the office by these', () => {
    const office = orderAt('to-ship');
    for (const own of [undefined, ' Sun', 'sun'])
      expect(
        refused(office.ship({ ...whole, recheck: { ...(own && { by: own }), confirmed: recheckPoints } })),
      ).toMatchObject({ code: 'shipment.recheck-same-hands', data: { name: 'sun' } });
    const alone = orderAt('to-ship', undefined, policyInForce({ version: 3, policy: standardPolicy }, 1));
    events(alone.ship({ ...whole, ...by(solo), recheck: { confirmed: recheckPoints } }));
    expect(alone.shipment(note).recheck?.by).toBe('solo');
  });

  test('by somebody who works here: a made-up name is nobody; alone in the office a packer may be no user', () => {
    const office = orderAt('to-ship');
    const invented = { ...whole, recheck: { by: '–', confirmed: recheckPoints } };
    expect(refused(office.ship(invented))).toMatchObject({
      code: 'shipment.recheck-unknown',
      status: 'to-ship',
      data: { name: '–' },
    });
    const alone = orderAt('to-ship', undefined, policyInForce({ version: 3, policy: standardPolicy }, 1));
    events(alone.ship({ ...invented, ...by(solo), recheck: { by: 'my son', confirmed: recheckPoints } }));
    expect(alone.shipment(note).recheck).toEqual({ by: 'my son', confirmed: recheckPoints });
  });

  test('shipping is offered as if a colleague had: to nobody who has none', () => {
    const office = orderAt('to-ship');
    const offered = () =>
      availableActions(office.order(so), shipper, office.context(so), by(shipper)).find(
        ({ command }) => command === 'ship-goods',
      );
    expect(offered()?.allowed).toBe(true);
    office.routing = { ...office.routing, staff: [shipper] };
    expect(offered()).toMatchObject({ allowed: false, refusal: { code: 'shipment.recheck-unknown' } });
  });

  test('in an emergency too', () => {
    const office = orderAt('to-confirm');
    const emergency = { type: 'ship-emergency' as const, order: so, lines: [] };
    const hurried = { ...emergency, ...by(solo, today, 'line down'), recheck: { by: 'packer', confirmed: [] } };
    expect(refused(office.ship(hurried)).code).toBe('shipment.recheck-missing');
  });

  test('what else keeps the goods is said first', () => {
    const office = orderAt('to-ship');
    const unready = { lines: [lineOne('11')], ...by(shipper), recheck: { confirmed: [] } };
    expect(refused(office.ship(unready)).code).toBe('shipment.exceeds-open');
    expect(refused(office.ship({ ...unready, ...by(clerk) })).code).toBe('role.not-allowed');
    expect(refused(office.ship({ ...unready, ...by(manager) })).code).toBe('role.not-allowed');
  });

  test('a shipment from before rechecks were kept is still read', () => {
    const { recheck: _later, ...shipment } = shippedWhole().shipment(note);
    const { shipped, ...content } = shipment;
    const old = { type: 'goods-shipped', shipment: content, ...shipped } as const;
    expect(evolveShipment(null, old)).not.toHaveProperty('recheck');
  });
});

function shippedWhole(): Office {
  const office = orderAt('to-ship');
  events(office.ship(whole));
  return office;
}

describe('R38: batches', () => {
  test('of one line stay apart, and are one quantity of it', () => {
    const office = orderAt('to-ship');
    events(
      office.ship({
        lines: [lineOne('4', 'B-7'), lineOne('3'), lineOne('2', ' B-8 '), lineOne('1', 'B-7')],
        ...by(shipper),
      }),
    );
    expect(office.shipment(note).lines).toEqual([
      {
        order: so,
        line: 1,
        quantity: '10',
        batches: [
          { batch: 'B-7', quantity: '5' },
          { batch: 'B-8', quantity: '2' },
        ],
      },
    ]);
  });
});
