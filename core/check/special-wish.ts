import type { ParsedLine } from '../sheet/parsed-order.ts';

/** What people write where there is nothing to ask for. */
const nothing = /^(?:无|無|沒有|没有|none|no|nil|n\/?a|[-—–/.*\s])*$/i;

/** What the customer wants done to a row's goods; undefined where the cell only says that it is nothing. */
export const specialWish = ({ specialRequirements: wish }: ParsedLine): string | undefined =>
  wish === undefined || nothing.test(wish.normalize('NFKC')) ? undefined : wish;
