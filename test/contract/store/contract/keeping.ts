import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CompanyProfile } from '../../../../core/policy/company.ts';
import { standardPolicy } from '../../../../core/policy/policy.ts';
import type { PolicyVersion } from '../../../../core/policy/policy-version.ts';
import type { Account, TokenRecord } from '../../../../server/ports.ts';
import { append, at, priceBook, publish, stockBook } from '../sample-records.ts';
import type { Subject } from '../store-contract.ts';

const profile: CompanyProfile = {
  name: '海港五金有限公司',
  address: '上海市',
  phone: '021-1234',
  locale: 'zh-Hans',
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  taxRate: '0.13',
};
const wang: Account = { id: 'wang', name: '王芳', roles: ['order-desk'], locale: 'zh-Hans' };
const li: Account = { id: 'li', name: '李强', roles: ['order-desk-head'], locale: 'en', passwordHash: 'x' };
const session = (hash: string, expiresAt = '2999-01-01T00:00:00.000Z'): TokenRecord => ({
  hash,
  userId: 'wang',
  kind: 'session',
  createdAt: at('2026-11-21T00:00:00.000Z'),
  expiresAt: at(expiresAt),
});

export function keepingContract(subject: Subject): void {
  describe('published books', () => {
    it('count their versions by kind; the newest is in force', async () => {
      const { store } = subject;
      expect(await store.read.books()).toEqual({ prices: null, stock: null, customers: null });
      await append(store, publish('prices', 1, priceBook('CNY')), publish('stock', 1, stockBook({ A01: '1' })));
      await append(store, publish('prices', 2, priceBook('USD')));
      for await (const now of subject.lives()) {
        const { prices, stock, customers } = await now.read.books();
        expect(prices).toMatchObject({ kind: 'prices', version: 2, by: 'wang', content: { currency: 'USD' } });
        expect(stock).toMatchObject({ version: 1 });
        expect(customers).toBeNull();
      }
    });

    it.each([1, 3])('refuse version %i where 2 is the next', async (version) => {
      const { store } = subject;
      await append(store, publish('prices', 1, priceBook('CNY')));
      await expect(append(store, publish('prices', version, priceBook('USD')))).rejects.toMatchObject({
        code: 'store.version-stale',
      });
      expect((await store.read.books()).prices).toMatchObject({ version: 1, content: { currency: 'CNY' } });
    });
  });

  describe('files', () => {
    it('are found by the hash of their bytes', async () => {
      const bytes = Buffer.from([0, 1, 2, 255, 254]);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      expect(await subject.store.files.put(bytes)).toEqual({ sha256 });
      expect(await subject.store.files.put(bytes)).toEqual({ sha256 });
      for await (const store of subject.lives())
        expect(Buffer.from((await store.files.get(sha256)) ?? [])).toEqual(bytes);
    });

    it('may be empty, and may be missing', async () => {
      const { files } = subject.store;
      const { sha256 } = await files.put(new Uint8Array());
      expect(await files.get(sha256)).toHaveLength(0);
      expect(await files.get('0'.repeat(64))).toBeNull();
      expect(await files.get('../profile.json')).toBeNull();
    });
  });

  describe('accounts', () => {
    it('keep the profile; without one they say so', async () => {
      await expect(subject.store.accounts.profile()).rejects.toMatchObject({ code: 'store.profile-missing' });
      await subject.store.accounts.saveProfile(profile);
      await subject.store.accounts.saveProfile({ ...profile, phone: '021-9' });
      for await (const store of subject.lives())
        expect(await store.accounts.profile()).toEqual({ ...profile, phone: '021-9' });
    });

    it('keep every version of the policy, each once and in turn', async () => {
      const { accounts } = subject.store;
      const version = (number: number, reason: string): PolicyVersion => ({
        version: number,
        at: at('2026-11-21T00:00:00.000Z'),
        by: { userId: 'wang', name: '王芳' },
        reason,
        policy: standardPolicy,
      });
      expect(await accounts.policies()).toEqual([]);
      expect(await accounts.addPolicy(version(2, 'too early'))).toBe(false);
      const atOnce = [version(1, 'first'), version(1, 'as well'), version(2, 'second')];
      expect(await Promise.all(atOnce.map((each) => accounts.addPolicy(each)))).toEqual([true, false, true]);
      for await (const store of subject.lives())
        expect(await store.accounts.policies()).toEqual([version(1, 'first'), version(2, 'second')]);
    });

    it('keep users, the latest form of each', async () => {
      const { accounts } = subject.store;
      expect(await accounts.users()).toEqual([]);
      await Promise.all([accounts.saveUser(wang), accounts.saveUser(li)]);
      await accounts.saveUser({ ...wang, roles: ['shipper'] });
      for await (const store of subject.lives()) {
        const users = [...(await store.accounts.users())].sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(users).toEqual([li, { ...wang, roles: ['shipper'] }]);
      }
    });

    it('give an id or a name once, also to two who ask at once', async () => {
      const { accounts } = subject.store;
      const asked = [wang, { ...wang, name: '王小芳' }, { ...li, name: ' ＷＡＮＧ ' }, li];
      expect(await Promise.all(asked.map((user) => accounts.addUser(user)))).toEqual([true, false, false, true]);
      for await (const store of subject.lives()) expect(await store.accounts.users()).toEqual([wang, li]);
    });

    it('keep tokens until they are dropped', async () => {
      const { accounts } = subject.store;
      await Promise.all(['a', 'b', 'c'].map((hash) => accounts.saveToken(session(hash))));
      await accounts.dropToken('b');
      for await (const store of subject.lives()) {
        expect(await store.accounts.token('a')).toEqual(session('a'));
        expect(await store.accounts.token('b')).toBeNull();
        expect(await store.accounts.token('c')).toEqual(session('c'));
      }
    });
  });

  describe('people', () => {
    const chen = { name: '陈经理', contact: '13800000000' };

    it('are known by a key that tells nothing of them; the same person by the same', async () => {
      const { people } = subject.store;
      const [key, again] = await Promise.all([people.remember(chen), people.remember(chen)]);
      expect(again).toBe(key);
      expect(await people.remember({ name: ' 陈经理', contact: '１３８００００００００' })).toBe(key);
      const namesake = await people.remember({ name: '陈经理' });
      expect(namesake).not.toBe(key);
      expect(`${key} ${namesake}`).not.toMatch(/陈|13800000000/);
      for await (const store of subject.lives()) {
        expect(await store.people.read(key)).toEqual(chen);
        expect(await store.people.read(namesake)).toEqual({ name: '陈经理' });
        expect(await store.people.remember(chen)).toBe(key);
      }
    });

    it('are erased for good: told again, somebody is a new person', async () => {
      const { people } = subject.store;
      const key = await people.remember(chen);
      const other = await people.remember({ name: '李工' });
      await people.erase(key);
      await people.erase(key);
      for await (const store of subject.lives()) {
        expect(await store.people.read(key)).toBeNull();
        expect(await store.people.read(other)).toEqual({ name: '李工' });
      }
      expect(await subject.store.people.remember(chen)).not.toBe(key);
    });
  });
}
