import { DurableAdapter, isDamage } from '../disk/durable-adapter.ts';
import type { DurableDisk } from '../disk/durable-disk.ts';
import type { GroupIndex } from './group-index.ts';
import { type Saving, sealIndex, unsealIndex } from './index-file.ts';
import { type RestState, restFolder } from './rest-state.ts';

type Texts = Readonly<Record<string, string>>;

const indexEnd = '.index';

/** The saved index: `index/2026-03.index`, and `index/2026-03.texts.json` with what a search looks through. */
export class RestFiles {
  readonly #disk: DurableDisk;
  /** Search texts that aren't on the disk yet, by group. */
  readonly #unsaved = new Map<string, Map<string, string>>();

  constructor(disk: DurableDisk) {
    this.#disk = disk;
  }

  /** What can be believed of what was saved; the rest is there to be made anew from the documents. */
  async *load(state: RestState): AsyncGenerator<readonly [group: string, GroupIndex]> {
    for (const { name } of await this.#disk.list(restFolder)) {
      if (!name.endsWith(indexEnd)) continue;
      const group = name.slice(0, -indexEnd.length);
      const bytes = await this.#disk.read(`${restFolder}/${name}`);
      const found = bytes === null ? null : unsealIndex(bytes);
      if (found !== null && state.believes(group, found.saving)) yield [group, found.index];
    }
  }

  /** To be kept with the group when it is saved next. */
  addText(group: string, number: string, text: string): void {
    const texts = this.#unsaved.get(group) ?? new Map<string, string>();
    this.#unsaved.set(group, texts.set(number, text));
  }

  /** By order; what is missing, or damaged, the orders themselves know. */
  async texts(group: string): Promise<ReadonlyMap<string, string>> {
    const saved = Object.entries(await this.#savedTexts(group));
    return new Map([...saved, ...(this.#unsaved.get(group) ?? [])]);
  }

  /** Both are on the disk when it resolves: the texts first, so that no index stands there without. */
  async save(group: string, index: GroupIndex, saving: Saving): Promise<void> {
    const unsaved = this.#unsaved.get(group);
    const known = new Map([...Object.entries(await this.#savedTexts(group)), ...(unsaved ?? [])]);
    const texts: Record<string, string> = {};
    const [from, to] = index.rangeOf('order');
    for (let row = from; row < to; row += 1) {
      const number = index.idAt(row);
      const text = known.get(number);
      if (text !== undefined) texts[number] = text;
    }
    await this.#textFile(group).write(texts);
    await this.#write(`${restFolder}/${group}${indexEnd}`, sealIndex(index, saving));
    for (const [number, text] of unsaved ?? []) if (texts[number] === text) unsaved?.delete(number);
    if (unsaved?.size === 0) this.#unsaved.delete(group);
  }

  async #savedTexts(group: string): Promise<Texts> {
    try {
      return (await this.#textFile(group).read()) ?? {};
    } catch (error) {
      if (isDamage(error)) return {};
      throw error;
    }
  }

  #textFile(group: string): DurableAdapter<Texts> {
    const path = `${restFolder}/${group}.texts.json`;
    return new DurableAdapter<Texts>(this.#disk, path, ({ bytes }) => this.#write(path, bytes));
  }

  #write(path: string, bytes: Uint8Array): Promise<void> {
    return this.#disk.write([{ path, bytes, keepPrevious: false }]);
  }
}
