/** An attempt whose answer hasn't come, or has. */
interface Attempt<Body> {
  readonly key: string;
  readonly body: Body;
}

/**
 * What a pane keeps of what it sent: each attempt has a request key of its own, and goes out again, under the same key, until
 * it was answered. Whatever happens to the server, each is then done once.
 */
export class Outbox<Body, Answer> {
  readonly #open = new Map<string, Body>();
  readonly #answered = new Map<string, { readonly body: Body; readonly answer: Answer }>();
  /** Answers that differ from what was answered under the same key before. */
  readonly contradictions: string[] = [];

  add(key: string, body: Body): void {
    this.#open.set(key, body);
  }

  /** What still waits for an answer. */
  get open(): readonly Attempt<Body>[] {
    return [...this.#open].map(([key, body]) => ({ key, body }));
  }

  get answers(): ReadonlyMap<string, Answer> {
    return new Map([...this.#answered].map(([key, { answer }]) => [key, answer]));
  }

  /** One that was answered, to be sent once more all the same. */
  answered(random: () => number): readonly Attempt<Body>[] {
    const all = [...this.#answered];
    const drawn = all[Math.floor(random() * all.length)];
    return drawn === undefined ? [] : [{ key: drawn[0], body: drawn[1].body }];
  }

  take(key: string, answer: Answer): void {
    const before = this.#answered.get(key);
    if (before !== undefined && JSON.stringify(before.answer) !== JSON.stringify(answer))
      this.contradictions.push(`${key} was answered ${before.answer} and is now answered ${answer}`);
    const body = this.#open.get(key);
    if (body !== undefined) this.#answered.set(key, { body, answer });
    this.#open.delete(key);
  }
}
