import { ProblemAnswer } from '../../../core/wire/client.ts';

/** What the server said no with; fails when it said yes. */
export async function refused(call: Promise<unknown>): Promise<ProblemAnswer> {
  const answer = await call.then(
    (value) => value,
    (error: unknown) => error,
  );
  if (answer instanceof ProblemAnswer) return answer;
  throw new Error(`expected a problem, got ${JSON.stringify(answer)} ${String(answer)}`);
}
