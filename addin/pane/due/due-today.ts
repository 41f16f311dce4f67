import type { OrderStatus } from '../../../core/order/status.ts';
import type { Answer } from '../../../core/wire/client.ts';

/** What a day may begin with, most pressing first; texts under screens:pane.due. */
export type DueKind = 'letters-late' | 'ship-today' | 'questions';
export interface Due {
  readonly kind: DueKind;
  readonly count: number;
  /** The desk's list of them. */
  readonly status: OrderStatus;
}

type Entry = Pick<Answer<'worklist'>['entries'][number], 'command' | 'due' | 'isLate' | 'order'>;

const kinds: readonly {
  readonly kind: DueKind;
  readonly status: OrderStatus;
  readonly holds: (entry: Entry, today: string) => boolean;
}[] = [
  { kind: 'letters-late', status: 'awaiting-countersign', holds: ({ isLate }) => isLate },
  {
    kind: 'ship-today',
    status: 'to-ship',
    holds: ({ command, due }, today) => command === 'ship-goods' && due !== undefined && due.slice(0, 10) <= today,
  },
  // A draft with a time to answer by came back from review with a question.
  { kind: 'questions', status: 'draft', holds: ({ due }) => due !== undefined },
];

/** What of a worklist is pressing today, by kind: orders, not entries, for one order may wait for two things. */
export const dueToday = (entries: readonly Entry[], today: string): readonly Due[] =>
  kinds.flatMap(({ kind, status, holds }) => {
    const orders = entries.flatMap((entry) =>
      entry.order?.status === status && holds(entry, today) ? [entry.order.number] : [],
    );
    const count = new Set(orders).size;
    return count > 0 ? [{ kind, count, status }] : [];
  });
