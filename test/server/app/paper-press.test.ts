import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OrderNumber } from '../../../core/order/state.ts';
import type { Instant } from '../../../core/value/date.ts';
import { PaperNotPrinted, PaperPress } from '../../../server/app/paper-press.ts';
import type { Printed, Printer, Store } from '../../../server/ports.ts';
import { openEmbeddedStore } from '../../../server/store/embedded/open-embedded-store.ts';

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-press-'));
  store = await openEmbeddedStore({ folder });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const at = '2026-11-21T02:00:00.000Z' as Instant;
const stamp = { at, by: { userId: 'wang', name: '王' } };

/** `soon`: it is left to be printed in the background. */
async function issue(paper: string, soon = false): Promise<string> {
  const content = {
    paper,
    kind: 'confirmation-letter',
    locale: 'zh-Hans',
    orders: ['SO-202611-00001' as OrderNumber],
    revision: 1,
    model: { number: paper },
    modelHash: 'hash',
  } as const;
  await store.transact({
    locks: [`paper:${paper}`],
    load: {},
    decide: () => ({
      append: [
        { stream: 'paper', id: paper, version: 0, events: [{ type: 'paper-issued', paper: content, ...stamp }] },
      ],
      answer: null,
      ...(soon && { jobs: [{ kind: 'print-paper', paper } as const] }),
    }),
  });
  return paper;
}

/** A printer whose prints end when the test says so. */
class SlowPrinter implements Printer {
  missingCharacters(): readonly string[] {
    return [];
  }

  readonly begun: string[] = [];
  readonly #gates: (() => void)[] = [];
  fault: Error | null = null;
  async print(model: unknown): Promise<Printed> {
    this.begun.push((model as { number: string }).number);
    await new Promise<void>((resolve) => this.#gates.push(resolve));
    if (this.fault) throw this.fault;
    // No two prints are alike: a second print of one paper would show.
    const pdf = new TextEncoder().encode(`print ${this.begun.length}`);
    return { pdf, sha256: '', pages: 1, templateVersion: 'test' };
  }
  async printFile(): Promise<never> {
    throw new Error('not asked for here');
  }
  async close(): Promise<void> {}

  /** Ends the prints that have begun, and those that begin meanwhile, until `done`. */
  async finish(done: Promise<unknown>): Promise<void> {
    let ended = false;
    const end = () => {
      ended = true;
    };
    done.then(end, end);
    while (!ended) {
      for (const open of this.#gates.splice(0)) open();
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

function openPress(printer: Printer) {
  const faults: PaperNotPrinted[] = [];
  const press = new PaperPress({ store, printer, clock: { now: () => at }, onFault: (fault) => faults.push(fault) });
  return { press, faults };
}

test('however many ask for a paper while it is printed, it is printed once', async () => {
  const printer = new SlowPrinter();
  const { press } = openPress(printer);
  await press.begin();
  const paper = await issue('SO-202611-00001-L1', true);
  const asked = Promise.all([press.pdf(paper), press.pdf(paper)]);
  await printer.finish(asked);
  const [one, two] = await asked;
  expect(one).toEqual(two);
  expect(printer.begun).toEqual([paper]);
  expect((await store.read.records('paper').byNumber(paper))?.state.filed).toMatchObject({
    pages: 1,
    templateVersion: 'test',
  });
});

test('two presses over one store: the first print filed is the original', async () => {
  const printer = new SlowPrinter();
  const paper = await issue('SO-202611-00001-L1');
  const presses = [openPress(printer).press, openPress(printer).press];
  const both = Promise.all(presses.map((press) => press.pdf(paper)));
  await printer.finish(both);
  const events = (await store.read.records('paper').byNumber(paper))?.events.map(({ type }) => type);
  expect(events).toEqual(['paper-issued', 'paper-filed']);
  const [one, two] = await both;
  expect(one).toEqual(two);
  expect(printer.begun).toHaveLength(2);
});

test('a fault in the background is reported, and one paper that fails stops no other', async () => {
  const printer = new SlowPrinter();
  const { press, faults } = openPress(printer);
  const [bad, good] = [await issue('SO-202611-00001-L1', true), await issue('SO-202611-00002-L1', true)];
  printer.fault = Object.assign(new Error('blank'), { code: 'print.blank' });
  await press.begin();
  const first = press.pdf(bad).catch((error: unknown) => error);
  await printer.finish(first);
  printer.fault = null;
  await printer.finish(press.pdf(good));
  expect(await first).toBeInstanceOf(PaperNotPrinted);
  expect(faults.map(({ paper, code }) => [paper, code])).toEqual([[bad, 'print.blank']]);
  expect(press.faultOf(bad)?.code).toBe('print.blank');
  expect((await store.read.records('paper').byNumber(good))?.state.filed).toBeDefined();
});

test('a print that failed in the background is tried again by the store, and told each time', async () => {
  await store.close();
  store = await openEmbeddedStore({ folder, jobs: { pause: async () => undefined } });
  const printer = new SlowPrinter();
  const { press, faults } = openPress(printer);
  const paper = await issue('SO-202611-00001-L1', true);
  printer.fault = new Error('no browser');
  await press.begin();
  while (faults.length < 2) await printer.finish(new Promise((resolve) => setImmediate(resolve)));
  printer.fault = null;
  const isFiled = async () => (await store.read.records('paper').byNumber(paper))?.state.filed !== undefined;
  while (!(await isFiled())) await printer.finish(new Promise((resolve) => setImmediate(resolve)));
  expect(press.faultOf(paper)).toBeUndefined();
});

test('a paper that was printed for somebody meanwhile is not printed again in the background', async () => {
  const printer = new SlowPrinter();
  const { press, faults } = openPress(printer);
  const paper = await issue('SO-202611-00001-L1', true);
  await printer.finish(press.pdf(paper));
  const { sha256 = '' } = (await store.read.records('paper').byNumber(paper))?.state.filed ?? {};
  // Nor is its file even looked at.
  await rm(join(folder, 'files', sha256.slice(0, 2), sha256));
  await press.begin();
  const next = await issue('SO-202611-00002-L1', true);
  while (printer.begun.length < 2) await printer.finish(new Promise((resolve) => setImmediate(resolve)));
  await printer.finish(press.close());
  expect(printer.begun).toEqual([paper, next]);
  expect(faults).toEqual([]);
});

test('closing waits for the paper in hand and begins no other', async () => {
  const printer = new SlowPrinter();
  const { press } = openPress(printer);
  const first = await issue('SO-202611-00001-L1', true);
  await issue('SO-202611-00002-L1', true);
  await press.begin();
  while (printer.begun.length === 0) await new Promise((resolve) => setImmediate(resolve));
  await printer.finish(press.close());
  expect(printer.begun).toEqual([first]);
  expect((await store.read.records('paper').byNumber(first))?.state.filed).toBeDefined();
  await issue('SO-202611-00003-L1', true);
  expect(printer.begun).toEqual([first]);
});
