import { EventReader } from '../../../core/wire/event-reader.ts';
import type { LiveChange, LiveEvent, TroubleView } from '../../../core/wire/live.ts';

/** What a screen may have to look at again: a change, or everything. */
export type News = LiveChange | { readonly event: 'missed' };

/** What happens on the server, as it happens. Where no stream can be had, only its trouble, now and then. */
export interface Live {
  /** Why nothing can be kept just now, as far as is known. */
  readonly trouble: TroubleView | null;
  /** A stream is there: whatever happens from now on is told. */
  readonly isHearing: boolean;
  onTrouble(listener: () => void): () => void;
  onNews(listener: (news: News) => void): () => void;
  /** Listens until the answer is called. */
  start(): () => void;
  /** The server is back: no need to wait any longer. */
  wake(): void;
}

export interface LiveOptions {
  /** Asks for the stream; null = there is none to be had. */
  readonly open: (signal: AbortSignal) => Promise<ReadableStream<Uint8Array> | null>;
  /** Makes an event of what the stream said. */
  readonly readEvent: (sent: unknown) => LiveEvent;
  /** Asks what the stream would have said of trouble. */
  readonly askTrouble: () => Promise<TroubleView | null>;
  readonly page?: PageInView;
  readonly pause?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Whether anybody sees the page. */
export interface PageInView {
  isSeen(): boolean;
  onChange(listener: () => void): () => void;
}

/** Between tries; they grow so that a server that comes back isn't run down. */
export const waitsMs: readonly number[] = [1_000, 2_000, 5_000, 10_000, 30_000];
/** The server says something every fifteen seconds; after three of them the connection is taken for dead. */
const silenceMs = 45_000;

/**
 * A page that nobody sees doesn't listen: a browser opens six connections to a server and no more, and every window would
 * hold one. Seen again, it looks at everything anew.
 */
export function createLive({ open, readEvent, askTrouble, page = browserPage, pause = timer }: LiveOptions): Live {
  const [news, troubles] = [new Set<(news: News) => void>(), new Set<() => void>()];
  let trouble: TroubleView | null = null;
  let waiting = new AbortController();
  let isHearing = false;

  const setTrouble = (now: TroubleView | null) => {
    if (now?.code === trouble?.code && now?.since === trouble?.since) return;
    trouble = now;
    for (const listener of troubles) listener();
  };
  const tell = (what: News) => {
    for (const listener of news) listener(what);
  };

  /** Hears one stream to its end. @returns whether there was one */
  const hear = async (stop: AbortSignal): Promise<boolean> => {
    let heard = false;
    try {
      for await (const event of eventsOf({ open, readEvent }, stop)) {
        // What happened before the stream was there, nobody told.
        isHearing = true;
        if (!heard) tell({ event: 'missed' });
        heard = true;
        if (event.event === 'trouble') setTrouble(event.trouble);
        else tell(event);
      }
    } catch {
      // However it ended, the next step is the same: ask what is wrong, wait, listen again.
    }
    isHearing = false;
    return heard;
  };

  const run = async (stop: AbortSignal) => {
    for (let failures = 0; !stop.aborted; ) {
      await seen(page, stop);
      const hidden = new AbortController();
      const endWatching = page.onChange(() => !page.isSeen() && hidden.abort());
      const heard = await hear(AbortSignal.any([stop, hidden.signal]));
      endWatching();
      if (stop.aborted) return;
      if (hidden.signal.aborted) continue;
      failures = heard ? 1 : failures + 1;
      // An answer that never came, or a token that ended, is for whoever makes the calls to notice.
      await askTrouble().then(setTrouble, () => undefined);
      waiting = new AbortController();
      const wait = waitsMs[Math.min(failures, waitsMs.length) - 1] ?? 0;
      // Not all the desks of an office at once.
      await pause(wait * (0.5 + Math.random() / 2), AbortSignal.any([stop, waiting.signal]));
    }
  };

  return {
    get trouble() {
      return trouble;
    },
    get isHearing() {
      return isHearing;
    },
    onTrouble: listening(troubles),
    onNews: listening(news),
    start() {
      const stop = new AbortController();
      void run(stop.signal);
      return () => stop.abort();
    },
    wake: () => waiting.abort(),
  };
}

const listening =
  <Listener>(listeners: Set<Listener>) =>
  (listener: Listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };

async function* eventsOf({ open, readEvent }: Pick<LiveOptions, 'open' | 'readEvent'>, stop: AbortSignal) {
  const dead = new AbortController();
  const alive = <Answer>(answer: Promise<Answer>): Promise<Answer> => {
    const silence = setTimeout(() => dead.abort(), silenceMs);
    return answer.finally(() => clearTimeout(silence));
  };
  const stream = await alive(open(AbortSignal.any([stop, dead.signal])));
  if (stream === null) return;
  const events = new EventReader(readEvent);
  const texts = stream.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  for (;;) {
    const { done, value } = await alive(texts.read());
    if (done) return;
    yield* events.read(value);
  }
}

/** The page this runs in. */
export const browserPage: PageInView = {
  isSeen: () => document.visibilityState === 'visible',
  onChange(listener) {
    document.addEventListener('visibilitychange', listener);
    return () => document.removeEventListener('visibilitychange', listener);
  },
};

/** Resolves when somebody sees the page, or when it is stopped. */
const seen = (page: PageInView, stop: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (page.isSeen() || stop.aborted) return resolve();
    const done = () => {
      if (!page.isSeen() && !stop.aborted) return;
      end();
      stop.removeEventListener('abort', done);
      resolve();
    };
    const end = page.onChange(done);
    stop.addEventListener('abort', done);
  });

const timer = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(waiting);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const waiting = setTimeout(done, ms);
    if (signal.aborted) done();
    else signal.addEventListener('abort', done);
  });
