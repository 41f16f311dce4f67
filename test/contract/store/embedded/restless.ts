import type { RestPolicy } from '../../../../server/store/embedded/rest/rest-policy.ts';

/**
 * Puts to rest whatever can be, after every commit, and keeps nothing awake: every look at a record reads its document. Only
 * orders whose status hangs on shipments can't rest before they are closed.
 */
export const restless: RestPolicy = {
  untouchedMs: Number.NEGATIVE_INFINITY,
  everyMs: 0,
  awake: 0,
  isOver: (status) => status !== 'released',
};
