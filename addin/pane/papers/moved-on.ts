import type { OrderProgress } from '../../../core/wire/order-progress.ts';
import { numberOf } from '../../../ui/sheet-session/row-statuses.ts';
import type { Checked } from '../../../ui/sheet-session/state.ts';

/** Posting tells a status and no date. */
export type WrittenProgress = Pick<OrderProgress, 'status'> & Partial<OrderProgress>;

/** Whether the sheet says something else of the order than the server does now. */
export const hasMovedOn = (now: OrderProgress, written: WrittenProgress | undefined): boolean =>
  written === undefined ||
  now.status !== written.status ||
  (written.promised !== undefined && now.promised !== written.promised);

/** What posting has written beside the rows since `before`. */
export const writtenByPosting = (
  fates: Checked['fates'],
  before: Checked['fates'],
): ReadonlyMap<string, WrittenProgress> =>
  new Map(
    [...fates].flatMap(([fingerprint, fate]) => {
      const number = numberOf(fate);
      const isNew = before.get(fingerprint) !== fate;
      return isNew && number !== null && 'status' in fate ? [[number, { status: fate.status }]] : [];
    }),
  );
