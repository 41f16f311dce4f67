import type { OrderLine } from './state.ts';

/** Whether a line still means the same goods: what was made or held for it is good for it. */
export const sameGoods = (before: OrderLine | undefined, now: OrderLine): boolean =>
  (['itemCode', 'specification', 'color', 'unit'] as const).every((field) => before?.[field] === now[field]);

/** Whether it still takes them from the same place: what was held for it elsewhere is none of its. */
export const sameSource = (before: OrderLine | undefined, now: OrderLine): boolean =>
  (['warehouse', 'batch'] as const).every((field) => before?.[field] === now[field]);
