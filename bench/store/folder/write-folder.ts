import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Append, Position } from '../../../server/ports.ts';
import { seal } from '../../../server/store/embedded/disk/checksummed.ts';
import { appended, remembering } from '../../../server/store/embedded/records/appended.ts';
import type { StoredDocument } from '../../../server/store/embedded/records/document.ts';
import { Records } from '../../../server/store/embedded/records/records.ts';
import { stockOf } from './office.ts';
import { type Amount, lastDay, officeYears } from './office-years.ts';

/**
 * Writes a data folder with so many orders, as the embedded store would have left it: its own documents, chained and
 * sealed, with the answers they remember. What it spares is the order of time: no document is written twice, and nothing is
 * synced one by one.
 */
export function writeFolder(folder: string, amount: Amount): void {
  const paper = new Writer(folder);
  const book = { kind: 'stock', version: 1, at: `${lastDay}T00:00:00.000Z`, by: 'wang', content: stockOf(lastDay) };
  paper.month([[{ stream: 'book', book } as Append]]);
  for (const commits of officeYears(amount)) paper.month(commits);
}

class Writer {
  readonly #folder: string;
  readonly #made = new Set<string>();
  #position: Position = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Everything committed about records that point at nothing outside. */
  month(commits: readonly (readonly Append[])[]): void {
    const records = new Records();
    for (const append of commits) this.#commit(records, append);
    for (const path of records.documents.keys()) this.#write(path, records.documents.get(path) as StoredDocument);
  }

  #commit(records: Records, append: readonly Append[]): void {
    this.#position += 1;
    const position = this.#position;
    const documents = append.map((each) => appended(records, each, position));
    for (const [index, document] of documents.entries()) {
      // As stage.ts does: the first record that was changed remembers what was answered.
      const key = `wang:${String(position).padStart(8, '0')}-7c1f-4b7e-9a35-2f6a4f0c55aa`;
      const answer = { key, answer: { asked: position, answer: { outcome: 'done', number: document.id } }, position };
      records.put(index === 0 && document.kind !== 'book' ? remembering(document, answer) : document);
    }
  }

  #write(path: string, document: StoredDocument): void {
    const file = join(this.#folder, path);
    const into = dirname(file);
    if (!this.#made.has(into)) mkdirSync(into, { recursive: true, mode: 0o700 });
    this.#made.add(into);
    writeFileSync(file, seal(document));
  }
}
