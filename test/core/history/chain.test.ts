import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brokenLink, type Chain, extended, streamName } from '../../../core/history/chain.ts';
import { canonicalJson } from '../../../core/value/canonical-json.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const stream = streamName({ kind: 'order', id: 'SO-202611-00001' });
const chainOf = (events: readonly unknown[], chain?: Chain): Chain =>
  extended(stream, { chain, known: [], added: events }, sha256);
const broken = (events: readonly unknown[], chain: Chain, name = stream) => brokenLink(name, chain, events, sha256);

const event = fc.record({ type: fc.string(), at: fc.string(), lines: fc.array(fc.jsonValue()) });
const history = fc.array(event, { minLength: 1, maxLength: 12 });
const place = fc.nat();

describe('a chain', () => {
  test('fits the events it was made of, however they came', () => {
    fc.assert(
      fc.property(history, place, (events, at) => {
        const cut = at % events.length;
        const first = chainOf(events.slice(0, cut));
        const grown = extended(stream, { chain: first, known: events.slice(0, cut), added: events.slice(cut) }, sha256);
        expect(grown).toEqual(chainOf(events));
        expect(broken(events, grown)).toBeNull();
      }),
    );
  });

  test('names the event that was changed, be it by one character', () => {
    fc.assert(
      fc.property(history, place, fc.string({ minLength: 1 }), (events, at, more) => {
        const changed = at % events.length;
        const others = events.with(changed, {
          ...(events[changed] as { type: string; at: string; lines: [] }),
          at: more,
        });
        fc.pre(canonicalJson(others) !== canonicalJson(events));
        expect(broken(others, chainOf(events))).toEqual({ event: changed + 1, because: 'changed' });
      }),
    );
  });

  test('names the place of an event that was taken out, put in, or changed places with the next', () => {
    const events = ['a', 'b', 'c', 'd'].map((type) => ({ type }));
    const chain = chainOf(events);
    expect(broken(events.toSpliced(1, 1), chain)).toEqual({ event: 2, because: 'changed' });
    expect(broken(events.slice(0, 3), chain)).toEqual({ event: 4, because: 'event-missing' });
    expect(broken(events.toSpliced(2, 0, { type: 'x' }), chain)).toEqual({ event: 3, because: 'changed' });
    expect(broken([...events, { type: 'x' }], chain)).toEqual({ event: 5, because: 'unchained' });
    expect(
      broken(
        ['a', 'c', 'b', 'd'].map((type) => ({ type })),
        chain,
      ),
    ).toEqual({ event: 2, because: 'changed' });
  });

  test('belongs to its record: the same events under another name do not fit', () => {
    const events = [{ type: 'a' }];
    expect(broken(events, chainOf(events), 'order SO-202611-00002')).toEqual({ event: 1, because: 'changed' });
  });

  test('can be mended for one event only by mending every one after it', () => {
    const events = ['a', 'b', 'c'].map((type) => ({ type }));
    const forged = [{ type: 'a' }, { type: 'x' }, { type: 'c' }];
    const { hashes } = chainOf(events);
    const mended = { hashes: hashes.with(1, chainOf(forged).hashes[1] as string) };
    expect(broken(forged, mended)).toEqual({ event: 3, because: 'changed' });
  });

  test('takes in what was there before chains were kept, and says how much that was', () => {
    const [old, new_] = [[{ type: 'a' }, { type: 'b' }], [{ type: 'c' }]];
    const chain = extended(stream, { chain: undefined, known: old, added: new_ }, sha256);
    expect(chain).toEqual({ ...chainOf([...old, ...new_]), adopted: 2 });
    const later = extended(stream, { chain, known: [...old, ...new_], added: [{ type: 'd' }] }, sha256);
    expect(later).toMatchObject({ adopted: 2 });
    expect(broken([{ type: 'a' }, { type: 'X' }, ...new_], chain)).toEqual({ event: 2, because: 'changed' });
  });

  test('of 10,000 events is checked', () => {
    const events = Array.from({ length: 10_000 }, (_, index) => ({
      type: 'goods-shipped',
      index,
      note: '回签'.repeat(20),
    }));
    const chain = chainOf(events);
    expect(broken(events, chain)).toBeNull();
    expect(broken(events.with(6_999, { ...events[6_999], note: '' } as never), chain)).toMatchObject({ event: 7_000 });
  });
});
