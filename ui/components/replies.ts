import { partOf } from './part.ts';

/** The words of replies, fetched for the first one: a page opens without them. */
export const replies = partOf(() => import('./reply-of-fate.ts'));
