/** The hashes of the files that events name, each once: whatever is called `sha256` in them. */
export function filesNamedIn(events: readonly unknown[]): ReadonlySet<string> {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) look(each);
    else if (typeof value === 'object' && value !== null)
      for (const [name, each] of Object.entries(value)) {
        if (name === 'sha256' && typeof each === 'string' && /^[0-9a-f]{64}$/.test(each)) found.add(each);
        else look(each);
      }
  };
  look(events);
  return found;
}
