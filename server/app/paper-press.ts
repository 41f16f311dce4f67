import type { Clock, Printer, Store, Work } from '../ports.ts';

/** A paper could not be printed. The order it belongs to is intact; asking for the paper again tries again. */
export class PaperNotPrinted extends Error {
  override name = 'PaperNotPrinted';
  readonly paper: string;
  /** "print.browser-missing", … as the printer named it. */
  readonly code: string;
  /** What the printer can say of it in words: the characters that no font has. */
  readonly details: Readonly<Record<string, string>>;
  constructor(paper: string, cause: unknown) {
    super(`${paper} could not be printed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.paper = paper;
    this.code = codeOf(cause);
    this.details = detailsOf(cause);
  }
}

/** What the printer does for `paper`, which is named where it fails. @throws PaperNotPrinted */
export async function printed<Print>(paper: string, print: () => Promise<Print>): Promise<Print> {
  try {
    return await print();
  } catch (error) {
    throw new PaperNotPrinted(paper, error);
  }
}

const codeOf = (cause: unknown): string => {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' && code.startsWith('print.') ? code : 'print.failed';
};

function detailsOf(cause: unknown): Record<string, string> {
  const details = cause instanceof Error && 'details' in cause ? Object.entries(cause.details ?? {}) : [];
  return Object.fromEntries(details.filter(([, detail]) => typeof detail === 'string'));
}

export interface PressOptions {
  readonly store: Store;
  readonly printer: Printer;
  readonly clock: Clock;
  /** Told of every try that failed in the background, the store tries again; one that somebody waits for reaches him. */
  readonly onFault: (fault: PaperNotPrinted) => void;
}

/** Where a company's papers come from. */
export interface Press {
  /** Prints what commits leave to be printed, in the background, from now until it is closed. */
  begin(): Promise<void>;
  /** The filed PDF; has it printed first where that hasn't happened. Null = no such paper. @throws PaperNotPrinted */
  pdf(paper: string): Promise<Uint8Array | null>;
  /** Why the last print of this paper failed, as far as it is known here; absent when it didn't. */
  faultOf(paper: string): PaperNotPrinted | undefined;
  close(): Promise<void>;
}

/**
 * Prints issued papers once and files them under the hash of their bytes. Papers are issued in a transaction and printed
 * after it: an order never waits for a browser. A print that fails is tried again by the store a few times, and whenever
 * somebody asks for the paper.
 */
export class PaperPress implements Press {
  readonly #options: PressOptions;
  /** Papers being printed now, so that two who ask wait for one print. */
  readonly #printing = new Map<string, Promise<Uint8Array | null>>();
  readonly #faults = new Map<string, PaperNotPrinted>();
  #work: Work | null = null;

  constructor(options: PressOptions) {
    this.#options = options;
  }

  async begin(): Promise<void> {
    const { jobs } = this.#options.store;
    this.#work = await jobs.work(({ paper }) => this.#printInBackground(paper));
  }

  pdf(paper: string): Promise<Uint8Array | null> {
    const running = this.#printing.get(paper);
    if (running !== undefined) return running;
    const printing = this.#filedOrPrinted(paper).finally(() => this.#printing.delete(paper));
    this.#printing.set(paper, printing);
    return printing;
  }

  faultOf(paper: string): PaperNotPrinted | undefined {
    return this.#faults.get(paper);
  }

  /** Stops after the paper in hand; what still waits is printed by whoever takes the store's jobs next. */
  async close(): Promise<void> {
    await this.#work?.stop();
    await Promise.allSettled(this.#printing.values());
  }

  /** @throws PaperNotPrinted, for the store to try again */
  async #printInBackground(paper: string): Promise<void> {
    try {
      // Somebody may have asked for it meanwhile, or a process died between filing it and being done.
      const record = await this.#options.store.read.records('paper').byNumber(paper);
      if (record?.state.filed === undefined) await this.pdf(paper);
    } catch (error) {
      const fault = error instanceof PaperNotPrinted ? error : new PaperNotPrinted(paper, error);
      this.#options.onFault(fault);
      throw fault;
    }
  }

  async #filedOrPrinted(paper: string): Promise<Uint8Array | null> {
    const found = await filedPaper(this.#options.store, paper);
    return found === null ? null : (found.pdf ?? this.#print(paper, found.model));
  }

  async #print(paper: string, model: unknown): Promise<Uint8Array> {
    const { store, printer } = this.#options;
    try {
      const { pdf, pages, templateVersion } = await printer.print(model);
      const { sha256 } = await store.files.put(pdf);
      const original = await this.#file(paper, { sha256, pages, templateVersion });
      this.#faults.delete(paper);
      return original === sha256 ? pdf : ((await store.files.get(original)) ?? pdf);
    } catch (error) {
      const fault = new PaperNotPrinted(paper, error);
      this.#faults.set(paper, fault);
      throw fault;
    }
  }

  /** Answers the hash of the original: the first print filed stays it, whatever another process printed meanwhile. */
  async #file(paper: string, filed: { sha256: string; pages: number; templateVersion: string }): Promise<string> {
    const at = this.#options.clock.now();
    const outcome = await this.#options.store.transact<string>({
      locks: [`paper:${paper}`],
      load: { records: { paper: { byNumber: [paper] } } },
      decide(loaded) {
        const record = loaded.records('paper').byNumber(paper);
        if (record === null) throw new Error(`paper ${paper} vanished while it was printed`);
        if (record.state.filed) return { append: [], answer: record.state.filed.sha256 };
        const events = [{ type: 'paper-filed', at, ...filed } as const];
        return { append: [{ stream: 'paper', id: paper, version: record.version, events }], answer: filed.sha256 };
      },
    });
    if (outcome.outcome === 'refused') throw new Error(`paper ${paper} was refused: ${outcome.refusal.code}`);
    return outcome.answer;
  }
}

/** A paper with its PDF, null where it isn't filed yet; null = no such paper. @throws PaperNotPrinted when its file is gone */
export async function filedPaper(
  { read, files }: Store,
  paper: string,
): Promise<{ readonly model: unknown; readonly pdf: Uint8Array | null } | null> {
  const record = await read.records('paper').byNumber(paper);
  if (record === null) return null;
  const { filed, model } = record.state;
  const pdf = filed ? await files.get(filed.sha256) : null;
  if (filed && !pdf) throw new PaperNotPrinted(paper, new Error(`its file ${filed.sha256} is gone`));
  return { model, pdf };
}
