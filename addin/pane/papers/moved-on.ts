import type { OrderProgress } from '../../../core/wire/order-progress.ts';
import type { OrderFate } from '../../../ui/sheet-session/post-in-batches.ts';
import { numberOf } from '../../../ui/sheet-session/row-statuses.ts';
import { isChecked, type SessionState } from '../../../ui/sheet-session/state.ts';

/** Posting tells a status and no date. */
export type WrittenProgress = Pick<OrderProgress, 'status'> & Partial<OrderProgress>;

/** Whether the sheet says something else of the order than the server does now. */
export const hasMovedOn = (now: OrderProgress, written: WrittenProgress | undefined): boolean =>
  written === undefined ||
  now.status !== written.status ||
  waitsFor(now) !== waitsFor(written) ||
  (written.promised !== undefined && now.promised !== written.promised);

/** Whom it waits for, and for what, as far as that is more than its status says. */
const waitsFor = ({ nextStep }: Pick<WrittenProgress, 'nextStep'>): string =>
  nextStep ? [nextStep.command, nextStep.roles[0]].join(' ') : '';

/** What posting writes beside the rows with these answers. */
export const writtenByPosting = (answers: readonly OrderFate[]): ReadonlyMap<string, WrittenProgress> =>
  new Map(
    answers.flatMap((fate) => {
      const number = numberOf(fate);
      return number !== null && 'status' in fate
        ? [[number, { status: fate.status, ...(fate.nextStep && { nextStep: fate.nextStep }) }]]
        : [];
    }),
  );

/** Orders of this sheet that were answered here. */
export const answeredOrders = (state: SessionState): readonly string[] =>
  isChecked(state)
    ? [...writtenByPosting(state.orders.flatMap(({ fingerprint }) => state.fates.get(fingerprint) ?? [])).keys()]
    : [];

/** What the sheet says of orders, and which of them the pane itself is moving on just now. */
export interface SheetProgress {
  /** Whether the clerk is to be told: what the pane does itself, it writes itself. */
  isNews(now: OrderProgress): boolean;
  /** Whether nothing was written of an order, though it was answered: Excel would not take it. */
  lacks(number: string): boolean;
  /** This stands beside the orders' rows now. */
  wrote(progress: ReadonlyMap<string, WrittenProgress>): void;
  /** Does something to these orders, to the end of writing it. */
  during<Answer>(numbers: readonly string[], work: () => Promise<Answer>): Promise<Answer>;
  subscribe(listener: () => void): () => void;
  /** Rises with each change. */
  readonly turn: number;
}

export function createSheetProgress(): SheetProgress {
  const written = new Map<string, WrittenProgress>();
  const moving = new Set<string>();
  const listeners = new Set<() => void>();
  let turn = 0;
  const tell = () => {
    turn += 1;
    for (const listener of listeners) listener();
  };
  return {
    isNews: (now) => !moving.has(now.number) && hasMovedOn(now, written.get(now.number)),
    lacks: (number) => !moving.has(number) && !written.has(number),
    wrote(progress) {
      for (const [number, now] of progress) written.set(number, now);
      tell();
    },
    async during(numbers, work) {
      for (const number of numbers) moving.add(number);
      tell();
      try {
        return await work();
      } finally {
        for (const number of numbers) moving.delete(number);
        tell();
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get turn() {
      return turn;
    },
  };
}
