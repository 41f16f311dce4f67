/** Words of a priority column and where they put a row; the first that fits counts. */
const words: readonly (readonly [RegExp, number])[] = [
  [/不(?:紧|緊|加)?急|低|\bnot urgent\b|\blow\b/i, 3],
  [/急|\burgent\b|\bemergency\b|\brush\b|\basap\b/i, 0],
  [/高|\bhigh\b/i, 1],
  [/中|普通|一般|正常|\bmedium\b|\bnormal\b|\bstandard\b/i, 2],
];

/**
 * Where a row stands in the sequence its sheet gives (R66), lowest first: a number (1, P2, 第3), else a word. Undefined where
 * the cell says neither.
 */
export function placeInQueue(priority: string | undefined): number | undefined {
  if (priority === undefined) return undefined;
  const text = priority.normalize('NFKC');
  const number = /\d{1,6}/.exec(text)?.[0];
  return number === undefined ? words.find(([word]) => word.test(text))?.[1] : Number(number);
}
