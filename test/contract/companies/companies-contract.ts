import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CompanyProfile } from '../../../core/policy/company.ts';
import type { Instant } from '../../../core/value/date.ts';
import type { Clock, Store } from '../../../server/ports.ts';
import type { CompanyStores, CompanyToOpen } from '../../../server/store/company-stores.ts';

/** How the suite gets at an adapter: a place without companies, and its removal. */
export interface CompaniesGround {
  /** Another server on the same place. */
  server(clock: Clock): Promise<CompanyStores>;
  /** How many of them may work on one company at once. */
  readonly servers: 1 | 'many';
  discard(): Promise<void>;
}

const clock: Clock = { now: () => '2026-11-21T02:00:00.000Z' as Instant };
const profile = (name: string): CompanyProfile => ({
  name,
  address: '',
  phone: '',
  locale: 'zh-Hans',
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  taxRate: '0.13',
});
const company = (id: string, more: Partial<CompanyToOpen> = {}): CompanyToOpen => ({
  id,
  sample: false,
  clock,
  prepare: async () => {},
  ...more,
});
const named = (name: string) => async (store: Store) => store.accounts.saveProfile(profile(name));

/** What every place where companies live must do. */
export function companiesContract(name: string, prepare: () => Promise<CompaniesGround>): void {
  describe(`the contract of where companies live: ${name}`, () => {
    let ground: CompaniesGround;
    let place: CompanyStores;
    const opened: { close(): Promise<void> }[] = [];
    const kept = async <Closable extends { close(): Promise<void> }>(opening: Promise<Closable>): Promise<Closable> => {
      opened.push(await opening);
      return opening;
    };
    beforeEach(async () => {
      ground = await prepare();
      place = await kept(ground.server(clock));
    });
    afterEach(async () => {
      for (const each of opened.splice(0).reverse()) await each.close();
      await ground.discard();
    });

    test('is named without a secret, and begins without a company of anybody', async () => {
      expect(place.place).not.toMatch(/:[^@/]*@/);
      expect(await place.own()).toEqual([]);
    });

    test('a company that was made is there, for other servers too, with what it began with', async () => {
      expect(await place.make('own', clock, named('甬江五金行'))).toBe(true);
      expect(await place.own()).toEqual(['own']);
      const elsewhere = await kept(ground.server(clock));
      expect(await elsewhere.own()).toEqual(['own']);
      const store = await kept(elsewhere.open(company('own')));
      expect((await store.accounts.profile()).name).toBe('甬江五金行');
    });

    test('one that is there is not made again', async () => {
      await place.make('own', clock, named('甬江五金行'));
      expect(await place.make('own', clock, named('别家'))).toBe(false);
      const store = await kept(place.open(company('own')));
      expect((await store.accounts.profile()).name).toBe('甬江五金行');
    });

    test('one whose making failed is not there, and can be made afterwards', async () => {
      const failing = place.make('own', clock, async (store) => {
        await store.accounts.addUser({ id: 'admin', name: '王芳', roles: ['sales'], locale: 'en' });
        throw new Error('the power went');
      });
      await expect(failing).rejects.toThrow('the power went');
      expect(await place.own()).toEqual([]);
      expect(await place.make('own', clock, named('甬江五金行'))).toBe(true);
      const store = await kept(place.open(company('own')));
      expect(await store.accounts.users()).toEqual([]);
    });

    test('a sample is made when it is opened, is nobody’s own, and is found as it was left', async () => {
      const sample = company('hardware', { sample: true, prepare: named('恒鑫五金') });
      const store = await place.open(sample);
      await store.close();
      expect(await place.own()).toEqual([]);
      const again = await kept(place.open({ ...sample, prepare: async () => {} }));
      expect((await again.accounts.profile()).name).toBe('恒鑫五金');
    });

    test('one that could not be prepared is let go of and can be opened again', async () => {
      const sample = company('hardware', { sample: true });
      const failing = place.open({ ...sample, prepare: () => Promise.reject(new Error('no books')) });
      await expect(failing).rejects.toThrow('no books');
      await kept(place.open(sample));
    });

    test('companies don’t see each other', async () => {
      const sample = { sample: true } as const;
      const first = await kept(place.open(company('first', { ...sample, prepare: named('一') })));
      const second = await kept(place.open(company('second', { ...sample, prepare: named('二') })));
      await first.accounts.addUser({ id: 'li', name: '李强', roles: ['sales'], locale: 'en' });
      expect(await second.accounts.users()).toEqual([]);
      expect((await first.accounts.profile()).name).toBe('一');
    });

    test('what is done unless somebody is at it is done by one at a time, on however many servers', async ({
      skip,
    }) => {
      skip(ground.servers === 1, 'one process owns a folder');
      const other = await kept(ground.server(clock));
      const done: string[] = [];
      await place.unlessBusy('backup', async () => {
        await other.unlessBusy('backup', async () => void done.push('the same meanwhile'));
        await other.unlessBusy('another', async () => void done.push('something else'));
      });
      await other.unlessBusy('backup', async () => void done.push('the same later'));
      expect(done).toEqual(['something else', 'the same later']);
    });

    test('one that is being filled from another store is nobody’s yet, and filled by one at a time', async () => {
      const settings = { profile: profile('甬江五金行'), policies: [], users: [], tokens: [], people: [] };
      const filler = await place.fill('own', clock);
      await filler.put([{ part: 'settings', settings }]);
      await expect(place.fill('own', clock)).rejects.toMatchObject({ code: 'store.locked' });
      await expect(place.open(company('own'))).rejects.toMatchObject({
        code: ground.servers === 1 ? 'store.locked' : 'store.unfinished',
      });
      await filler.finish();
      await filler.close();
      expect(await place.own()).toEqual(['own']);
      const store = await place.open(company('own'));
      expect((await store.accounts.profile()).name).toBe('甬江五金行');
      await store.close();
      await expect(place.fill('own', clock)).rejects.toMatchObject({ code: 'store.not-empty' });
    });

    test('however many servers start together, one prepares at a time and one makes the company', async ({ skip }) => {
      skip(ground.servers === 1, 'one process owns a folder');
      const servers = await Promise.all(Array.from({ length: 3 }, () => kept(ground.server(clock))));
      let within = 0;
      let most = 0;
      const prepareAlone = async (store: Store) => {
        within += 1;
        most = Math.max(most, within);
        await store.accounts.saveProfile(profile('恒鑫五金'));
        within -= 1;
      };
      const sample = company('hardware', { sample: true, prepare: prepareAlone });
      await Promise.all(servers.map((server) => kept(server.open(sample))));
      expect(most).toBe(1);
      const made = await Promise.all(servers.map((server, nth) => server.make('own', clock, named(`${nth}`))));
      expect(made.filter(Boolean)).toHaveLength(1);
    });
  });
}
