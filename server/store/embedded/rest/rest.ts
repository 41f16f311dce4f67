import type { OrderNumber } from '../../../../core/order/state.ts';
import type { Clock } from '../../../ports.ts';
import type { DurableDisk } from '../disk/durable-disk.ts';
import type { WriteGate } from '../folder/write-gate.ts';
import type { Catalogue } from '../read/catalogue.ts';
import type { StoredDocument } from '../records/document.ts';
import type { Records } from '../records/records.ts';
import { DocumentReader } from '../start/document-reader.ts';
import type { GroupIndex } from './group-index.ts';
import type { Saving } from './index-file.ts';
import { Laying, versionInMemory } from './laying.ts';
import { RestFiles } from './rest-files.ts';
import { RestJudge } from './rest-judge.ts';
import type { RestPolicy } from './rest-policy.ts';
import { type DocumentKey, groupOf, isRestDocument, keyOf, nameOf } from './rest-row.ts';
import { RestState } from './rest-state.ts';
import { type Distrusted, Waking } from './waking.ts';

interface RestParts {
  readonly disk: DurableDisk;
  readonly gate: WriteGate;
  /** What is committed. */
  readonly records: Records;
  readonly catalogue: Catalogue;
  readonly policy: RestPolicy;
  readonly clock: Clock;
  /** A document at rest turned out to be damaged, and was set aside. */
  onDamage(): Promise<void>;
}

/** Documents at rest, and the index that tells of them: a copy of what the documents say, on the disk to be read at a start. */
export class Rest {
  readonly waking: Waking;
  readonly laying: Laying;
  readonly #parts: RestParts;
  readonly #state: RestState;
  readonly #files: RestFiles;
  /** Documents that are being looked into because they aren't what the index says. */
  readonly #distrusting = new Map<string, Promise<void>>();
  #timer: NodeJS.Timeout | null = null;
  #working: Promise<void> = Promise.resolve();

  private constructor(parts: RestParts, state: RestState) {
    const { disk, records, catalogue, policy, clock } = parts;
    this.#parts = parts;
    this.#state = state;
    this.#files = new RestFiles(disk);
    const judge = new RestJudge(records, policy, clock);
    const distrust = (key: DocumentKey, path: string, read: Distrusted) => this.#distrust(key, path, read);
    const shared = { records, catalogue, files: this.#files, judge };
    this.waking = new Waking({ ...shared, disk, limit: policy.awake, distrust });
    this.laying = new Laying({ ...shared, waking: this.waking });
  }

  /** Loads what can be believed of the saved index. What it doesn't tell of has to be read from the documents then. */
  static async open(parts: RestParts): Promise<Rest> {
    const rest = new Rest(parts, await RestState.open(parts.disk, parts.gate));
    const { records } = parts;
    for await (const [group, index] of rest.#files.load(rest.#state)) {
      records.resting.replace(group, index);
      records.markPositionUsed(index.facts.position);
      for (const [series, sequence] of Object.entries(index.facts.counters)) records.markSequenceUsed(series, sequence);
    }
    for (const name of rest.#state.changed) records.resting.distrust(keyOf(name));
    return rest;
  }

  /** Before documents are written: those that the index tells of are noted as changed. Throws StoreFault. */
  async noteChanges(documents: Iterable<StoredDocument>): Promise<void> {
    const names: string[] = [];
    for (const document of documents) {
      if (!isRestDocument(document) || !this.#state.mayBeSaved(groupOf(document))) continue;
      if (this.#parts.records.resting.versionOf(document) !== null) names.push(nameOf(document));
    }
    if (names.length > 0) await this.#state.note(names);
  }

  /** Puts to rest what may, now and then, until it is closed. */
  begin(): void {
    const { everyMs } = this.#parts.policy;
    if (this.laying.unsaved.size > 0) this.#work(() => this.#save());
    if (everyMs === 0) return;
    this.#timer = setInterval(() => this.#work(() => this.#layAndSave()), everyMs);
    this.#timer.unref();
  }

  /** A round of decisions is on the disk. */
  committed(): void {
    if (this.#parts.policy.everyMs > 0) return;
    const laid = this.waking.whenFree(() => this.laying.layAllAtOnce());
    this.#work(async () => {
      await laid;
      await this.#save();
    });
  }

  /** Saves what is at rest. Nothing is lost by it when it can't be. */
  async close(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#work(() => this.#layAndSave());
    await this.#working;
  }

  /** One piece of work after another. */
  #work(work: () => Promise<void>): void {
    this.#working = this.#working.then(work).catch((error: unknown) => {
      // The documents have it all; what isn't saved now is saved the next time, or read at the next start.
      console.warn('store: the index of what is at rest could not be saved:', error);
    });
  }

  async #layAndSave(): Promise<void> {
    await this.laying.layToRest([...this.#parts.records.documents.keys()]);
    await this.#save();
  }

  async #save(): Promise<void> {
    const { unsaved } = this.laying;
    const saved = new Map<string, GroupIndex>();
    const savings = new Map<string, Saving>();
    if (unsaved.size > 0) await this.#state.prepare();
    for (const group of [...unsaved]) {
      const begun = await this.waking.whenFree(() => this.#beginSaving(group));
      if (begun === null) continue;
      const { index, saving } = begun;
      try {
        await this.#parts.gate.expectOpen();
        await this.#files.save(group, index, saving);
      } catch (error) {
        unsaved.add(group);
        throw error;
      }
      saved.set(group, index);
      savings.set(group, saving);
    }
    if (saved.size === 0) return;
    // A change that is on its way to the disk was noted, and isn't in memory yet: the note would be lost.
    const confirming = await this.waking.whenFree(() => ({
      done: this.#state.confirm(savings, this.#containedIn(saved)),
    }));
    await confirming.done;
  }

  /**
   * From now on changes of the group are noted. Those before were not, when nothing was saved of it: so what they made untrue is left
   * out. Call it when no decision is on its way to the disk.
   */
  #beginSaving(group: string): { readonly index: GroupIndex; readonly saving: Saving } | null {
    this.laying.unsaved.delete(group);
    const index = this.laying.trueIndex(group);
    return index === null ? null : { index, saving: this.#state.nextSaving(group) };
  }

  /** Of what was noted as changed, that of which the saved groups tell as it is, or don't tell at all. */
  #containedIn(saved: ReadonlyMap<string, GroupIndex>): ReadonlySet<string> {
    const { records } = this.#parts;
    const isContained = (key: DocumentKey): boolean => {
      const index = saved.get(groupOf(key));
      if (index === undefined) return false;
      const row = index.rowOf(key);
      const now = versionInMemory(records, key) ?? records.resting.versionOf(key);
      return row < 0 || index.versionAt(row) === now;
    };
    return new Set(this.#state.changed.filter((name) => isContained(keyOf(name))));
  }

  #distrust(key: DocumentKey, path: string, read: Distrusted): Promise<void> {
    const running = this.#distrusting.get(path);
    if (running !== undefined) return running;
    const looking = this.#takeAsItIs(key, path, read).finally(() => this.#distrusting.delete(path));
    this.#distrusting.set(path, looking);
    return looking;
  }

  /** The document counts, or what is left of it. */
  async #takeAsItIs(key: DocumentKey, path: string, read: Distrusted): Promise<void> {
    const { disk, records, catalogue, onDamage } = this.#parts;
    await this.#state.note([nameOf(key)]);
    const isWhole = await new DocumentReader(disk, records).take(path, read);
    records.resting.distrust(key);
    if (key.kind === 'order') catalogue.refresh(new Set([key.id as OrderNumber]));
    if (!isWhole) await onDamage();
    await this.waking.wakeAround([key]);
  }
}
