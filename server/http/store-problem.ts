import { StoreFault } from '../store/store-fault.ts';
import { ProblemReply } from './problem.ts';

/** A disk that is mended, or less busy, takes it then; or the database is back. */
const retryAfterSeconds = 5;

/**
 * What somebody is told when the store could not do what he asked: that nothing of it was kept, why, and what to do. Sending it
 * again under the same request key is always safe. Null for faults that only the program's authors can do anything about.
 */
export function storeProblem(error: unknown): ProblemReply | null {
  if (!(error instanceof StoreFault)) return null;
  switch (error.code) {
    case 'store.write-failed':
      return new ProblemReply(503, { code: `store.${error.details.because ?? 'disk-failing'}`, retryAfterSeconds });
    case 'store.busy':
    case 'store.contended':
    case 'store.database-away':
    case 'store.closed':
    case 'store.read-failed':
      return new ProblemReply(503, { code: error.code, retryAfterSeconds });
    case 'store.database-refused':
    case 'store.lock-lost':
      return new ProblemReply(503, { code: error.code });
    case 'store.damaged':
    case 'store.oversold':
      return new ProblemReply(500, { code: error.code });
    default:
      return null;
  }
}
