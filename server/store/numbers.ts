/** "SO-202611-00042" → series "SO-202611", sequence 42; null for ids that aren't numbers of a series. */
export function partsOf(id: string): { readonly series: string; readonly sequence: number } | null {
  const found = /^(.+)-(\d{5,9})$/.exec(id);
  return found ? { series: found[1] as string, sequence: Number(found[2]) } : null;
}

/** Sequences above 99,999 simply grow longer. */
export const numberIn = (series: string, sequence: number): string => `${series}-${String(sequence).padStart(5, '0')}`;

/** Oldest first: by series, then by sequence (as text, 100000 would come before 99999). */
export function compareNumbers(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  if (left === null || right === null || left.series !== right.series) return a < b ? -1 : a > b ? 1 : 0;
  return left.sequence - right.sequence;
}
