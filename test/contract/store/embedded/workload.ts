import type { OrderNumber } from '../../../../core/order/state.ts';
import type { Store } from '../../../../server/ports.ts';
import {
  allNumbers,
  append,
  approved,
  closed,
  done,
  issued,
  orderAppend,
  paperAppend,
  post,
  publish,
  released,
  series,
  shipmentAppend,
  shipped,
  stockBook,
} from '../sample-records.ts';

/** The delivery notes' series. */
const notes = 'DN-202611';

/** A few minutes of an office: posts alone and at once, edits of one record, commits of several, a book. */
export interface Ledger {
  /** What was answered with success; it must be there for ever. */
  readonly acknowledged: {
    readonly posts: Map<string, string>;
    readonly letters: Set<string>;
    readonly releases: Set<string>;
    readonly deliveries: Set<string>;
    book: boolean;
  };
  /** What went wrong, in words. */
  readonly failures: string[];
}

export const emptyLedger = (): Ledger => ({
  acknowledged: { posts: new Map(), letters: new Set(), releases: new Set(), deliveries: new Set(), book: false },
  failures: [],
});

/** Works on after every failure, as an office would. */
export async function work(store: Store, ledger: Ledger, round = 'a'): Promise<void> {
  const { acknowledged } = ledger;
  const attempt = async (action: () => Promise<void>): Promise<void> => {
    try {
      await action();
    } catch (error) {
      ledger.failures.push(error instanceof Error ? error.message : String(error));
    }
  };
  const posting = (key: string) =>
    attempt(async () => {
      acknowledged.posts.set(`${round}:${key}`, done(await post(store, { key }, `${round}:${key}`)));
    });
  await posting('alone');
  await attempt(async () => {
    const version = ((await store.read.books()).stock?.version ?? 0) + 1;
    await append(store, publish('stock', version, stockBook({ A01: '100' })));
    acknowledged.book = true;
  });
  await attempt(() => store.accounts.saveUser({ id: round, name: '王芳', roles: [], locale: 'en' }));
  await Promise.all(['x', 'y', 'z'].map(posting));
  for (const number of [...acknowledged.posts.values()].slice(0, 2)) await attempt(() => letter(store, number, ledger));
  for (const number of acknowledged.letters) await attempt(() => release(store, number, ledger));
  for (const number of [...acknowledged.releases].slice(0, 1)) await attempt(() => deliver(store, number, ledger));
  await posting('last');
}

/** Order and letter together: all or none. */
async function letter(store: Store, number: string, { acknowledged }: Ledger): Promise<void> {
  const paper = `${number}-L1`;
  const version = (await store.read.order(number as OrderNumber))?.order.version ?? 0;
  if (version !== 2) return;
  await append(
    store,
    orderAppend(number, version, approved({ A01: '1' })),
    paperAppend(paper, 0, issued(paper, number)),
  );
  acknowledged.letters.add(number);
}

/** One record alone, which a commit of several wrote before. */
async function release(store: Store, number: string, { acknowledged }: Ledger): Promise<void> {
  if ((await store.read.order(number as OrderNumber))?.order.version !== 3) return;
  await append(store, orderAppend(number, 3, ...released(number)));
  acknowledged.releases.add(number);
}

/** Three records of three kinds, all or none: the goods leave, their notice is issued, the order is closed. */
async function deliver(store: Store, number: string, { acknowledged }: Ledger): Promise<void> {
  if ((await store.read.order(number as OrderNumber))?.order.version !== 5) return;
  await store.transact({
    locks: [`series:${notes}`],
    load: {},
    decide(loaded) {
      const note = loaded.nextNumber(notes);
      const append = [
        shipmentAppend(note, 0, shipped(note, [[number, 1, '1']])),
        paperAppend(`${note}-N`, 0, issued(`${note}-N`, number)),
        orderAppend(number, 5, closed()),
      ];
      return { append, answer: note };
    },
  });
  acknowledged.deliveries.add(number);
}

/** Everything that is wrong with the store, given what was acknowledged; [] = nothing. */
export async function lost(store: Store, { acknowledged }: Ledger): Promise<readonly string[]> {
  const problems: string[] = store.damaged.map(({ document, problem }) => `${document}: ${problem}`);
  const numbers = await allNumbers(store);
  for (const [index, number] of numbers.entries())
    if (number !== `${series}-${String(index + 1).padStart(5, '0')}`) problems.push(`${number} comes after a gap`);
  for (const [key, number] of acknowledged.posts) {
    if (!numbers.includes(number)) problems.push(`${number} was acknowledged and is gone`);
    const again = await post(store, { key }, key);
    if (done(again) !== number) problems.push(`${key} was answered ${number} and is now answered ${done(again)}`);
  }
  for (const number of numbers) {
    const order = await store.read.order(number as OrderNumber);
    const version = order?.order.version ?? 0;
    const { paper: papers = [], shipment: shipments = [] } = order?.records ?? {};
    const [isApproved, isDelivered] = [version >= 3, version >= 6];
    const hasLetter = papers.some(({ state }) => state.paper === `${number}-L1`);
    if (isApproved !== hasLetter) problems.push(`${number} has only half of its letter`);
    const parts = [isDelivered, shipments.length === 1, papers.length === 2];
    if (new Set(parts).size > 1) problems.push(`${number} has only a part of its delivery`);
    if (acknowledged.letters.has(number) && !isApproved) problems.push(`the letter of ${number} is gone`);
    if (acknowledged.deliveries.has(number) && !isDelivered) problems.push(`the delivery of ${number} is gone`);
    if (acknowledged.releases.has(number) && version < 5) problems.push(`the release of ${number} is gone`);
  }
  if (acknowledged.book && (await store.read.books()).stock === null) problems.push('the book is gone');
  return problems;
}

/** Everything a reader can see, for comparing memory with what a restart finds. */
export const seen = async ({ read, accounts }: Store): Promise<unknown> => ({
  orders: await Promise.all(
    (await read.orders({ limit: 10_000 })).orders.map(({ order }) => read.order(order.state.number)),
  ),
  counts: await read.counts(),
  books: await read.books(),
  demand: await read.openDemand(),
  users: await accounts.users(),
});
