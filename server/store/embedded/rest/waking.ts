import type { OrderNumber } from '../../../../core/order/state.ts';
import type { DurableDisk } from '../disk/durable-disk.ts';
import type { Catalogue, RestTexts } from '../read/catalogue.ts';
import { documentPath, type StoredDocument } from '../records/document.ts';
import type { Records } from '../records/records.ts';
import { notItself, readEach } from '../start/document-files.ts';
import { AtRest, type Wanted } from './at-rest.ts';
import type { RestFiles } from './rest-files.ts';
import type { RestJudge } from './rest-judge.ts';
import type { DocumentKey, RestDocument } from './rest-row.ts';

/** What a document is when it was read and isn't what the index says. */
export type Distrusted = PromiseSettledResult<StoredDocument | null>;

interface WakingParts {
  readonly disk: DurableDisk;
  /** What is committed. */
  readonly records: Records;
  readonly catalogue: Catalogue;
  readonly files: RestFiles;
  readonly judge: RestJudge;
  /** How many documents stay awake that could rest. */
  readonly limit: number;
  /** Takes in what is on the disk instead of what the index says; afterwards the index doesn't tell of it any more. */
  distrust(key: DocumentKey, path: string, read: Distrusted): Promise<void>;
}

/** Documents read for one attempt; they are wanted until it is done. */
interface Attempt {
  readonly documents: Map<string, RestDocument>;
  readonly texts: Map<string, ReadonlyMap<string, string>>;
}

/**
 * Reads documents at rest into memory when somebody looks at them, and lets those go again that were looked at longest ago.
 * Whoever looks is stopped by AtRest and begins again when they are there: so he must have done nothing yet.
 */
export class Waking {
  readonly #parts: WakingParts;
  /** That could rest again, by their paths; longest awake first. */
  readonly #awake = new Map<string, DocumentKey>();
  readonly #whenFree: (() => void)[] = [];
  #holders = 0;

  constructor(parts: WakingParts) {
    this.#parts = parts;
  }

  /** The answer of `compute`, whatever has to be read for it. It sees one moment: it runs without a pause. */
  async attempt<Answer>(compute: (texts: RestTexts) => Answer): Promise<Answer> {
    const attempt: Attempt = { documents: new Map(), texts: new Map() };
    for (;;) {
      this.#takeIn(attempt);
      try {
        return compute(attempt.texts);
      } catch (error) {
        if (!(error instanceof AtRest)) throw error;
        await this.#read(error.wanted, attempt);
      } finally {
        this.letGo();
      }
    }
  }

  /** Nothing leaves memory until the answer is called: a decision over it is on its way to the disk. */
  hold(): () => void {
    this.#holders += 1;
    return () => {
      this.#holders -= 1;
      if (this.#isHeld) return;
      for (const action of this.#whenFree.splice(0)) action();
      this.letGo();
    };
  }

  /** Runs the action, without a pause, when no decision is on its way to the disk. */
  whenFree<Result>(action: () => Result): Promise<Result> {
    return new Promise((resolve, reject) => {
      const run = () => {
        try {
          resolve(action());
        } catch (error) {
          reject(error);
        }
      };
      if (this.#isHeld) this.#whenFree.push(run);
      else run();
    });
  }

  /** Puts back to rest what is awake beyond the limit. */
  letGo(): void {
    if (this.#isHeld) return;
    for (const [path, key] of this.#awake) {
      if (this.#awake.size <= this.#parts.limit) return;
      this.#awake.delete(path);
      this.#sleep(path, key);
    }
  }

  /** Wakes the orders that these documents point at, and what points at the orders among them. */
  async wakeAround(keys: readonly DocumentKey[]): Promise<void> {
    const { records } = this.#parts;
    await this.attempt(() => {
      const orders = keys.flatMap(({ kind, id }) =>
        kind === 'order' ? [id as OrderNumber] : kind === 'answer' ? [] : records.of(kind).ordersOf(id as never),
      );
      records.of('order').getAll([...new Set(orders)]);
      const own = keys.flatMap(({ kind, id }) => (kind === 'order' ? [id as OrderNumber] : []));
      records.pointingAt(own);
      for (const order of new Set(orders)) records.demand.update(order);
    });
  }

  get #isHeld(): boolean {
    return this.#holders > 0;
  }

  #takeIn({ documents }: Attempt): void {
    const { records, catalogue } = this.#parts;
    const orders = new Set<OrderNumber>();
    for (const [path, document] of documents) {
      const key: DocumentKey = document;
      if (!records.resting.has(key)) continue;
      if (records.resting.versionOf(key) !== document.version) {
        documents.delete(path); // it was changed and put to rest again meanwhile
        continue;
      }
      records.put(document);
      records.resting.wake(key);
      this.#awake.set(path, { kind: key.kind, id: key.id });
      if (key.kind === 'order') orders.add(key.id as OrderNumber);
    }
    catalogue.refresh(orders);
  }

  #sleep(path: string, key: DocumentKey): void {
    const { records, catalogue, judge } = this.#parts;
    const document = records.documents.get(path) as RestDocument | undefined;
    const isUnchanged = document !== undefined && document.version === records.resting.versionOf(key);
    // One that changed, or takes part in something again, is put to rest when its time comes.
    if (!isUnchanged || !judge.judge()(document)) return;
    records.forget(document);
    records.resting.sleep(key);
    if (key.kind === 'order') catalogue.forget(key.id as OrderNumber);
  }

  async #read({ documents, withRecords = false, texts = [] }: Wanted, attempt: Attempt): Promise<void> {
    const { disk, records, files } = this.#parts;
    for (const group of texts) attempt.texts.set(group, await files.texts(group));
    const beside = withRecords
      ? documents.filter(({ kind }) => kind === 'order').map(({ id }) => id as OrderNumber)
      : [];
    const keys = [...documents, ...beside.flatMap((order) => records.resting.pointingAt(order))];
    const wanted = new Map(keys.map((key) => [documentPath(key as RestDocument), key]));
    for await (const { path, read } of readEach(disk, [...wanted.keys()])) {
      const key = wanted.get(path) as DocumentKey;
      const document = read.status === 'fulfilled' && notItself(path, read.value) === null ? read.value : null;
      if (document?.version === records.resting.versionOf(key) && document !== null)
        attempt.documents.set(path, document as RestDocument);
      else if (records.resting.has(key)) await this.#parts.distrust(key, path, read);
    }
  }
}
