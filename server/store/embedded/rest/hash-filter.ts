/** Bits kept for each hash when the filter is made: one in eight that aren't in it seems to be, at most. */
const bitsEach = 16;
const fullest = 8;

/**
 * Says of most hashes at one look that no list has them, however many lists there are: a new order asks for its request key and
 * its order key in the index of every month, and is in none. What it can't rule out must be looked for.
 */
export class HashFilter {
  #bits = new Uint8Array(1);
  #added = 0;

  mayHave(hash: number): boolean {
    const place = this.#placeOf(hash);
    return (((this.#bits[place >>> 3] as number) >>> (place & 7)) & 1) === 1;
  }

  /** There is room for so many more without ruling out too little. */
  hasRoomFor(count: number): boolean {
    return (this.#added + count) * fullest <= this.#bits.length * 8;
  }

  /** Forgets everything, and makes room for so many hashes. */
  empty(count: number): void {
    this.#bits = new Uint8Array(2 ** Math.ceil(Math.log2(Math.max(count * bitsEach, 64))) / 8);
    this.#added = 0;
  }

  add(hash: number): void {
    const place = this.#placeOf(hash);
    this.#bits[place >>> 3] = (this.#bits[place >>> 3] as number) | (1 << (place & 7));
    this.#added += 1;
  }

  /** Hashes are spread evenly over 32 bits; their lowest do. */
  #placeOf(hash: number): number {
    return hash & (this.#bits.length * 8 - 1);
  }
}
