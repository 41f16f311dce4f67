/**
 * The same function, which works a thing out once: the same few headings, formats, unit words and days come in every row of a
 * long sheet. A server runs for months, so it forgets everything once it knows `most`, and never keeps a text over `longest`
 * letters: that won't come again.
 */
export function remembered<Key extends string | number, Found>(
  find: (key: Key) => Found,
  { longest = 60, most = 20_000 }: { readonly longest?: number; readonly most?: number } = {},
): (key: Key) => Found {
  const known = new Map<Key, Found>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = find(key);
    if (typeof key === 'string' && key.length > longest) return found;
    if (known.size >= most) known.clear();
    known.set(key, found);
    return found;
  };
}
