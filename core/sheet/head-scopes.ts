import type { Field } from './fields.ts';
import type { Head } from './head-fields.ts';

/** A labelled cell and the rows it holds for, not yet read. */
export interface PlacedHead extends Head {
  /** Zero-based sheet rows, inclusive. */
  readonly from: number;
  readonly to: number;
}

/** What begins anew with another customer or order. */
const ofOneOrder: readonly Field<'orders'>[] = [
  ...(['orderKey', 'poNumber', 'customerCode', 'customerName'] as const),
  ...(['contact', 'phone', 'address'] as const),
];
const named: ReadonlySet<string> = new Set(ofOneOrder.slice(0, 4));

/** At the foot of a form that is the day of a signature. */
const signedOn = /^(?:日期|date)$/i;

/** Keeps, from the top of a table to its bottom, which labelled cell holds for which rows. */
export class HeadScopes {
  readonly #done: PlacedHead[] = [];
  readonly #current = new Map<string, PlacedHead>();
  readonly #last: number;
  /** Where the form and the group of rows began that are being read. */
  #form: number;
  #group: number;

  constructor(first: number, last: number) {
    this.#form = first;
    this.#group = first;
    this.#last = last;
  }

  /** Heads that hold from a row on. */
  open(heads: readonly Head[], from: number): void {
    for (const head of heads) {
      this.#end(head.field, from - 1);
      this.#current.set(head.field, { ...head, from, to: this.#last });
    }
  }

  /** Labelled rows within the rows: what stands before another customer's name still speaks of the rows above. */
  goOn(heads: readonly Head[], from: number): void {
    const first = heads.findIndex(({ field }) => named.has(field));
    if (first >= 0) {
      this.#foot(heads.slice(0, first), this.#group, from - 1);
      for (const field of ofOneOrder) this.#end(field, from - 1);
      this.#group = from;
    }
    this.open(heads.slice(Math.max(first, 0)), from);
  }

  /** Feet of the form: they say what no head said. */
  close(heads: readonly Head[], to = this.#last): void {
    this.#foot(heads, this.#form, to);
  }

  /** Another form begins, under the same headings. */
  startAnew(from: number): void {
    for (const field of [...this.#current.keys()]) this.#end(field, from - 1);
    this.#form = from;
    this.#group = from;
  }

  all(): readonly PlacedHead[] {
    return [...this.#done, ...this.#current.values()];
  }

  #end(field: string, to: number): void {
    const head = this.#current.get(field);
    if (!head) return;
    this.#current.delete(field);
    this.#done.push({ ...head, to });
  }

  #foot(heads: readonly Head[], from: number, to: number): void {
    for (const head of heads) {
      if (signedOn.test(head.label)) continue;
      const isSaid = this.all().some((other) => other.field === head.field && other.to >= from);
      if (!isSaid) this.#done.push({ ...head, from, to });
    }
  }
}
