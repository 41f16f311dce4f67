import { lastPrices } from '../../core/lookup/last-prices.ts';
import type { ParsedBatch } from '../../core/sheet/parsed-order.ts';
import type { Caller } from './company.ts';
import { givenTo } from './judge.ts';
import { knowledgeFor } from './knowledge.ts';

/** What each row's customer paid for its item last time (R16): the very deals that rows are checked against. */
export const lastPricesOf = async (caller: Caller, batch: ParsedBatch) => ({
  prices: lastPrices(batch, givenTo(caller, await knowledgeFor(caller, batch))),
});
