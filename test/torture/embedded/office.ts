import type { OrderNumber } from '../../../core/order/state.ts';
import type { CompanyProfile } from '../../../core/policy/company.ts';
import { standardPolicy } from '../../../core/policy/policy.ts';
import type { Person, PersonKey } from '../../../core/record/person.ts';
import { allRecordKinds } from '../../../core/record/registry.ts';
import type { Account, Append, Store, TokenRecord } from '../../../server/ports.ts';
import {
  append,
  approved,
  at,
  done,
  issued,
  orderAppend,
  paperAppend,
  post,
  priceBook,
  publish,
  stockBook,
} from '../../contract/store/sample-records.ts';
import { gaps } from '../frame/invariants.ts';
import type { Ledger } from '../frame/ledger.ts';
import { appendOf, numberOf, sideKinds } from './every-kind.ts';

/**
 * Some minutes of an office that touch everything a store keeps: settings, people, tokens, files, books, orders alone and at
 * once, commits of two records and of every kind there is, answers that changed nothing. It works on after every failure.
 */
export async function office(store: Store, ledger: Ledger<Store>, round: string): Promise<void> {
  await settings(store, ledger, round);
  await files(store, ledger, round);
  await books(store, ledger);
  const numbers: string[] = [];
  const posting = (key: string) =>
    ledger.attempt(
      `post ${key}`,
      async () => {
        const number = done(await post(store, { key }, key));
        numbers.push(number);
        return number;
      },
      // Sent again: the same answer, and nothing new.
      async (later, number) => done(await post(later, { key }, key)) === number,
    );
  await posting(`${round}:alone`);
  await Promise.all(['x', 'y', 'z'].map((name) => posting(`${round}:${name}`)));
  await ledger.attempt(
    `answer ${round}`,
    () => answerOnly(store, round),
    async (later, answer) => (await answerOnly(later, round)) === answer,
  );
  for (const number of numbers.slice(0, 2)) await letter(store, ledger, number);
  for (const number of numbers.slice(1, 3)) await everyKind(store, ledger, number);
}

async function settings(store: Store, ledger: Ledger<Store>, round: string): Promise<void> {
  const { accounts, people } = store;
  const user: Account = { id: round, name: `王芳${round}`, roles: [], locale: 'en' };
  const token = (hash: string): TokenRecord => ({
    hash,
    userId: round,
    kind: 'session',
    createdAt: at('2026-11-21T00:00:00.000Z'),
    expiresAt: at('2999-01-01T00:00:00.000Z'),
  });
  await ledger.attempt(
    'profile',
    () => accounts.saveProfile({ ...profile, phone: round }),
    async (later) => (await later.accounts.profile()).name === profile.name,
  );
  await ledger.attempt(
    'policy',
    async () => {
      const version = (await accounts.policies()).length + 1;
      await accounts.addPolicy({
        version,
        at: at('2026-11-21T00:00:00.000Z'),
        by: null,
        reason: round,
        policy: standardPolicy,
      });
      return version;
    },
    async (later, version) => (await later.accounts.policies())[version - 1]?.reason === round,
  );
  const isThere = async (later: Store) => (await later.accounts.users()).some(({ id }) => id === round);
  await ledger.attempt(`user ${round}`, () => accounts.addUser(user), isThere);
  await ledger.attempt(`user ${round} again`, () => accounts.saveUser(user), isThere);
  await ledger.attempt(
    `token ${round}`,
    () => accounts.saveToken(token(round)),
    async (later) => (await later.accounts.token(round)) !== null,
  );
  await ledger.attempt(
    `token ${round}-gone`,
    () => accounts.saveToken(token(`${round}-gone`)),
    async () => true,
  );
  await ledger.attempt(
    `token ${round}-gone dropped`,
    () => accounts.dropToken(`${round}-gone`),
    async (later) => (await later.accounts.token(`${round}-gone`)) === null,
  );
  const remembering = (name: string, holds: (found: Person | null) => boolean) =>
    ledger.attempt(
      name,
      () => people.remember({ name }),
      async (later, key) => holds(await later.people.read(key)),
    );
  await remembering(`陈经理${round}`, (found) => found?.name === `陈经理${round}`);
  let key: PersonKey | null = null;
  await ledger.attempt(
    `to be erased ${round}`,
    async () => {
      key = await people.remember({ name: `李工${round}` });
    },
    async () => true,
  );
  if (key !== null)
    await ledger.attempt(
      `erased ${round}`,
      () => people.erase(key as PersonKey),
      async (later) => (await later.people.read(key as PersonKey)) === null,
    );
}

const profile: CompanyProfile = {
  name: '海港五金有限公司',
  address: '上海市',
  phone: '021-1234',
  locale: 'zh-Hans',
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  taxRate: '0.13',
};

async function files(store: Store, ledger: Ledger<Store>, round: string): Promise<void> {
  const bytes = Buffer.from(`a stamped letter ${round}`.repeat(100));
  await ledger.attempt(
    `file ${round}`,
    () => store.files.put(bytes),
    async (later, { sha256 }) => bytes.equals((await later.files.get(sha256)) ?? Buffer.alloc(0)),
  );
}

async function books(store: Store, ledger: Ledger<Store>): Promise<void> {
  for (const kind of ['prices', 'stock'] as const)
    await ledger.attempt(
      `book ${kind}`,
      async () => {
        const version = ((await store.read.books())[kind]?.version ?? 0) + 1;
        await append(store, publish(kind, version, kind === 'stock' ? stockBook({ A01: '100' }) : priceBook('CNY')));
        return version;
      },
      async (later, version) => ((await later.read.books())[kind]?.version ?? 0) >= version,
    );
}

/** A request that changed no record. */
const answerOnly = async (store: Store, round: string): Promise<string> =>
  done(
    await store.transact({
      requestKey: `${round}:nothing`,
      locks: [],
      load: {},
      decide: () => ({ append: [], answer: round }),
    }),
  );

/** Order and letter together: all or none. */
function letter(store: Store, ledger: Ledger<Store>, number: string): Promise<void> {
  const paper = `${number}-L1`;
  return ledger.attempt(
    `letter ${paper}`,
    () => append(store, orderAppend(number, 2, approved({ A01: '1' })), paperAppend(paper, 0, issued(paper, number))),
    async ({ read }) => (await read.order(number as OrderNumber))?.order.version === 3,
  );
}

/** A record of every kind for one order, in one commit; then one more event of each that has one, in another. */
async function everyKind(store: Store, ledger: Ledger<Store>, order: string): Promise<void> {
  let numbers: readonly string[] = [];
  const holds =
    (least: number) =>
    async ({ read }: Store) => {
      for (const [index, kind] of sideKinds.entries()) {
        const record = await read.records(kind).byNumber(numbers[index] as never);
        if (record === null || record.version < (appendOf(kind, '', order, 1) === null ? 1 : least)) return false;
      }
      return true;
    };
  await ledger.attempt(
    `every kind for ${order}`,
    async () => {
      numbers = done(
        await store.transact({
          locks: [],
          load: {},
          decide(loaded) {
            const drawn = sideKinds.map((kind) => numberOf(kind, order, (series) => loaded.nextNumber(series)));
            return { append: appendsOf(drawn, order, 0), answer: drawn };
          },
        }),
      );
    },
    holds(1),
  );
  if (numbers.length > 0)
    await ledger.attempt(
      `more of every kind for ${order}`,
      () => append(store, ...appendsOf(numbers, order, 1)),
      holds(2),
    );
}

const appendsOf = (numbers: readonly string[], order: string, version: 0 | 1): Append[] =>
  sideKinds.flatMap((kind, index) => appendOf(kind, numbers[index] ?? '', order, version) ?? []);

/** Everything a reader can see, for comparing memory with what a restart finds. */
export async function seen({ read, accounts }: Store): Promise<Record<string, unknown>> {
  const records = await Promise.all(allRecordKinds.map(async (kind) => [kind, await read.records(kind).all()]));
  return {
    ...Object.fromEntries(records),
    counts: await read.counts(),
    books: await read.books(),
    demand: await read.openDemand(),
    users: await accounts.users(),
    policies: await accounts.policies(),
    profile: await accounts.profile().catch(() => null),
  };
}

/** A payment points at an order only once it is allocated; that it is there too its number says. */
const pointing = sideKinds.filter((kind) => kind !== 'payment');

/** What is half written, or missing in a series; [] = nothing. */
export async function halves(store: Store): Promise<readonly string[]> {
  const problems = store.damaged.map(({ document, problem }) => `${document}: ${problem}`);
  const numbers: string[] = [];
  for (const { state } of await store.read.records('order').all()) {
    numbers.push(state.number);
    const found = await store.read.order(state.number);
    const has = pointing.map((kind) => (found?.records[kind] ?? []).filter((record) => !isLetter(record)).length);
    if (new Set(has).size > 1) problems.push(`${state.number} has only a part of every kind: ${has}`);
    const versions = pointing.map((kind) => found?.records[kind].map(({ version }) => version).at(0) ?? 0);
    const grown = pointing.map((kind, index) => (appendOf(kind, '', '', 1) === null ? null : versions[index]));
    if (new Set(grown.filter((version) => version !== null)).size > 1)
      problems.push(`${state.number}: only some grew: ${versions}`);
    const letters = (found?.records.paper ?? []).filter(isLetter).length;
    if ((found?.order.version === 3) !== (letters === 1)) problems.push(`${state.number} has only half of its letter`);
  }
  for (const kind of ['shipment', 'payment', 'invoice', 'return'] as const)
    numbers.push(...(await store.read.records(kind).all()).map(({ state }) => (state as { number: string }).number));
  return [...problems, ...gaps(numbers)];
}

const isLetter = ({ state }: { readonly state: object }): boolean =>
  'paper' in state && String(state.paper).endsWith('-L1');
