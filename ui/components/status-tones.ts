import type { OrderStatus } from '../../core/order/status.ts';
import type { Texts } from '../../locales/index.ts';

/** How near the goods are; in the sheet and on screen a status has the same one. */
export const statusTones = ['informative', 'brand', 'warning', 'success', 'danger'] as const;
export type StatusTone = (typeof statusTones)[number];

export const toneOf: Readonly<Record<OrderStatus, StatusTone>> = {
  draft: 'informative',
  'in-review': 'brand',
  'to-confirm': 'brand',
  'awaiting-countersign': 'warning',
  'to-supply': 'brand',
  'in-supply': 'brand',
  'to-ship': 'brand',
  'part-shipped': 'warning',
  shipped: 'brand',
  received: 'success',
  completed: 'success',
  closed: 'success',
  archived: 'informative',
  destroyed: 'informative',
  void: 'danger',
  cancelled: 'danger',
};

/** What the statuses of a tone are called. */
export const statusWordsIn =
  (t: Texts) =>
  (tone: StatusTone): readonly string[] =>
    (Object.keys(toneOf) as OrderStatus[])
      .filter((status) => toneOf[status] === tone)
      .map((status) => t(`terms:status.${status}`));
