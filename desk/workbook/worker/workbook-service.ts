import { withServerFindings } from '../../../core/check/with-server-findings.ts';
import { no, type Result } from '../../../core/value/result.ts';
import { ExaminationFailed, type Examiner, Stopped, type Yardstick } from '../../../ui/sheet-session/examiner.ts';
import type { Annotations } from '../../../workbook/annotate/annotation.ts';
import type { WorkbookProblem } from '../../../workbook/problem.ts';
import type { AnnotateAnswer, AnswerTo, Question, ReadAnswer, Shared, WorkerMessage } from './messages.ts';

/** The page's side of the worker. */
export interface WorkbookService {
  read(name: string, bytes: Uint8Array): Promise<ReadAnswer>;
  annotate(name: string, bytes: Uint8Array, annotations: Annotations): Promise<AnnotateAnswer>;
  /** An examiner that judges by what `yardstick` says at that moment. It rejects with {@link ExaminationFailed}. */
  examiner(yardstick: () => Promise<Yardstick>): Examiner;
  /** Stops whatever runs; the promises of it reject with {@link Stopped}. */
  stop(): void;
}

/** The part of Worker this needs. */
export interface WorkerLike {
  postMessage(message: unknown): void;
  terminate(): void;
  onmessage: ((event: { data: WorkerMessage }) => void) | null;
  onmessageerror: (() => void) | null;
  onerror: ((event: { message: string }) => void) | null;
}

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
  readonly giveUp: ReturnType<typeof setTimeout>;
}

/** The same patience as the reader's in Node (workbook/node). */
const usualSeconds = 60;

/**
 * Asks the worker and waits, but not for ever: a question that takes too long ends it, and so does a crash; the next one
 * starts a new worker.
 */
export function createWorkbookService(startWorker: () => WorkerLike, seconds = usualSeconds): WorkbookService {
  let worker: WorkerLike | null = null;
  let sent = new WeakMap<object, number>();
  let count = 0;
  const waiting = new Map<number, Waiting>();

  const answered = (id: number): Waiting | undefined => {
    const asked = waiting.get(id);
    waiting.delete(id);
    clearTimeout(asked?.giveUp);
    return asked;
  };
  const end = (error: Error) => {
    worker?.terminate();
    worker = null;
    sent = new WeakMap(); // a new worker knows nothing
    for (const id of [...waiting.keys()]) answered(id)?.reject(error);
  };
  const running = (): WorkerLike => {
    if (worker) return worker;
    worker = startWorker();
    let ready = false;
    worker.onmessage = ({ data }) => {
      if ('ready' in data) ready = true;
      else if ('answer' in data) answered(data.id)?.resolve(data.answer as never);
      else answered(data.id)?.reject(data.memory ? new ExaminationFailed('too-much-memory') : new Error(data.fault));
    };
    // Its own faults the worker answers with. Once it is ready, only the end of its memory makes it fall silent.
    worker.onerror = ({ message }) =>
      end(ready ? new ExaminationFailed('too-much-memory') : new Error(message || 'the worker did not start'));
    worker.onmessageerror = () => end(new ExaminationFailed('too-much-memory'));
    return worker;
  };
  const ask = <Q extends Question>(question: Q): Promise<AnswerTo<Q>> =>
    new Promise((resolve, reject) => {
      count += 1;
      const giveUp = setTimeout(() => end(new ExaminationFailed('took-too-long')), seconds * 1000);
      waiting.set(count, { resolve: resolve as (answer: never) => void, reject, giveUp });
      running().postMessage({ id: count, ask: question });
    });
  /** For a file, not to be read in time is an answer like any other. */
  const askOfFile = async <Answer>(file: string, answer: Promise<Result<Answer, WorkbookProblem>>) => {
    try {
      return await answer;
    } catch (error) {
      if (!(error instanceof ExaminationFailed)) throw error;
      return no(
        error.reason === 'took-too-long'
          ? ({ code: 'workbook.took-too-long', data: { file, limit: String(seconds) } } as const)
          : ({ code: 'workbook.too-much-memory', data: { file, context: 'browser' } } as const),
      );
    }
  };
  const share = <Thing extends object>(thing: Thing): Shared<Thing> => {
    running();
    const number = sent.get(thing);
    if (number !== undefined) return { number };
    count += 1;
    sent.set(thing, count);
    return { number: count, thing };
  };

  return {
    read: (name, bytes) => askOfFile(name, ask({ what: 'read', name, bytes })),
    annotate: (name, bytes, annotations) => askOfFile(name, ask({ what: 'annotate', name, bytes, annotations })),
    examiner(yardstick) {
      const about = async (...[sheets, choices]: Parameters<Examiner['find']>) => {
        const { published, ...rest } = await yardstick();
        return { sheets: sheets.map(share), choices, yardstick: { ...rest, published: share(published) } };
      };
      return {
        find: async (...asked) => ask({ what: 'find', ...(await about(...asked)) }),
        check: async (...asked) => ask({ what: 'check', ...(await about(...asked)) }),
        books: async (...asked) => ask({ what: 'books', ...(await about(...asked)) }),
        join: withServerFindings,
      };
    },
    stop: () => end(new Stopped('stopped by the user')),
  };
}
