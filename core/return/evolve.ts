import { stampOf } from '../order/stamp.ts';
import { inRecordStatus } from '../record/in-record-status.ts';
import { isZero, sum } from '../value/decimal.ts';
import { unreachable } from '../value/result.ts';
import type { ReturnEvent } from './event.ts';
import type { ApprovedReturn, DisposedPart, GoodsReturn, ReturnContent } from './goods-return.ts';
import { owed } from './owed.ts';

/** The return after one more event; null = before the first. An event that can't follow is a broken invariant and throws. */
export function evolveReturn(goods: GoodsReturn | null, event: ReturnEvent): GoodsReturn {
  switch (event.type) {
    case 'return-asked':
      if (goods !== null) throw new Error(`return ${goods.number} was asked twice`);
      return { ...event.content, status: 'asked', asked: stampOf(event) };
    case 'return-approved':
      return { ...inRecordStatus(goods, 'asked'), status: 'approved', approved: stampOf(event) };
    case 'return-inspected':
      return inspected(inRecordStatus(goods, 'approved'), event);
    case 'return-disposed':
      return settledOrNot({
        ...inRecordStatus(goods, 'inspected'),
        disposition: { lines: event.lines, disposed: stampOf(event) },
      });
    case 'return-refunded':
      return settledOrNot({
        ...inRecordStatus(goods, 'disposed'),
        refund: { ...event.refund, refunded: stampOf(event) },
      });
    case 'return-replaced':
      return settledOrNot({
        ...inRecordStatus(goods, 'disposed'),
        replacement: { order: event.order, replaced: stampOf(event) },
      });
    case 'return-handed-back':
      return settledOrNot({
        ...inRecordStatus(goods, 'disposed'),
        handedBack: { on: event.on, handedBack: stampOf(event) },
      });
    case 'return-refused':
      return { ...inRecordStatus(goods, 'asked'), status: 'refused', refused: stampOf(event) };
    case 'return-withdrawn':
      return { ...inRecordStatus(goods, 'asked', 'approved'), status: 'withdrawn', withdrawn: stampOf(event) };
    default:
      return unreachable(event);
  }
}

/** The return its events tell of. An empty stream is a broken invariant. */
export function replayReturn(events: readonly ReturnEvent[]): GoodsReturn {
  const goods = events.reduce<GoodsReturn | null>(evolveReturn, null);
  if (goods === null) throw new Error('a return without events');
  return goods;
}

function inspected(
  goods: ApprovedReturn,
  event: Extract<ReturnEvent, { readonly type: 'return-inspected' }>,
): GoodsReturn {
  const inspection = { ...event.inspection, inspected: stampOf(event) };
  const accepted = sum(inspection.lines.map((line) => line.accepted));
  return { ...goods, inspection, status: isZero(accepted) ? 'turned-back' : 'inspected' };
}

function settledOrNot(goods: ReturnContent & DisposedPart): GoodsReturn {
  const { remedy, handingBack } = owed(goods);
  return { ...goods, status: remedy || handingBack ? 'disposed' : 'settled' };
}
