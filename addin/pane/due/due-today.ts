import type { OrderStatus } from '../../../core/order/status.ts';
import type { Answer } from '../../../core/wire/client.ts';

/** What a day may begin with, most pressing first; texts under screens:pane.due. */
export type DueKind = 'letters-late' | 'ship-late' | 'ship-today' | 'questions';
export interface Due {
  readonly kind: DueKind;
  readonly count: number;
  /** The desk's list of them; null = they are in several. */
  readonly status: OrderStatus | null;
}

type Entry = Pick<Answer<'worklist'>['entries'][number], 'command' | 'due' | 'isLate' | 'order'>;

const shipping: readonly OrderStatus[] = ['to-ship', 'part-shipped'];
const shipsOn = ({ command, due }: Entry): string | null =>
  command === 'ship-goods' && due !== undefined ? due.slice(0, 10) : null;

const kinds: readonly {
  readonly kind: DueKind;
  readonly statuses: readonly OrderStatus[];
  readonly holds: (entry: Entry, today: string) => boolean;
}[] = [
  { kind: 'letters-late', statuses: ['awaiting-countersign'], holds: ({ isLate }) => isLate },
  {
    kind: 'ship-late',
    statuses: shipping,
    holds: (entry, today) => (shipsOn(entry) ?? today) < today,
  },
  {
    kind: 'ship-today',
    statuses: shipping,
    holds: (entry, today) => shipsOn(entry) === today,
  },
  // A draft with a time to answer by came back from review with a question.
  { kind: 'questions', statuses: ['draft'], holds: ({ due }) => due !== undefined },
];

/** What of a worklist is pressing today, by kind: orders, not entries, for one order may wait for two things. */
export const dueToday = (entries: readonly Entry[], today: string): readonly Due[] =>
  kinds.flatMap(({ kind, statuses, holds }) => {
    const orders = entries.flatMap((entry) =>
      entry.order && statuses.includes(entry.order.status) && holds(entry, today) ? [entry.order] : [],
    );
    const count = new Set(orders.map(({ number }) => number)).size;
    const [status = null, other] = new Set(orders.map((order) => order.status));
    return count > 0 ? [{ kind, count, status: other === undefined ? status : null }] : [];
  });
