import { afterEach, beforeEach, describe } from 'vitest';
import type { Store } from '../../../server/ports.ts';
import { changeContract } from './contract/changes.ts';
import { concurrencyContract } from './contract/concurrency.ts';
import { jobContract } from './contract/jobs.ts';
import { keepingContract } from './contract/keeping.ts';
import { positionContract } from './contract/positions.ts';
import { readingContract } from './contract/reading.ts';
import { textContract } from './contract/texts.ts';
import { transactionContract } from './contract/transactions.ts';

/** How the suite gets at an adapter: a store on empty ground, the same ground again, and its removal. */
export interface Ground {
  open(): Promise<Store>;
  discard(): Promise<void>;
}

/** The store a test works on. */
export interface Subject {
  readonly store: Store;
  /** Closes the store and opens it again. */
  reopen(): Promise<Store>;
  /** The store as it is, then as it is after a restart. */
  lives(): AsyncGenerator<Store>;
}

type Suite = (subject: Subject) => void;

/** What is asked of records: deciding, reading, being told. */
export const recordSuites: readonly Suite[] = [
  transactionContract,
  concurrencyContract,
  positionContract,
  readingContract,
  textContract,
  changeContract,
];
const allSuites: readonly Suite[] = [...recordSuites, keepingContract, jobContract];

/** What every store must do, whatever it keeps its records in. */
export function storeContract(name: string, prepare: () => Promise<Ground>, suites = allSuites): void {
  describe(`the store contract: ${name}`, () => {
    let ground: Ground;
    let store: Store;
    beforeEach(async () => {
      ground = await prepare();
      store = await ground.open();
    });
    afterEach(async () => {
      await store.close();
      await ground.discard();
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
    };
    for (const suite of suites) suite(subject);
  });
}
