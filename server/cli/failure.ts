import type { exit } from './terminal.ts';

/** The command can't go on; the words are in the user's language already. Ends the program with `code`. */
export class CommandFailure extends Error {
  override name = 'CommandFailure';
  readonly code: number;
  /** For `--json`. */
  readonly problem: Readonly<Record<string, unknown>>;
  constructor(
    code: (typeof exit)[keyof typeof exit],
    message: string,
    problem: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.code = code;
    this.problem = problem;
  }
}
