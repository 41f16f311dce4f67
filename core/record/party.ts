/** Whose doing something was, and who can bear a loss. Words: terms `party.…`. */
export const parties = ['company', 'customer', 'supplier', 'carrier', 'insurer'] as const;
export type Party = (typeof parties)[number];
