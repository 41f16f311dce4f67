/**
 * Remembers what was worked out for a key: the same few formats, unit words and days come in every row of a long sheet. A
 * server runs for months, so it forgets everything once it has met `most` keys.
 */
export function remembering<Key, Value>(workOut: (key: Key) => Value, most = 10_000): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = workOut(key);
    if (known.size >= most) known.clear();
    known.set(key, made);
    return made;
  };
}
