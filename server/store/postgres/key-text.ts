/**
 * Text as PostgreSQL can keep it, in columns that are looked up: it takes neither NUL nor half of a surrogate pair, and a
 * sheet's cell may hold either. As JSON writes it between quotes; two texts never become one.
 */
export const keyText = (text: string): string => JSON.stringify(text).slice(1, -1);

export const textOf = (key: string): string => JSON.parse(`"${key}"`);

/** For a text that is only searched through: what can't be kept becomes a replacement character, on both sides. */
export const searchableText = (text: string): string => text.toWellFormed().replaceAll('\0', '\uFFFD');
