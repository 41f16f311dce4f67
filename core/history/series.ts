import { formatNumber, parseNumber, type RecordNumber, seriesOf } from '../order/number.ts';

/** A continuous series of numbers as it was found (R4). */
export interface SeriesFound {
  /** "SO-202611" */
  readonly series: string;
  readonly highest: number;
  /** Stretches of numbers that nothing bears, both ends included, from 1 to the highest. */
  readonly missing: readonly { readonly from: string; readonly to: string }[];
}

/**
 * Every series among these texts, by name; texts that are no numbers of a series (the names of papers) don't count. `borne`:
 * the numbers that records bear, void and damaged ones too. `mentioned`: numbers that were surely given out, because a
 * record points at them.
 */
export function seriesIn(texts: {
  readonly borne: readonly string[];
  readonly mentioned: readonly string[];
}): readonly SeriesFound[] {
  const [borne, mentioned] = [bySeries(texts.borne), bySeries(texts.mentioned)];
  return [...new Set([...borne.keys(), ...mentioned.keys()])].sort().map((series) => {
    const numbers = borne.get(series) ?? [];
    const all = [...numbers, ...(mentioned.get(series) ?? [])];
    const [first] = all as [RecordNumber];
    const highest = all.reduce((high, { sequence }) => Math.max(high, sequence), 0);
    const named = (sequence: number) => formatNumber({ ...first, sequence });
    const gaps = gapsIn(
      numbers.map(({ sequence }) => sequence),
      highest,
    );
    return { series, highest, missing: gaps.map(([from, to]) => ({ from: named(from), to: named(to) })) };
  });
}

function bySeries(texts: readonly string[]): Map<string, RecordNumber[]> {
  const found = new Map<string, RecordNumber[]>();
  for (const text of texts) {
    const number = parseNumber(text);
    if (number === null) continue;
    const series = seriesOf(number.kind, number.month);
    const known = found.get(series);
    if (known) known.push(number);
    else found.set(series, [number]);
  }
  return found;
}

/** What is missing of 1 … highest, as stretches. */
function gapsIn(sequences: readonly number[], highest: number): readonly (readonly [from: number, to: number])[] {
  const gaps: [number, number][] = [];
  let expected = 1;
  for (const sequence of [...sequences, highest + 1].sort((a, b) => a - b)) {
    if (sequence > expected) gaps.push([expected, sequence - 1]);
    expected = Math.max(expected, sequence + 1);
  }
  return gaps;
}
