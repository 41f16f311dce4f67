import type { CustomerBook, OpenDemand, PriceBook, StockBook } from '../core/check/knowledge.ts';
import type { Chain } from '../core/history/chain.ts';
import type { Refusal } from '../core/order/refusal.ts';
import type { OrderNumber } from '../core/order/state.ts';
import type { OrderStatus } from '../core/order/status.ts';
import type { CompanyProfile } from '../core/policy/company.ts';
import type { Locale } from '../core/policy/locale.ts';
import type { PolicyVersion } from '../core/policy/policy-version.ts';
import type { Role } from '../core/policy/roles.ts';
import type { Person, PersonKey } from '../core/record/person.ts';
import type { EventOf, NumberOf, RecordKind, StateOf } from '../core/record/registry.ts';
import type { MonthReport } from '../core/report/month-report.ts';
import type { Instant, Month } from '../core/value/date.ts';

/** What the application asks of the world. Adapters implement these; only main.ts and cli/ know which. */

/* ── Store ─────────────────────────────────────────────────────────────────────────────────────────────────────── */

/** A record with the version of its event stream (1 = first event). */
export interface Versioned<State, Event> {
  readonly state: State;
  readonly version: number;
  readonly events: readonly Event[];
}
/** A record of a kind of core/record/registry.ts, as it is kept. */
export type RecordOf<Kind extends RecordKind> = Versioned<StateOf<Kind>, EventOf<Kind>>;
export type OrderRecord = RecordOf<'order'>;
export type ShipmentRecord = RecordOf<'shipment'>;
export type PaperRecord = RecordOf<'paper'>;

/** Records of every kind, those of a kind oldest first. */
export type RecordsByKind = { readonly [Kind in RecordKind]: readonly RecordOf<Kind>[] };
/** An order with all the records that point at it. */
export interface OrderWithRecords {
  readonly order: OrderRecord;
  readonly records: RecordsByKind;
}

/** Events for the end of one record's stream. `version: 0` = a new record; anything else must be the version that was loaded. */
export type RecordAppend<Kind extends RecordKind = RecordKind> = {
  readonly [K in Kind]: {
    readonly stream: K;
    readonly id: NumberOf<K>;
    readonly version: number;
    readonly events: readonly EventOf<K>[];
  };
}[Kind];
export type Append = RecordAppend | { readonly stream: 'book'; readonly book: PublishedBook };

/** A published version; numbers rise by one per kind and company, older versions stay. */
export type PublishedBook =
  | {
      readonly kind: 'prices';
      readonly version: number;
      readonly at: Instant;
      readonly by: string;
      readonly content: PriceBook;
    }
  | {
      readonly kind: 'stock';
      readonly version: number;
      readonly at: Instant;
      readonly by: string;
      readonly content: StockBook;
    }
  | {
      readonly kind: 'customers';
      readonly version: number;
      readonly at: Instant;
      readonly by: string;
      readonly content: CustomerBook;
    };

/**
 * What may run at once with what: "order:SO-…", "key:…", "stock:CODE", "customer:C001", "series:SO-202611", "books". Taken
 * sorted. A store takes what `load` and `append` touch by itself (docs/adr/0015); named are those only the application
 * knows of, and those known beforehand, which spares a second run.
 */
export type LockName = string;

/** What a decision needs to see; all of one moment. Looking at anything else throws. */
export interface Load {
  /** By kind. An order that is loaded comes with all the records that point at it. */
  readonly records?: { readonly [Kind in RecordKind]?: Wanted<NumberOf<Kind>> };
  /** Orders found by their order key (X4). */
  readonly orderKeys?: readonly string[];
  /** Every order that still holds stock of these items, with the shipments of those orders. */
  readonly holding?: readonly string[];
}
interface Wanted<Number extends string> {
  readonly byNumber?: readonly Number[];
  /** That which bears this name beside its number (RecordDefinition.names). */
  readonly byName?: readonly string[];
  /** Those that point at these orders. */
  readonly ofOrder?: readonly OrderNumber[];
  /** Those of these customers; codes as the customer book writes them. */
  readonly ofCustomer?: readonly string[];
}
/** The loaded records of one kind. */
export interface LoadedRecords<Kind extends RecordKind> {
  byNumber(number: NumberOf<Kind>): RecordOf<Kind> | null;
  /** The one that bears this name beside its number. */
  byName(name: string): RecordOf<Kind> | null;
  /** Oldest first. Also of every order that was loaded (its number may not be known before). */
  ofOrder(order: OrderNumber): readonly RecordOf<Kind>[];
  /** Oldest first. */
  ofCustomer(customerCode: string): readonly RecordOf<Kind>[];
}
export interface Loaded {
  records<Kind extends RecordKind>(kind: Kind): LoadedRecords<Kind>;
  orderByKey(key: string): OrderRecord | null;
  /** What approved orders hold of the item and haven't shipped yet, with shipments since the stock book's date. */
  held(itemCode: string): readonly OpenDemand[];
  /** Codes of all items approved orders hold some of. */
  heldItems(): readonly string[];
  /** The next number of a continuous series ("SO-202611" → "SO-202611-00042"); used up only if the decision is kept. */
  nextNumber(series: string): string;
  readonly prices: PriceBook | null;
  readonly stock: StockBook | null;
  readonly customers: CustomerBook | null;
  readonly bookVersions: { readonly prices: number; readonly stock: number; readonly customers: number };
}

export type Decision<Answer> =
  | {
      readonly append: readonly Append[];
      readonly answer: Answer;
      /** What is to be done once it is kept; kept with it. */
      readonly jobs?: readonly Job[];
    }
  | { readonly refuse: Refusal };

export interface Transaction<Answer> {
  /** The attempt's Idempotency-Key with the user it belongs to; a key answered before gets the same answer, nothing runs. */
  readonly requestKey?: string;
  readonly locks: readonly LockName[];
  readonly load: Load;
  /** Pure and synchronous; may be run again. The answer is plain JSON: it is remembered under the request key. */
  decide(loaded: Loaded): Decision<Answer>;
}
export type Outcome<Answer> =
  | {
      readonly outcome: 'done';
      readonly answer: Answer;
      /** true = answered before, nothing was done now. */
      readonly repeated: boolean;
      readonly position: Position;
    }
  | { readonly outcome: 'refused'; readonly refusal: Refusal; readonly position: Position };

/**
 * Where in the one order of all decisions of a company this one stands: whoever decides them again one after another, by
 * rising position, comes to the same answers and the same end. Rises, not by one; what was answered before has the position
 * of then. 0 = kept before positions were.
 */
export type Position = number;

/** The heart: all streams or none; done means it is on disk. */
export interface Store {
  transact<Answer>(transaction: Transaction<Answer>): Promise<Outcome<Answer>>;
  readonly read: Reader;
  readonly files: Files;
  readonly accounts: Accounts;
  readonly people: People;
  readonly jobs: Jobs;
  readonly changes: Changes;
  /** Why nothing can be kept just now; null = as far as it knows, everything can. Goes by itself when its cause has gone. */
  trouble(): Trouble | null;
  /** What start-up found wrong: damaged documents set aside, with their names. */
  readonly damaged: readonly { readonly document: string; readonly problem: string }[];
  /** Everything there is as of one moment, while work goes on: for backups, and for moving to another store. */
  snapshot(): Promise<Snapshot>;
  close(): Promise<void>;
}

/** What a commit leaves to be done after it, by whichever process has its hands free. Done twice, it does no harm. */
export type Job = { readonly kind: 'print-paper'; readonly paper: string };

export interface Jobs {
  /**
   * Takes jobs from now on, one after another. Those that were left undone by a process that died come again; one whose
   * handler throws is tried again later, a few times.
   */
  work(handler: (job: Job) => Promise<void>): Promise<Work>;
}
export interface Work {
  /** Takes no more jobs; resolves when the one in hand is done. */
  stop(): Promise<void>;
}

/** Tells what was committed, here or by another server on the same store. */
export interface Changes {
  /** The answer ends it. Told after the commit; of two that touched the same, the earlier one first. */
  listen(listener: (change: Change) => void): () => void;
}
/** What a commit touched. `missed`: some may not have been told (the connection was away); look at everything again. */
export type Change =
  | {
      readonly position: Position;
      /** Appended to, each once. */
      readonly records: readonly { readonly kind: RecordKind; readonly number: string }[];
      /** Orders among them, and those that the other records point at. */
      readonly orders: readonly OrderNumber[];
      readonly books: readonly PublishedBook['kind'][];
    }
  | { readonly missed: true };

export interface Trouble {
  readonly code:
    | 'disk-full'
    | 'read-only'
    | 'disk-failing'
    | 'lock-lost'
    | 'database-away'
    | 'database-full'
    | 'database-read-only'
    | 'database-failing';
  readonly since: Instant;
}

/**
 * One moment of a store: what every decision up to `position` left, and nothing of a later one. Files are the exception:
 * one that was filed since may be there too, named by nothing.
 */
export interface Snapshot {
  /** Of the last decision in it. */
  readonly position: Position;
  /** How many parts there will be. */
  readonly count: number;
  /**
   * Settings first, then books; records by kind as in the registry, those of a kind oldest first; answers; files. Each
   * once, and what can't be read any more as 'lost' in its place. Throws StoreFault when the store was closed meanwhile.
   */
  parts(): AsyncIterable<SnapshotPart>;
  /** Lets go of the moment; to be called in any case. */
  release(): Promise<void>;
}
export type SnapshotPart =
  | { readonly part: 'settings'; readonly settings: StoredSettings }
  /** Position 0: published before positions were kept. */
  | { readonly part: 'book'; readonly book: PublishedBook; readonly position: Position }
  | { readonly part: 'record'; readonly record: StoredRecord }
  /** An answer that belongs to no record, or whose store doesn't keep to which. */
  | { readonly part: 'answer'; readonly answer: RememberedAnswer }
  | { readonly part: 'file'; readonly sha256: string; readonly bytes: Uint8Array }
  /** What was damaged. A number in its name ("orders/2026-11/SO-202611-00042.json") stays used. */
  | { readonly part: 'lost'; readonly document: string; readonly problem: string };

/** Everything in `Accounts` and `People`. */
export interface StoredSettings {
  /** Null for a company that was never set up. */
  readonly profile: CompanyProfile | null;
  readonly policies: readonly PolicyVersion[];
  readonly users: readonly Account[];
  readonly tokens: readonly TokenRecord[];
  /** The salt that a person's key was made with. */
  readonly people: readonly { readonly key: PersonKey; readonly salt: string; readonly person: Person }[];
}
/** A record as it is kept, with its chain and what was answered about it. */
export interface StoredRecord<Kind extends RecordKind = RecordKind> {
  readonly kind: Kind;
  readonly id: NumberOf<Kind>;
  /** Grows with every write, by the number of events; tells which of two generations is the newer one. */
  readonly version: number;
  readonly events: readonly EventOf<Kind>[];
  /** Absent where it was last written before chains were kept. */
  readonly chain?: Chain;
  readonly answers: readonly RememberedAnswer[];
  /** Of its last commit; absent where it was last written before positions were kept. */
  readonly position?: Position;
}
/** The answer given under a request key, kept in the record it was about: both are kept or neither is. */
export interface RememberedAnswer {
  readonly key: string;
  readonly answer: unknown;
  /** Absent where it was given before positions were kept. */
  readonly position?: Position;
}

/** A new store being filled from a snapshot of another; nobody can open it before it is finished. */
export interface Filler {
  /**
   * Keeps the parts, each in place of an earlier form of itself; what is there in this form already costs no write, so
   * that an attempt that was cut off goes on where it was. They survive a power failure when it resolves.
   */
  put(parts: readonly SnapshotPart[]): Promise<void>;
  /** The store is whole and can be opened once this has resolved. */
  finish(): Promise<void>;
  /** Lets go of it; what was put stays for the next attempt. */
  close(): Promise<void>;
}

/** A place that whole copies of companies are kept in. All of it throws BackupFault when the place can't be used. */
export interface BackupPlace {
  /** Where it is, in words. */
  readonly folder: string;
  /** Whole and read back when it resolves; nothing that is there is touched. */
  write(backup: {
    readonly company: string;
    readonly at: Instant;
    readonly snapshot: Snapshot;
    /** How large it will be, about; 0 = unknown. */
    readonly expectedBytes: number;
    /** Parts that are kept so far, of `snapshot.count`. */
    readonly progress: (done: number) => void;
  }): Promise<KeptBackup>;
  /** Whole backups of the company, the newest first. */
  list(company: string): Promise<readonly KeptBackup[]>;
  remove(backup: KeptBackup): Promise<void>;
}
export interface KeptBackup {
  readonly company: string;
  /** Of the snapshot. */
  readonly at: Instant;
  readonly folder: string;
  readonly bytes: number;
  /** `lost`: what was damaged already when it was made. */
  readonly counts: Readonly<Record<'books' | 'records' | 'answers' | 'files' | 'lost', number>>;
}

/** Plain reads and lists; they see what was committed before they began. */
export interface Reader {
  records<Kind extends RecordKind>(kind: Kind): RecordReader<Kind>;
  order(number: OrderNumber): Promise<OrderWithRecords | null>;
  orders(filter: OrderFilter): Promise<{ orders: readonly OrderWithRecords[]; next: OrderNumber | null }>;
  counts(): Promise<Partial<Record<OrderStatus, number>>>;
  /**
   * Everything a month's report needs: the orders that concern it (core/report/concerns-month.ts) and, each once, the
   * records that point at them.
   */
  month(month: Month): Promise<{ orders: readonly OrderWithRecords[]; records: RecordsByKind }>;
  books(): Promise<{ prices: PublishedBook | null; stock: PublishedBook | null; customers: PublishedBook | null }>;
  openDemand(): Promise<readonly OpenDemand[]>;
  /** Codes of all items approved orders hold some of. */
  heldItems(): Promise<readonly string[]>;
  /** The order last posted under a key; one that was voided gives way to the next (X4). */
  orderByKey(key: string): Promise<OrderRecord | null>;
}
export interface RecordReader<Kind extends RecordKind> {
  byNumber(number: NumberOf<Kind>): Promise<RecordOf<Kind> | null>;
  /** Those that point at the order, oldest first. */
  ofOrder(order: OrderNumber): Promise<readonly RecordOf<Kind>[]>;
  /** All of these customers, oldest first; codes as the customer book writes them. */
  ofCustomers(customerCodes: readonly string[]): Promise<readonly RecordOf<Kind>[]>;
  /** Every one there is, oldest first. */
  all(): Promise<readonly RecordOf<Kind>[]>;
}
export interface OrderFilter {
  readonly status?: OrderStatus;
  readonly month?: Month;
  /** Part of number, customer, order key or item code. */
  readonly search?: string;
  /** These and no others, as far as they are there. */
  readonly numbers?: readonly OrderNumber[];
  readonly after?: OrderNumber;
  readonly limit: number;
}

/** Files under the hash of their bytes; written once, never changed. */
export interface Files {
  put(bytes: Uint8Array): Promise<{ sha256: string }>;
  /** Null when there is none; bytes that don't match their hash are a fault. */
  get(sha256: string): Promise<Uint8Array | null>;
}

export interface Account {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly locale: Locale;
  /** Absent for sample users. */
  readonly passwordHash?: string;
}
export interface TokenRecord {
  /** SHA-256 of the token; the token itself is never kept. */
  readonly hash: string;
  readonly userId: string;
  readonly kind: 'session' | 'device';
  readonly device?: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}
/** Users, tokens, the company's profile and its policy. */
export interface Accounts {
  profile(): Promise<CompanyProfile>;
  saveProfile(profile: CompanyProfile): Promise<void>;
  /** Every version that was in force, oldest first. */
  policies(): Promise<readonly PolicyVersion[]>;
  /** False, and nothing is kept, when its version isn't the next one. */
  addPolicy(version: PolicyVersion): Promise<boolean>;
  users(): Promise<readonly Account[]>;
  /** False, and nothing is kept, when somebody is called by that id or name already. */
  addUser(user: Account): Promise<boolean>;
  saveUser(user: Account): Promise<void>;
  token(hash: string): Promise<TokenRecord | null>;
  saveToken(token: TokenRecord): Promise<void>;
  dropToken(hash: string): Promise<void>;
}

/**
 * Who said something, kept apart from the records: their events hold a key, so that a person can be erased and every chain of
 * events still holds.
 */
export interface People {
  /** The same person has the same key until he is erased. He is on disk when it resolves. */
  remember(person: Person): Promise<PersonKey>;
  /** Null when he was erased, or never was. */
  read(key: PersonKey): Promise<Person | null>;
  /** When it resolves nothing in the store names him any more, nor can his key be made again from his name. */
  erase(key: PersonKey): Promise<void>;
}

/**
 * What all servers on the same data must know for some minutes or hours and nobody afterwards: pairing codes, guesses at
 * passwords. Kept apart from the companies; a restart may forget it.
 */
export interface Scratchpad {
  /**
   * Changes what stands under a name. Of several at once, here or on other servers, each sees what the one before it left.
   * @param next given what stands there, null when there is nothing or its time is over; answers what is to stand there, null
   * = nothing. Pure; may be run again.
   */
  change<Content>(name: string, next: (note: Note<Content> | null) => Note<Content> | null): Promise<void>;
}
export interface Note<Content> {
  /** Plain JSON. */
  readonly content: Content;
  readonly until: Instant;
}

/* ── Printing and reports ──────────────────────────────────────────────────────────────────────────────────────── */

export interface Printed {
  readonly pdf: Uint8Array;
  readonly sha256: string;
  readonly pages: number;
  readonly templateVersion: string;
}
/** Throws PrintFault: browser gone, time-out, blank print, text missing. `model` is a document model of core/document. */
export interface Printer {
  /** Characters of a model, or of texts meant for one, that no font can draw, each once: a paper with gaps must not be issued. */
  missingCharacters(model: unknown): readonly string[];
  /** One paper, tagged, for filing. */
  print(model: unknown): Promise<Printed>;
  /**
   * Many papers in one PDF, untagged; each begins on its own sheet and counts its own pages. With `failed`, a paper that
   * can't be printed is named there, has 0 pages, and doesn't stop the rest (X8); without it, its fault is thrown.
   */
  printFile(
    models: readonly unknown[],
    progress?: (done: number) => void,
    failed?: (paper: string, fault: Error) => void,
  ): Promise<{ readonly pdf: Uint8Array; readonly pages: readonly number[] }>;
  close(): Promise<void>;
}

export interface ReportWriter {
  workbook(report: MonthReport, locale: Locale): Promise<Uint8Array>;
}

/* ── The rest ──────────────────────────────────────────────────────────────────────────────────────────────────── */

export interface Clock {
  now(): Instant;
}
export interface Secrets {
  /** 256 random bits as text. */
  token(): string;
  /** Eight letters and digits that can't be mistaken for each other. */
  pairingCode(): string;
  hash(text: string): string;
  hashPassword(password: string): Promise<string>;
  verifyPassword(password: string, hash: string): Promise<boolean>;
}
