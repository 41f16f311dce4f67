import { setImmediate as pause } from 'node:timers/promises';
import type { OrderNumber } from '../../../../core/order/state.ts';
import type { Catalogue } from '../read/catalogue.ts';
import type { Records } from '../records/records.ts';
import { type GroupIndex, merged } from './group-index.ts';
import type { RestFiles } from './rest-files.ts';
import type { RestJudge } from './rest-judge.ts';
import { type DocumentKey, groupOf, isRestDocument, nameOf, type RestDocument, rowOf } from './rest-row.ts';
import type { Waking } from './waking.ts';

/** Judged without a pause: a few milliseconds. */
const atOnce = 500;

interface LayingParts {
  /** What is committed. */
  readonly records: Records;
  readonly catalogue: Catalogue;
  readonly files: RestFiles;
  readonly judge: RestJudge;
  readonly waking: Waking;
}

/** Puts documents to rest: from now on the index tells of them, and memory doesn't hold them any more. */
export class Laying {
  /** Groups whose index isn't on the disk as it is. */
  readonly unsaved = new Set<string>();
  readonly #parts: LayingParts;

  constructor(parts: LayingParts) {
    this.#parts = parts;
  }

  /** Those of the documents at these paths that may rest, in small steps between which everybody else has his turn. */
  async layToRest(paths: readonly string[]): Promise<void> {
    const { waking } = this.#parts;
    const found = new Map<string, string[]>();
    for (let from = 0; from < paths.length; from += atOnce) {
      await waking.whenFree(() => this.#judge(paths.slice(from, from + atOnce), found));
      await pause();
    }
    for (const [group, ofGroup] of found) {
      await waking.whenFree(() => this.#lay(group, ofGroup));
      await pause();
    }
  }

  /** The same for all that are in memory, in one step. Call it when no decision is on its way to the disk. */
  layAllAtOnce(): void {
    const found = new Map<string, string[]>();
    this.#judge([...this.#parts.records.documents.keys()], found);
    for (const [group, paths] of found) this.#lay(group, paths);
  }

  /** The index of a group without what isn't true any more; null when there is none. */
  trueIndex(group: string): GroupIndex | null {
    const { resting } = this.#parts.records;
    const index = resting.group(group);
    if (index === undefined) return null;
    const isKept = (key: DocumentKey) => this.#isTrue(key);
    if (Array.from({ length: index.size }, (_, row) => index.keyAt(row)).every(isKept)) return index;
    const left = merged(index, isKept, [], 0);
    resting.replace(group, left);
    return left;
  }

  #judge(paths: readonly string[], found: Map<string, string[]>): void {
    for (const { path, document } of this.#mayRest(paths)) {
      const ofGroup = found.get(groupOf(document));
      if (ofGroup) ofGroup.push(path);
      else found.set(groupOf(document), [path]);
    }
  }

  /** The documents in memory that may rest. */
  #mayRest(paths: readonly string[]): readonly { readonly path: string; readonly document: RestDocument }[] {
    const mayRest = this.#parts.judge.judge();
    return paths.flatMap((path) => {
      const document = this.#parts.records.documents.get(path);
      return document !== undefined && isRestDocument(document) && mayRest(document) ? [{ path, document }] : [];
    });
  }

  #lay(group: string, paths: readonly string[]): void {
    const { records, catalogue } = this.#parts;
    // Much may have happened since they were judged.
    const documents = this.#mayRest(paths).map(({ document }) => document);
    const told = documents.filter((document) => records.resting.versionOf(document) !== document.version);
    if (told.length > 0) this.#tell(group, told);
    for (const document of documents) {
      records.forget(document);
      records.resting.sleep(document);
      if (document.kind === 'order') catalogue.forget(document.id as OrderNumber);
    }
  }

  /** Takes the documents into the index of their group. */
  #tell(group: string, documents: readonly RestDocument[]): void {
    const { records, files } = this.#parts;
    const { resting } = records;
    const rows = documents.map((document) =>
      rowOf(document, document.kind === 'answer' ? null : records.of(document.kind).peek(document.id as never)),
    );
    for (const { id, text } of rows) if (text !== null) files.addText(group, id, text);
    const told = new Set(rows.map(nameOf));
    const position = documents.reduce((highest, document) => Math.max(highest, document.position ?? 0), 0);
    const isKept = (key: DocumentKey) => !told.has(nameOf(key)) && this.#isTrue(key);
    resting.replace(group, merged(resting.group(group), isKept, rows, position));
    this.unsaved.add(group);
  }

  /** Whether what the index tells of a document is still so. */
  #isTrue(key: DocumentKey): boolean {
    const { records } = this.#parts;
    if (records.resting.isDistrusted(key)) return false;
    return !records.resting.isAwake(key) || records.resting.versionOf(key) === versionInMemory(records, key);
  }
}

/** Null for one that isn't in memory. */
export function versionInMemory(records: Records, { kind, id }: DocumentKey): number | null {
  if (kind === 'answer') return records.answers.get(id) === undefined ? null : 1;
  return records.of(kind).peek(id as never)?.version ?? null;
}
