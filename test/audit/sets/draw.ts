/**
 * Numbers that look drawn by lot and come again with the same seed: Park and Miller's generator (x → 48271 x mod 2³¹ − 1), so
 * that anybody can follow a draw.
 */
export class Lot {
  #state: number;

  constructor(seed: number) {
    this.#state = (Math.abs(Math.trunc(seed)) % 2_147_483_646) + 1;
    // Neighbouring seeds begin alike.
    for (let turn = 0; turn < 8; turn += 1) this.below(2);
  }

  /** A whole number from 0 to limit − 1. */
  below(limit: number): number {
    this.#state = Number((BigInt(this.#state) * 48_271n) % 2_147_483_647n);
    return this.#state % limit;
  }

  of<Thing>(things: readonly Thing[]): Thing {
    const thing = things[this.below(things.length)];
    if (thing === undefined) throw new Error('nothing to draw from');
    return thing;
  }

  /** So many different ones, in the order they had; all of them where there are no more. */
  some<Thing>(things: readonly Thing[], count: number): Thing[] {
    const left = things.map((_, index) => index);
    const drawn: number[] = [];
    while (drawn.length < count && left.length > 0) drawn.push(...left.splice(this.below(left.length), 1));
    return drawn.sort((a, b) => a - b).flatMap((index) => things.slice(index, index + 1));
  }
}
