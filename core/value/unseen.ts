/**
 * Control characters, halves of characters, and signs that turn the direction of what follows: nobody sees them, no font draws
 * them, and XML can't hold them. Cells bring them along from other programs; they are left out, so that a letter can be printed.
 */
const unseen = /[\p{Cs}\p{Noncharacter_Code_Point}\p{Bidi_Control}]|(?![\t\n\r])\p{Cc}/gu;

export const withoutUnseen = (text: string): string => text.replace(unseen, '');
