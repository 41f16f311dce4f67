/**
 * What two spellings of one code or name have in common: full-width and half-width forms, case and white space don't
 * count ("ＡＢ－０１", "ab-01 " and "AB - 01" are one code). Only for comparing, never for showing.
 */
export const textKey = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/** True when both are given and mean the same; an absent text agrees with nothing. */
export const sameText = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && (a === b || textKey(a) === textKey(b));
