import type { Page } from 'puppeteer';
import { type LaunchedBrowser, launchBrowser } from './browser/launch-browser.ts';
import { PrintFault } from './print-fault.ts';

export interface PrintingBrowserOptions {
  readonly launch?: () => Promise<LaunchedBrowser>;
  /** Pages that print at the same time. */
  readonly concurrency?: number;
  /** One job's time: rendering and writing the PDF. */
  readonly timeoutMs?: number;
  /** After so many jobs the browser is replaced: memory that Chrome doesn't give back (Gotenberg uses 100). */
  readonly jobsPerBrowser?: number;
}

/** A browser with the pages that wait in it. */
interface Session {
  readonly launched: LaunchedBrowser;
  readonly idle: Page[];
  jobs: number;
  running: number;
  /** Gets no new job, and is closed when the last one has left. */
  retired: boolean;
}

/**
 * A browser kept warm for printing. Its pages have JavaScript off and reach nothing: every request that leaves the page
 * is failed, whatever its address, so there is no list of bad addresses to get wrong.
 */
export class PrintingBrowser {
  readonly #options: Required<PrintingBrowserOptions>;
  #session: Promise<Session> | undefined;
  #free: number;
  readonly #queue: (() => void)[] = [];
  readonly #closing = new Set<Promise<void>>();

  constructor(options: PrintingBrowserOptions = {}) {
    this.#options = { launch: launchBrowser, concurrency: 2, timeoutMs: 120_000, jobsPerBrowser: 300, ...options };
    this.#free = this.#options.concurrency;
  }

  /**
   * Runs a job in a prepared page. If the browser fails under it, it is replaced and the job done once more.
   * @throws PrintFault `print.timed-out`, `print.browser-missing`, `print.browser-failed`, or what the job throws as one
   */
  async run<Answer>(job: (page: Page) => Promise<Answer>): Promise<Answer> {
    await this.#takeTurn();
    try {
      return await this.#attempt(job).catch((error: unknown) => {
        if (error instanceof PrintFault) throw error;
        return this.#attempt(job);
      });
    } catch (error) {
      if (error instanceof PrintFault) throw error;
      throw new PrintFault('print.browser-failed', 'the browser failed twice under one print', {}, error);
    } finally {
      this.#passTurn();
    }
  }

  /** Ends the browser; jobs that still run fail. */
  async close(): Promise<void> {
    const session = await this.#session?.catch(() => undefined); // one that didn't start needs no end
    this.#session = undefined;
    await session?.launched.close();
    await Promise.all(this.#closing);
  }

  async #attempt<Answer>(job: (page: Page) => Promise<Answer>): Promise<Answer> {
    const session = await this.#warmSession();
    session.running++;
    session.jobs++;
    session.retired ||= session.jobs >= this.#options.jobsPerBrowser;
    try {
      return await this.#inTime(this.#inPage(session, job));
    } catch (error) {
      session.retired = true; // whatever it was doing when it failed, the next paper shall not meet it
      throw error;
    } finally {
      session.running--;
      if (session.retired && session.running === 0) this.#closeInBackground(session);
    }
  }

  async #inPage<Answer>(session: Session, job: (page: Page) => Promise<Answer>): Promise<Answer> {
    const page = session.idle.pop() ?? (await preparePage(session.launched));
    const answer = await job(page);
    session.idle.push(page);
    return answer;
  }

  async #warmSession(): Promise<Session> {
    for (;;) {
      const known = this.#session;
      const session = await known;
      if (session && !session.retired && session.launched.browser.connected) return session;
      // Of several jobs that find it gone, the first starts the next one and the others come round to wait for it.
      if (this.#session !== known) continue;
      if (session && !session.retired) this.#buryDead(session);
      this.#session = this.#start();
    }
  }

  async #start(): Promise<Session> {
    try {
      return { launched: await this.#options.launch(), idle: [], jobs: 0, running: 0, retired: false };
    } catch (error) {
      this.#session = undefined; // the next job may be luckier
      throw error;
    }
  }

  /** A browser that died: its jobs notice by themselves, its profile has to be removed. */
  #buryDead(session: Session): void {
    session.retired = true;
    if (session.running === 0) this.#closeInBackground(session);
  }

  #closeInBackground({ launched }: Session): void {
    const closing = launched.close();
    this.#closing.add(closing);
    // One that fails stays in the set: close() throws what went wrong, a print that went well doesn't.
    closing.then(
      () => this.#closing.delete(closing),
      () => undefined,
    );
  }

  async #inTime<Answer>(work: Promise<Answer>): Promise<Answer> {
    const { timeoutMs } = this.#options;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new PrintFault('print.timed-out', `a print took longer than ${timeoutMs} ms`, { timeoutMs })),
        timeoutMs,
      );
    });
    try {
      return await Promise.race([work, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  #takeTurn(): Promise<void> {
    if (this.#free > 0) {
      this.#free--;
      return Promise.resolve();
    }
    return new Promise((resolve) => this.#queue.push(resolve));
  }

  #passTurn(): void {
    const next = this.#queue.shift();
    if (next) next();
    else this.#free++;
  }
}

/** A page with JavaScript off from which no request gets out. */
async function preparePage({ browser }: LaunchedBrowser): Promise<Page> {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  const session = await page.createCDPSession();
  session.on('Fetch.requestPaused', ({ requestId }) => {
    // The page may be gone before its request is failed; then there is nothing left to stop.
    session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' }).catch(() => undefined);
  });
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*://*' }] });
  await page.setOfflineMode(true);
  return page;
}
