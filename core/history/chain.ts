import { canonicalJson } from '../value/canonical-json.ts';

/** SHA-256 of a text's UTF-8 bytes, 64 hex digits; handed in, because core has no cryptography of its own. */
export type Sha256 = (text: string) => string;

/**
 * The hash chain of a stream of events (R63). Each hash covers its event and, through the hash before it, everything
 * earlier; the first covers the stream's name. Who changes, swaps, drops or inserts an event must therefore rewrite every
 * hash after it.
 */
export interface Chain {
  /** One hash per event, in the order of the events. */
  readonly hashes: readonly string[];
  /**
   * How many of the first events were written before chains were kept. Their hashes were made when the next event came,
   * so they vouch for them from that moment only. Absent = none.
   */
  readonly adopted?: number;
}

/** The first event that doesn't fit the chain; counts from 1. */
export interface BrokenLink {
  readonly event: number;
  readonly because: 'changed' | 'unchained' | 'event-missing';
}

/** The name that a record's chain begins with, and that messages call it by: "order SO-202611-00042". */
export const streamName = ({ kind, id }: { readonly kind: string; readonly id: string }): string => `${kind} ${id}`;

/**
 * The chain with the new events added. Costs the new events only; `before` and `known` are the chain and the events there
 * are (no chain and some events: a stream from before chains were kept, whose events are taken in now).
 */
export function extended(
  stream: string,
  { chain, known, added }: { chain: Chain | undefined; known: readonly unknown[]; added: readonly unknown[] },
  sha256: Sha256,
): Chain {
  const adopted = chain === undefined ? known.length : (chain.adopted ?? 0);
  const hashes = [...(chain?.hashes ?? [])];
  for (const event of chain === undefined ? [...known, ...added] : added)
    hashes.push(linkOf(stream, hashes.at(-1), event, sha256));
  return { hashes, ...(adopted === 0 ? {} : { adopted }) };
}

/** Null = every event is the one that was chained, none is missing and none came from elsewhere. */
export function brokenLink(
  stream: string,
  { hashes }: Chain,
  events: readonly unknown[],
  sha256: Sha256,
): BrokenLink | null {
  for (const [index, event] of events.entries()) {
    const hash = hashes[index];
    if (hash === undefined) return { event: index + 1, because: 'unchained' };
    // The hash before is the one on record: so the first wrong link is the first wrong event.
    if (hash !== linkOf(stream, hashes[index - 1], event, sha256)) return { event: index + 1, because: 'changed' };
  }
  return hashes.length > events.length ? { event: events.length + 1, because: 'event-missing' } : null;
}

const linkOf = (stream: string, before: string | undefined, event: unknown, sha256: Sha256): string =>
  sha256(canonicalJson({ before: before ?? sha256(stream), event }));
