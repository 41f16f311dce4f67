import { createAnswerer } from './answer.ts';
import type { WorkerQuestion, WorkerReply } from './messages.ts';

/** Reads and checks beside the page, which stays usable meanwhile. */
const answer = createAnswerer();
const scope = globalThis as unknown as {
  onmessage: (event: { data: WorkerQuestion }) => void;
  postMessage(reply: WorkerReply): void;
};

scope.onmessage = ({ data: { id, ask } }) => {
  answer(ask).then(
    (answered) => scope.postMessage({ id, answer: answered }),
    (error: unknown) => scope.postMessage({ id, fault: error instanceof Error ? error.message : String(error) }),
  );
};
