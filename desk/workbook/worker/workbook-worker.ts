import { createAnswerer } from './answer.ts';
import type { WorkerMessage, WorkerQuestion } from './messages.ts';

/** Reads and checks beside the page, which stays usable meanwhile. */
const answer = createAnswerer();
const scope = globalThis as unknown as {
  onmessage: (event: { data: WorkerQuestion }) => void;
  postMessage(message: WorkerMessage): void;
};

scope.onmessage = ({ data: { id, ask } }) => {
  answer(ask).then(
    (answered) => scope.postMessage({ id, answer: answered }),
    (error: unknown) => scope.postMessage({ id, ...faultOf(error) }),
  );
};
scope.postMessage({ ready: true });

/** Engines say it in their own words when a text, an array or a buffer finds no room any more. */
const faultOf = (error: unknown) => ({
  fault: error instanceof Error ? error.message : String(error),
  memory: error instanceof RangeError && /allocat|invalid (?:string|array)|out of memory/i.test(error.message),
});
