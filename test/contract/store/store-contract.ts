import { afterEach, beforeEach, describe } from 'vitest';
import type { Filler, Store } from '../../../server/ports.ts';
import { changeContract } from './contract/changes.ts';
import { concurrencyContract } from './contract/concurrency.ts';
import { jobContract } from './contract/jobs.ts';
import { keepingContract } from './contract/keeping.ts';
import { positionContract } from './contract/positions.ts';
import { readingContract } from './contract/reading.ts';
import { snapshotContract } from './contract/snapshots.ts';
import { textContract } from './contract/texts.ts';
import { transactionContract } from './contract/transactions.ts';

/** How the suite gets at an adapter: a store on empty ground, the same ground again, a copy put there, and its removal. */
export interface Ground {
  open(): Promise<Store>;
  /** To fill the ground from a snapshot instead, before it was ever opened. */
  fill(): Promise<Filler>;
  discard(): Promise<void>;
}

/** The store a test works on. */
export interface Subject {
  readonly store: Store;
  /** Closes the store and opens it again. */
  reopen(): Promise<Store>;
  /** The store as it is, then as it is after a restart. */
  lives(): AsyncGenerator<Store>;
  /** Other empty ground, which is removed after the test. */
  elsewhere(): Promise<Ground>;
}

/** What every store must do, whatever it keeps its records in. */
export function storeContract(name: string, prepare: () => Promise<Ground>): void {
  describe(`the store contract: ${name}`, () => {
    let ground: Ground;
    let store: Store;
    let others: Ground[] = [];
    beforeEach(async () => {
      ground = await prepare();
      store = await ground.open();
    });
    afterEach(async () => {
      await store.close();
      for (const each of [ground, ...others]) await each.discard();
      others = [];
    });
    const subject: Subject = {
      get store() {
        return store;
      },
      async reopen() {
        await store.close();
        store = await ground.open();
        return store;
      },
      async *lives() {
        yield store;
        yield await subject.reopen();
      },
      async elsewhere() {
        const other = await prepare();
        others.push(other);
        return other;
      },
    };
    transactionContract(subject);
    concurrencyContract(subject);
    positionContract(subject);
    readingContract(subject);
    textContract(subject);
    keepingContract(subject);
    jobContract(subject);
    changeContract(subject);
    snapshotContract(subject);
  });
}
