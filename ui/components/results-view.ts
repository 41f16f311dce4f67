import type { OrderInSheet } from '../sheet-session/orders-in-sheet.ts';
import type { OrderFate } from '../sheet-session/post-in-batches.ts';
import type { Checked } from '../sheet-session/state.ts';

/** An order that was sent, and what became of it. */
export type Answered = Pick<OrderInSheet, 'order' | 'fingerprint' | 'findings'> & { readonly fate: OrderFate };

/** What became of the orders of the sheet, as the page shows it: each as the sheet has them. */
export interface Results {
  /** Still to be done: these stand first. */
  readonly failed: readonly Answered[];
  readonly others: readonly Answered[];
  /** In the outbox. */
  readonly waiting: readonly OrderInSheet[];
  /** What turned whole batches away, by its code. */
  readonly problems: ReadonlyMap<string, string>;
}

export function resultsOf({ orders, kept, fates }: Pick<Checked, 'orders' | 'kept' | 'fates'>): Results {
  const answered = orders.flatMap(({ order, fingerprint, findings }): Answered[] => {
    const fate = kept.has(fingerprint) ? undefined : fates.get(fingerprint);
    return fate ? [{ order, fingerprint, findings, fate }] : [];
  });
  return {
    failed: answered.filter(({ fate }) => failures.has(fate.outcome)),
    others: answered.filter(({ fate }) => !failures.has(fate.outcome)),
    waiting: orders.filter(({ fingerprint }) => kept.has(fingerprint)),
    problems: new Map(
      answered.flatMap(({ fate }) => (fate.outcome === 'failed' ? [[fate.problem.code, fate.problem.message]] : [])),
    ),
  };
}

const failures: ReadonlySet<OrderFate['outcome']> = new Set(['findings', 'refused', 'failed']);
