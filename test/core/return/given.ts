import type { ReturnCommand } from '../../../core/return/command.ts';
import { decideReturn } from '../../../core/return/decide.ts';
import type { ReturnableOrder, ReturnDecision } from '../../../core/return/decision.ts';
import type { ReturnEvent } from '../../../core/return/event.ts';
import { replayReturn } from '../../../core/return/evolve.ts';
import type {
  DisposedLine,
  GoodsReturn,
  InspectedLine,
  ReturnKind,
  ReturnLine,
  ReturnNumber,
  ReturnStatus,
} from '../../../core/return/goods-return.ts';
import { events } from '../order/office.ts';
import { by, clerk, finance, manager, number, person, quantity, shipper, today } from '../order/sample-order.ts';

export const storeman = person('ku', 'warehouse');
export const rt = (sequence = 1): ReturnNumber => `RT-202611-${String(sequence).padStart(5, '0')}` as ReturnNumber;
export const so = number();

/** 10 × A01 and 5 × B02 received; a second order of the same customer, one of another. */
export const orders: readonly ReturnableOrder[] = [
  { number: so, customerCode: 'C001', lines: [received(1, 'A01', '10'), received(2, 'B02', '5')] },
  { number: number(2), customerCode: 'C001', lines: [received(1, 'A01', '3')] },
  { number: number(3), customerCode: 'C002', lines: [received(1, 'A01', '3')] },
];
function received(line: number, itemCode: string, count: string): ReturnableOrder['lines'][number] {
  return { line, itemCode, ordered: quantity(count), received: quantity(count) };
}

export const part = (line: number, count: string, order = so): ReturnLine => ({
  order,
  line,
  quantity: quantity(count),
});
export const looked = (line: number, accepted: string, rejected = '0', order = so): InspectedLine => ({
  order,
  line,
  accepted: quantity(accepted),
  rejected: quantity(rejected),
  condition: 'opened',
});
export const put = (line: number, restocked: string, scrapped = '0', repaired = '0', order = so): DisposedLine => ({
  order,
  line,
  restocked: quantity(restocked),
  scrapped: quantity(scrapped),
  repaired: quantity(repaired),
});

export type Body<Command> = Command extends unknown
  ? Omit<Command, 'by' | 'at' | 'today' | 'policy' | 'reason'>
  : never;

/** The returns of an office in memory: what the server does around decideReturn. */
export class Door {
  readonly kept = new Map<ReturnNumber, ReturnEvent[]>();
  readonly duties: 'strict' | 'single-person';

  constructor(duties: 'strict' | 'single-person' = 'strict') {
    this.duties = duties;
  }

  goods = (of = rt()): GoodsReturn => replayReturn(this.kept.get(of) ?? []);
  all = (): GoodsReturn[] => [...this.kept.keys()].map((key) => this.goods(key));
  status = (of = rt()): ReturnStatus | 'none' => (this.kept.has(of) ? this.goods(of).status : 'none');

  do(body: Body<ReturnCommand>, who = clerk, reason?: string, of = rt(), day = today): ReturnDecision {
    const before = this.kept.get(of) ?? [];
    const command = { ...body, ...by(who, day, reason) } as ReturnCommand;
    const decision = decideReturn(command, before.length === 0 ? null : replayReturn(before), {
      orders,
      returns: this.all().filter((goods) => goods.number !== of),
      policy: { duties: this.duties },
    });
    if (decision.ok) this.kept.set(of, [...before, ...decision.value]);
    return decision;
  }

  ask = (kind: ReturnKind, lines: readonly ReturnLine[], of = rt()): ReturnDecision =>
    this.do({ type: 'ask-return', number: of, kind, lines }, clerk, 'scratched', of);
}

export const approve = { type: 'approve-return' } as const;
export const inspect = (...lines: InspectedLine[]) =>
  ({ type: 'inspect-return', arrivedOn: today, lines, fault: 'company' }) as const;
export const dispose = (...lines: DisposedLine[]) => ({ type: 'dispose-return', lines }) as const;
export const refund = { type: 'refund-return', amount: quantity('10'), currency: 'CNY', paper: 'CN-7' } as const;
export const replace = { type: 'replace-return', order: number(9) } as const;
export const handBack = { type: 'hand-back-return', on: today } as const;

/** 4 of line 1, all accepted, as far as the status; of a repair all mended, else all into stock. */
export function doorAt(
  status: 'asked' | 'approved' | 'inspected' | 'disposed' | 'settled',
  kind: ReturnKind = 'return',
): Door {
  const door = new Door();
  const upTo = ['asked', 'approved', 'inspected', 'disposed', 'settled'].indexOf(status);
  events(door.ask(kind, [part(1, '4')]));
  if (upTo > 0) events(door.do(approve, manager));
  if (upTo > 1) events(door.do(inspect(looked(1, '4')), storeman));
  if (upTo > 2) events(door.do(dispose(kind === 'repair' ? put(1, '0', '0', '4') : put(1, '4')), storeman));
  if (upTo > 3) events(kind === 'repair' ? door.do(handBack, shipper) : door.do(refund, finance));
  return door;
}
