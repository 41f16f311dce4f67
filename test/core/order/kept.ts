import type { Result } from '../../../core/value/result.ts';

/** Records of one kind: their events, each folded once when it is said. */
export class Kept<Key extends string, State, Event> {
  readonly events = new Map<Key, readonly Event[]>();
  readonly #states = new Map<Key, State>();
  readonly #evolve: (state: State | null, event: Event) => State;

  constructor(evolve: (state: State | null, event: Event) => State) {
    this.#evolve = evolve;
  }

  find = (key: Key): State | null => this.#states.get(key) ?? null;
  /** Where it must be there. */
  get(key: Key): State {
    const state = this.#states.get(key);
    if (state === undefined) throw new Error(`there is no ${key}`);
    return state;
  }
  all = (): readonly State[] => [...this.#states.values()];

  keep<Decision extends Result<readonly Event[], unknown>>(key: Key, decision: Decision): Decision {
    if (!decision.ok || decision.value.length === 0) return decision;
    const state = decision.value.reduce<State | null>(this.#evolve, this.find(key));
    this.#states.set(key, state as State);
    this.events.set(key, [...(this.events.get(key) ?? []), ...decision.value]);
    return decision;
  }

  /** Records whose events, written down and read again, tell another story than was told; none, unless something is wrong. */
  mistold = (): readonly Key[] =>
    [...this.events.keys()].filter((key) => {
      const read = JSON.parse(JSON.stringify(this.events.get(key))) as readonly Event[];
      return JSON.stringify(read.reduce<State | null>(this.#evolve, null)) !== JSON.stringify(this.find(key));
    });
}
