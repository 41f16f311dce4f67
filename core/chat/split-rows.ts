import type { Mention } from './items-in.ts';

/** A stretch of a line that orders one item. */
export interface RowText {
  readonly from: number;
  readonly to: number;
  readonly mentions: readonly Mention[];
}

const separator = /[,，、;；。]|\s(?:and|plus)\s|和|以及|还有|還有|另外|再来|再來/giu;

/** "F-50 一百个，B-10 两百只": one row for each item a line names. Code and name of one item are one. */
export function splitRows(line: string, mentions: readonly Mention[]): readonly RowText[] {
  const groups: Mention[][] = [];
  for (const mention of mentions) {
    const last = groups.at(-1);
    if (last && belongsTo(last, mention, line)) last.push(mention);
    else groups.push([mention]);
  }
  const starts = groups.map((group, at) => (at === 0 ? 0 : startOf(group, groups[at - 1] ?? [], line)));
  return groups.map((group, at) => ({ from: starts[at] ?? 0, to: starts[at + 1] ?? line.length, mentions: group }));
}

/** What a line says before the stretch of its first item begins; null = nothing. Something may be ordered there by a name no book has. */
export function leadOf(line: string, mentions: readonly Mention[]): RowText | null {
  const [first] = mentions;
  const to = first ? separatedAt(0, first.from, line) : null;
  return to === null ? null : { from: 0, to, mentions: [] };
}

/** A text cut behind each separator. */
export function stretchesOf(text: string): readonly RowText[] {
  const ends = [...text.matchAll(separator)].map(({ 0: sign, index }) => index + sign.length);
  return [0, ...ends].map((from, at) => ({ from, to: ends[at] ?? text.length, mentions: [] }));
}

/**
 * Without items the book knows: "合页100个，还有门锁十五套". Every stretch that counts something is a row, what else is said belongs
 * to the row before it.
 */
export function splitCounted(
  { from, to }: RowText,
  line: string,
  counts: (part: RowText) => boolean,
): readonly RowText[] {
  const stretches = stretchesOf(line.slice(from, to)).map((part) => ({
    ...part,
    from: part.from + from,
    to: part.to + from,
  }));
  const starts = stretches.filter((part) => !ofTheSame.test(line.slice(part.from, part.to)) && counts(part));
  if (starts.length < 2) return [{ from, to, mentions: [] }];
  return starts.map((part, at) => ({
    from: at === 0 ? from : part.from,
    to: starts[at + 1]?.from ?? to,
    mentions: [],
  }));
}

/** "每箱50个", "其中20个", "共100个" count no other thing. */
const ofTheSame = /每|其中|一共|总共|總共|合计|合計|共\s*\d|一[箱盒包袋件托]/;

/** "F-50 20个，还有门锁十五套": what a row says of another thing, though no book knows it. */
export function splitAdded(part: RowText, line: string, counts: (part: RowText) => boolean): readonly RowText[] {
  const last = Math.max(part.from, ...part.mentions.map(({ to }) => to));
  const found = added.exec(line.slice(last, part.to));
  if (!found || part.mentions.length === 0) return [part];
  const rest = { from: last + found.index + found[0].length, to: part.to, mentions: [] };
  return counts(rest) ? [{ ...part, to: rest.from }, ...splitCounted(rest, line, counts)] : [part];
}

const added = /还有|還有|另外|再来|再來|再要|再加|外加/;

/** Names the same thing, or follows without any number between: its description. */
function belongsTo(group: readonly Mention[], mention: Mention, line: string): boolean {
  const before = group.at(-1);
  if (!before) return false;
  if (group.some(({ items }) => items.some((item) => mention.items.includes(item)))) return true;
  const between = line.slice(before.to, mention.from);
  return !/[\d零一二两兩三四五六七八九十百千万萬,，、;；。]/.test(between);
}

/** After the last separator before the item; without one, where the item is named. */
function startOf(group: readonly Mention[], before: readonly Mention[], line: string): number {
  const from = before.at(-1)?.to ?? 0;
  const first = group[0]?.from ?? from;
  return separatedAt(from, first, line) ?? first;
}

/** Behind the last separator between the two places. */
function separatedAt(from: number, to: number, line: string): number | null {
  const found = [...line.slice(from, to).matchAll(separator)].at(-1);
  return found ? from + found.index + found[0].length : null;
}
