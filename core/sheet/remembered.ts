const mostRemembered = 20_000;

/**
 * The same function, which looks at a text once: headings repeat, and sheets are long. What it found is remembered as long
 * as that are few, and not of texts too long to come again.
 */
export function remembered<Found>(
  find: (text: string) => Found,
  longest: number,
  most: number = mostRemembered,
): (text: string) => Found {
  const known = new Map<string, { readonly found: Found }>();
  return (text) => {
    const before = known.get(text);
    if (before) return before.found;
    const found = find(text);
    if (text.length > longest) return found;
    if (known.size >= most) known.clear();
    known.set(text, { found });
    return found;
  };
}
