import { textsByNeed } from './fetched-texts.ts';

/** What an answer to a customer says: in his language, whatever language the screen is in. */
export const loadReplyTexts = textsByNeed(['documents', 'terms']);
