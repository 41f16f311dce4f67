import { knowledgeOf } from '../../core/check/knowledge-of-sheets.ts';
import { understandSheets } from '../../core/sheet/understand.ts';
import type { Instant, PlainDate } from '../../core/value/date.ts';
import { readWorkbook } from '../../workbook/read-workbook.ts';
import { type Books, publishedFrom } from '../app/published-books.ts';
import type { Append, Store } from '../ports.ts';
import type { SampleCompany } from './sample-company.ts';

/**
 * Fills an empty store with a sample company: profile, users, and the price list, stock and customers of its workbook as
 * first published versions. A store that has books is left as it is, but for users it hasn't yet.
 */
export async function seedSample(
  sample: SampleCompany,
  store: Store,
  { at, today }: { readonly at: Instant; readonly today: PlainDate },
): Promise<void> {
  for (const user of sample.users) await store.accounts.addUser(user);
  if ((await store.read.books()).prices) return;
  await store.accounts.saveProfile(sample.profile);
  const books = await booksOf(sample, today);
  const versions = publishedFrom(books, { prices: 0, stock: 0, customers: 0 }, { at, by: 'sample' });
  const append = versions.map((book): Append => ({ stream: 'book', book }));
  await store.transact({ locks: ['books'], load: {}, decide: () => ({ append, answer: null }) });
}

async function booksOf(sample: SampleCompany, today: PlainDate): Promise<Required<Books>> {
  const read = await readWorkbook(await sample.workbook(today), `${sample.id}.xlsx`);
  if (!read.ok) throw new Error(`the sample workbook can't be read: ${read.reason.code}`);
  const { prices, stock, customers } = knowledgeOf(understandSheets(read.value), {}, sample.profile.currency);
  if (!prices || !stock || !customers) throw new Error('the sample workbook lacks a book');
  return { prices, stock, customers };
}
