/** Signs nobody sees: soft hyphens, zero-width blanks, direction marks (dates copied from Windows begin with one). */
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63]/g;

/**
 * What was typed, ready to be taken apart: full-width signs plain (12。5 is 12.5), every dash a minus, blanks of any kind one
 * space; the apostrophe that keeps digits a text (it comes along in .csv files) is gone.
 */
export const typedText = (text: string): string => (ready.test(text) ? text : tidied(text));

/** Digits, letters and signs of the plain keyboard, no blank and no apostrophe in front: most cells. */
const ready = /^[!-&(-~][!-~]*$/;

const tidied = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(unseen, '')
    .replace(dashes, '-')
    .replace(/(?<=\d)。(?=\d)/g, '.')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^['‘’](?=[\d+(-])/, '');
