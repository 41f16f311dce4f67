import { describe, expect, it, vi } from 'vitest';
import type { Append, Job, Store } from '../../../../server/ports.ts';
import { issued, paperAppend, post } from '../sample-records.ts';
import type { Subject } from '../store-contract.ts';

const jobFor = (paper: string): Job => ({ kind: 'print-paper', paper });

/** A decision that leaves work behind. */
const leave = (store: Store, jobs: readonly Job[], appends: readonly Append[] = [], requestKey?: string) =>
  store.transact({
    ...(requestKey !== undefined && { requestKey }),
    locks: [],
    load: {},
    decide: () => ({ append: appends, answer: null, jobs }),
  });

/** Takes jobs from now on; a paper that `fails` names throws. */
async function takeJobs(store: Store, fails: (paper: string) => boolean = () => false) {
  const taken: string[] = [];
  const work = await store.jobs.work(async ({ paper }) => {
    taken.push(paper);
    if (fails(paper)) throw new Error('the printer is on fire');
  });
  return { taken, stop: () => work.stop() };
}

/** Taking may be a matter of milliseconds or, over a network, of seconds. */
const soon = (expected: () => void | Promise<void>) => vi.waitFor(expected, { timeout: 60_000, interval: 20 });

export function jobContract(subject: Subject): void {
  describe('jobs', { timeout: 120_000 }, () => {
    it('are taken after their commit, one after another, each once', async () => {
      const { store } = subject;
      const running: string[] = [];
      let most = 0;
      const seen: (number | undefined)[] = [];
      const work = await store.jobs.work(async ({ paper }) => {
        running.push(paper);
        most = Math.max(most, running.length);
        seen.push((await store.read.records('paper').byNumber(paper))?.version);
        running.pop();
      });
      const number = 'SO-202611-00001';
      const papers = [1, 2, 3].map((revision) => `${number}-L${revision}`);
      for (const paper of papers) await leave(store, [jobFor(paper)], [paperAppend(paper, 0, issued(paper, number))]);
      await soon(() => expect(seen).toEqual([1, 1, 1]));
      expect(most).toBe(1);
      await work.stop();
    });

    it('wait for somebody to take them, also over a restart, and are gone when they are done', async () => {
      await leave(subject.store, [jobFor('a'), jobFor('b')]);
      const first = await takeJobs(await subject.reopen());
      await soon(() => expect([...first.taken].sort()).toEqual(['a', 'b']));
      await first.stop();

      // Whatever else waited would come before this one, or with it.
      const second = await takeJobs(await subject.reopen());
      await leave(subject.store, [jobFor('c')]);
      await soon(() => expect(second.taken).toContain('c'));
      await second.stop();
      expect(second.taken).toEqual(['c']);
    });

    it('come of a commit that was kept, and of nothing else', async () => {
      const { store } = subject;
      await post(store);
      const { taken, stop } = await takeJobs(store);
      const stale = leave(store, [jobFor('stale')], [paperAppend('P-1', 3, issued('P-1', 'SO-202611-00001'))]);
      await expect(stale).rejects.toMatchObject({ code: 'store.version-stale' });
      for (const _ of ['first', 'again']) await leave(store, [jobFor('once')], [], 'wang:1');
      await leave(store, [jobFor('last')]);
      await soon(() => expect(taken).toContain('last'));
      await stop();
      expect([...taken].sort()).toEqual(['last', 'once']);
    });

    it('come again when their handler throws, and stop no other', async () => {
      const { store } = subject;
      let failures = 0;
      const { taken, stop } = await takeJobs(store, (paper) => paper === 'bad' && failures++ === 0);
      await leave(store, [jobFor('bad')]);
      await leave(store, [jobFor('good')]);
      await soon(() => expect([...taken].sort()).toEqual(['bad', 'bad', 'good']));
      await stop();
    });

    it('are left alone once stopped; the one in hand is finished first', async () => {
      const { store } = subject;
      const hand = Promise.withResolvers<void>();
      const ended: string[] = [];
      const taken: string[] = [];
      const work = await store.jobs.work(async ({ paper }) => {
        taken.push(paper);
        await hand.promise;
        ended.push(paper);
      });
      await leave(store, [jobFor('a')]);
      await soon(() => expect(taken).toEqual(['a']));
      await leave(store, [jobFor('b')]);
      const stopped = work.stop().then(() => [...ended]);
      hand.resolve();
      expect(await stopped).toEqual(['a']);
      expect(taken).toEqual(['a']);

      const next = await takeJobs(store);
      await soon(() => expect(next.taken).toEqual(['b']));
      await next.stop();
    });
  });
}
