import type { Examiner, Yardstick } from '../../../ui/sheet-session/examine.ts';
import type { Annotations } from '../../../workbook/annotate/annotation.ts';
import type { AnnotateAnswer, AnswerTo, Question, ReadAnswer, Shared, WorkerReply } from './messages.ts';

/** The page's side of the worker. */
export interface WorkbookService {
  read(name: string, bytes: Uint8Array): Promise<ReadAnswer>;
  annotate(name: string, bytes: Uint8Array, annotations: Annotations): Promise<AnnotateAnswer>;
  /** An examiner that judges by what `yardstick` says at that moment. */
  examiner(yardstick: () => Promise<Yardstick>): Examiner;
  /** Stops whatever runs; the promises of it reject with {@link Stopped}. */
  stop(): void;
}

/** The user gave up waiting. */
export class Stopped extends Error {
  override name = 'Stopped';
}

/** The part of Worker this needs. */
export interface WorkerLike {
  postMessage(message: unknown): void;
  terminate(): void;
  onmessage: ((event: { data: WorkerReply }) => void) | null;
  onerror: ((event: { message: string }) => void) | null;
}

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

export function createWorkbookService(startWorker: () => WorkerLike): WorkbookService {
  let worker: WorkerLike | null = null;
  let sent = new WeakMap<object, number>();
  let count = 0;
  const waiting = new Map<number, Waiting>();

  const end = (error: Error) => {
    worker?.terminate();
    worker = null;
    sent = new WeakMap(); // a new worker knows nothing
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const running = (): WorkerLike => {
    if (worker) return worker;
    worker = startWorker();
    worker.onmessage = ({ data }) => {
      const asked = waiting.get(data.id);
      waiting.delete(data.id);
      if ('fault' in data) asked?.reject(new Error(data.fault));
      else asked?.resolve(data.answer as never);
    };
    worker.onerror = ({ message }) => end(new Error(message || 'the worker broke down'));
    return worker;
  };
  const ask = <Q extends Question>(question: Q): Promise<AnswerTo<Q>> =>
    new Promise((resolve, reject) => {
      count += 1;
      waiting.set(count, { resolve: resolve as (answer: never) => void, reject });
      running().postMessage({ id: count, ask: question });
    });
  const share = <Thing extends object>(thing: Thing): Shared<Thing> => {
    running();
    const number = sent.get(thing);
    if (number !== undefined) return { number };
    count += 1;
    sent.set(thing, count);
    return { number: count, thing };
  };

  return {
    read: (name, bytes) => ask({ what: 'read', name, bytes }),
    annotate: (name, bytes, annotations) => ask({ what: 'annotate', name, bytes, annotations }),
    examiner(yardstick) {
      const about = async (...[sheets, choices]: Parameters<Examiner['find']>) => {
        const { published, ...rest } = await yardstick();
        return { sheets: sheets.map(share), choices, yardstick: { ...rest, published: share(published) } };
      };
      return {
        find: async (...asked) => ask({ what: 'find', ...(await about(...asked)) }),
        check: async (...asked) => ask({ what: 'check', ...(await about(...asked)) }),
        books: async (...asked) => ask({ what: 'books', ...(await about(...asked)) }),
      };
    },
    stop: () => end(new Stopped('stopped by the user')),
  };
}
