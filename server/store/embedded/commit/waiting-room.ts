import { StoreFault } from '../../store-fault.ts';

/** On a healthy disk these are through within seconds; behind a slow one more of them would only fill the memory. */
export const mostWaiting = 512;

/** A round that takes longer has met a disk that doesn't answer: who waits behind it is sent away. */
export const longestRoundMs = 10_000;

/** Nothing of it was kept, nor begun. */
export const busy = (waiting: number): StoreFault =>
  new StoreFault('store.busy', 'the disk is too slow for what is to be kept', { waiting });
