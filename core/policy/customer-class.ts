/** "A", "a", "A类", "Ａ級", "Class A": one class, however a book writes it. */
const plain = (customerClass: string): string =>
  customerClass
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^(?:class|grade)\s+|\s*[类類级級等]$/g, '');

/** Two spellings of one class; an absent class is like no other. */
export const sameClass = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && plain(a) === plain(b);

/** Class A (R67): supplied before the countersigned copy is back. */
export const isClassA = (customerClass: string | undefined): boolean => sameClass(customerClass, 'A');
