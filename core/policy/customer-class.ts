/** Class A (R67): supplied before the countersigned copy is back. Written "A", "a", "A类", "A級" in customer books. */
export const isClassA = (customerClass: string | undefined): boolean =>
  /^a\s*[类類级級]?$/i.test((customerClass ?? '').normalize('NFKC').trim());
