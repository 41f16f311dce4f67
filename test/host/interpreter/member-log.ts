import type { HostObject } from './host-object.ts';

/** Members that the stand-in knows, and those that somebody named: what no test names could be gone without a test failing. */
export interface MemberUse {
  readonly known: readonly string[];
  readonly used: readonly string[];
}

export class MemberLog {
  readonly #known = new Set<string>();
  readonly #used = new Set<string>();

  /** Notes the tables of an object that a request reached. */
  meet({ type, get, set, open, call, item }: HostObject): void {
    for (const name of [...Object.keys(get ?? {}), ...Object.keys(open ?? {})]) this.#known.add(`${type}.${name}`);
    for (const name of Object.keys(set ?? {})) this.#known.add(`${type}.${name} =`);
    for (const name of Object.keys(call ?? {})) this.#known.add(`${type}.${name}()`);
    if (item !== undefined) this.#known.add(`${type}.getItem()`);
  }

  know(member: string): void {
    this.#known.add(member);
  }

  /** `Range.values`, `Range.values =`, `Range.clear()`: as the add-in wrote it. `load()` of everything names nothing. */
  use(member: string): void {
    this.#used.add(member);
  }

  report(): MemberUse {
    return { known: [...this.#known].sort(), used: [...this.#used].sort() };
  }
}
