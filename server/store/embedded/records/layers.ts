/**
 * Maps and sets in layers: a decision works on a layer of its own over what is committed; the layer is folded down when
 * its events are on disk, and simply dropped when they aren't. Nothing has to be undone.
 */
export class LayeredMap<Key, Value> {
  readonly #below: LayeredMap<Key, Value> | null;
  readonly #own = new Map<Key, Value>();

  constructor(below: LayeredMap<Key, Value> | null = null) {
    this.#below = below;
  }

  get(key: Key): Value | undefined {
    return this.#own.get(key) ?? this.#below?.get(key);
  }

  set(key: Key, value: Value): void {
    this.#own.set(key, value);
  }

  /** Only of the lowest layer: in others the key would show through from below. */
  delete(key: Key): void {
    this.#own.delete(key);
  }

  /** Keys set in this layer; in the lowest one all. */
  changed(): IterableIterator<Key> {
    return this.#own.keys();
  }

  /** All keys, of this layer first, each once. */
  *keys(): Generator<Key> {
    yield* this.#own.keys();
    for (const key of this.#below?.keys() ?? []) if (!this.#own.has(key)) yield key;
  }

  /** Moves this layer's entries into the one below. */
  fold(): void {
    for (const [key, value] of this.#own) this.#below?.set(key, value);
    this.#own.clear();
  }
}

/** For each key a set of members, in layers. A change costs one entry, however large the set is. */
export class LayeredSets<Key, Member> {
  readonly #below: LayeredSets<Key, Member> | null;
  readonly #own = new Map<Key, Map<Member, boolean>>();

  constructor(below: LayeredSets<Key, Member> | null = null) {
    this.#below = below;
  }

  *members(key: Key): Generator<Member> {
    const own = this.#own.get(key);
    for (const member of this.#below?.members(key) ?? []) if (own?.get(member) !== false) yield member;
    for (const [member, present] of own ?? []) if (present && !this.#below?.has(key, member)) yield member;
  }

  /** Every key that may have members. */
  keys(): ReadonlySet<Key> {
    return new Set([...this.#own.keys(), ...(this.#below?.keys() ?? [])]);
  }

  has(key: Key, member: Member): boolean {
    return this.#own.get(key)?.get(member) ?? this.#below?.has(key, member) ?? false;
  }

  /** The lowest layer keeps no trace of absent members. */
  put(key: Key, member: Member, present: boolean): void {
    if (this.has(key, member) === present) return;
    const own = this.#own.get(key) ?? new Map<Member, boolean>();
    this.#own.set(key, own);
    if (present || this.#below !== null) own.set(member, present);
    else own.delete(member);
    if (own.size === 0) this.#own.delete(key);
  }

  fold(): void {
    for (const [key, members] of this.#own)
      for (const [member, present] of members) this.#below?.put(key, member, present);
    this.#own.clear();
  }
}
