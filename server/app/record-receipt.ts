import { parseShipmentNumber } from '../../core/order/number.ts';
import type { Refusal } from '../../core/order/refusal.ts';
import type { OrderNumber } from '../../core/order/state.ts';
import { decideShipment } from '../../core/shipment/decide.ts';
import type { Receipt, ShipmentNumber } from '../../core/shipment/shipment.ts';
import { no, ok, type Result } from '../../core/value/result.ts';
import type { ReceiptRequest } from '../../core/wire/commands.ts';
import { fileWasNamed, namedFile, type StoredFile } from './attachments/stored-file.ts';
import { type Caller, metaOf } from './company.ts';
import { once } from './once.ts';
import { ordersWithShipments } from './ship-goods.ts';

/** The signed receipt of a shipment is back: its orders may be complete now. */
export async function recordReceipt(
  caller: Caller,
  shipment: string,
  request: ReceiptRequest,
  requestKey: string,
): Promise<Result<ShipmentNumber, Refusal>> {
  const number = parseShipmentNumber(shipment);
  const seen = number === null ? null : await caller.company.store.read.records('shipment').byNumber(number);
  if (number === null || seen === null) return no({ code: 'shipment.not-found', data: { shipment } });
  const copy = request.copy === undefined ? ok(null) : await namedFile(caller, request.copy);
  if (!copy.ok) return copy;
  // The lines of a shipment never change: what was seen now are the orders to lock.
  const orders = [...new Set(seen.state.lines.map(({ order }) => order))];
  const recorded = await once<ShipmentNumber>(
    caller,
    { requestKey, asks: ['receipt', number, request] },
    {
      locks: [`shipment:${number}`, ...orders.map((order) => `order:${order}`)],
      load: { records: { shipment: { byNumber: [number] }, order: { byNumber: orders } } },
      decide(loaded) {
        const record = loaded.records('shipment').byNumber(number);
        const decision = decideShipment(
          { type: 'record-receipt', ...said(request, copy.value), ...metaOf(caller, request.reason) },
          record?.state ?? null,
          {
            orders: ordersWithShipments(orders, loaded),
            money: null,
            holds: [],
            staff: [],
            policy: caller.policy,
            stock: { stock: loaded.stock, prices: loaded.prices, openDemand: [] },
          },
        );
        if (!decision.ok) return { refuse: decision.reason };
        const version = record?.version ?? 0;
        return { append: [{ stream: 'shipment', id: number, version, events: decision.value }], answer: number };
      },
    },
  );
  if (recorded.ok) await fileWasNamed(caller, request.copy);
  return recorded;
}

const said = ({ on, refused, objection }: ReceiptRequest, copy: StoredFile | null): Receipt => ({
  on,
  ...(copy !== null && { copy }),
  ...(refused !== undefined && { refused: refused.map((each) => ({ ...each, order: each.order as OrderNumber })) }),
  ...(objection !== undefined && { objection }),
});
