/** What was answered with success, and how to see that it still holds. `Subject`: a store, a client of a server … */
interface Promised<Subject> {
  readonly what: string;
  holds(subject: Subject): Promise<boolean>;
}

/** What somebody who works with the system writes down: every answer of success is a promise that must hold for ever. */
export class Ledger<Subject> {
  readonly #promises: Promised<Subject>[] = [];
  /** What was refused or broke off: nobody was promised anything. */
  readonly failures: unknown[] = [];

  get size(): number {
    return this.#promises.length;
  }

  /** Acts; success is written down together with how to see it. What is thrown is a failure, and the work goes on. */
  async attempt<Answer>(
    what: string,
    act: () => Promise<Answer>,
    holds: (subject: Subject, answer: Answer) => Promise<boolean>,
  ): Promise<void> {
    let answer: Answer;
    try {
      answer = await act();
    } catch (error) {
      this.failures.push(error);
      return;
    }
    this.#promises.push({ what, holds: (subject) => holds(subject, answer) });
  }

  /** The promises that don't hold, in words; [] = all do. */
  async broken(subject: Subject): Promise<readonly string[]> {
    const broken: string[] = [];
    for (const { what, holds } of this.#promises)
      if (!(await holds(subject).catch(() => false))) broken.push(`${what}: was acknowledged and is gone`);
    return broken;
  }
}
