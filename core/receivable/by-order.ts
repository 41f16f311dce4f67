/** Finds what points at an order, in the order it is given; looked through once, however many orders there are. */
export function byOrder<Entry>(
  entries: readonly Entry[],
  ordersOf: (entry: Entry) => readonly string[],
): (order: string) => readonly Entry[] {
  const found = new Map<string, Entry[]>();
  for (const entry of entries)
    for (const order of new Set(ordersOf(entry))) {
      const before = found.get(order);
      if (before === undefined) found.set(order, [entry]);
      else before.push(entry);
    }
  return (order) => found.get(order) ?? [];
}
