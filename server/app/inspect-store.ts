import { type Audit, auditHistory } from '../../core/history/audit.ts';
import type { Sha256 } from '../../core/history/chain.ts';
import { idInPath } from '../../core/history/id-in-path.ts';
import type { KeptContent } from '../../core/history/inspect/content.ts';
import { type Inspection, inspect } from '../../core/history/inspect/inspect.ts';
import type { PublishedBook, RememberedAnswer, SnapshotPart, StoredRecord, StoredSettings } from '../ports.ts';

/** Judges everything that a store gives out of itself, wherever it is kept. Bytes of files are looked at one by one. */
export async function inspectParts(parts: AsyncIterable<SnapshotPart>, sha256: Sha256): Promise<Inspection> {
  const found = new Collected();
  for await (const part of parts) found.take(part);
  return inspect(found.content(), sha256);
}

/** Judges only whether the history in it is the one that was written. */
export async function auditParts(parts: AsyncIterable<SnapshotPart>, sha256: Sha256): Promise<Audit> {
  const found = new Collected();
  for await (const part of parts) if (part.part === 'record' || part.part === 'lost') found.take(part);
  return auditHistory(found.content(), sha256);
}

class Collected {
  #settings: StoredSettings = { profile: null, policies: [], users: [], tokens: [], people: [] };
  readonly #records: StoredRecord[] = [];
  readonly #books: PublishedBook[] = [];
  readonly #answers: RememberedAnswer[] = [];
  readonly #files = new Set<string>();
  readonly #damaged: { readonly document: string; readonly number: string; readonly problem: string }[] = [];

  take(part: SnapshotPart): void {
    switch (part.part) {
      case 'settings':
        this.#settings = part.settings;
        break;
      case 'book':
        this.#books.push(part.book);
        break;
      case 'record':
        this.#records.push(part.record);
        break;
      case 'answer':
        this.#answers.push(part.answer);
        break;
      case 'file':
        this.#files.add(part.sha256);
        break;
      case 'lost': {
        const { document, problem } = part;
        this.#damaged.push({ document, problem, number: idInPath(document) });
      }
    }
  }

  content(): KeptContent {
    const { profile, policies, people } = this.#settings;
    const stock = this.#newest('stock');
    return {
      records: this.#records,
      books: this.#books.map(({ kind, version }) => ({ kind, version })),
      stock: stock?.kind === 'stock' ? stock.content : null,
      answers: this.#answers,
      files: this.#files,
      hasProfile: profile !== null,
      policies,
      people,
      damaged: this.#damaged,
    };
  }

  #newest(kind: PublishedBook['kind']): PublishedBook | undefined {
    return this.#books
      .filter((book) => book.kind === kind)
      .sort((a, b) => a.version - b.version)
      .at(-1);
  }
}
