import type { Knowledge } from '../../core/check/knowledge.ts';
import type { Company } from './company.ts';

/** What rows are checked against: the books published last, and what open orders hold. */
export async function publishedKnowledge({ store }: Company): Promise<Knowledge> {
  const [books, openDemand] = await Promise.all([store.read.books(), store.read.openDemand()]);
  return {
    prices: books.prices?.kind === 'prices' ? books.prices.content : null,
    stock: books.stock?.kind === 'stock' ? books.stock.content : null,
    customers: books.customers?.kind === 'customers' ? books.customers.content : null,
    openDemand,
  };
}
