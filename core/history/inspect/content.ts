import type { StockBook } from '../../check/knowledge.ts';
import type { PolicyVersion } from '../../policy/policy-version.ts';
import type { Person } from '../../record/person.ts';
import type { DamagedDocument, KeptRecord } from '../audit.ts';

/** Everything a company's store holds, as far as it can be judged. */
export interface KeptContent {
  readonly records: readonly (KeptRecord & Answered & { readonly version: number })[];
  /** Every published version of every book. */
  readonly books: readonly { readonly kind: string; readonly version: number }[];
  /** The stock book in force. */
  readonly stock: StockBook | null;
  /** Answers that belong to no record. */
  readonly answers: readonly KeptAnswer[];
  /** Hashes of the files that are there and whole. */
  readonly files: ReadonlySet<string>;
  /** The profile was kept, and can be read. */
  readonly hasProfile: boolean;
  /** Oldest first. */
  readonly policies: readonly PolicyVersion[];
  readonly people: readonly { readonly key: string; readonly salt: string; readonly person: Person }[];
  readonly damaged: readonly DamagedDocument[];
}
interface Answered {
  readonly answers: readonly KeptAnswer[];
}
interface KeptAnswer {
  /** The request's. */
  readonly key: string;
  readonly answer: unknown;
}
