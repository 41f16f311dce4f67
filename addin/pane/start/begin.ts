import type { Locale } from '../../../core/policy/locale.ts';
import { loadPaneTexts } from '../../../locales/on-pane.ts';
import type { OfficeHost } from '../../excel/office-ready.ts';
import { officeLanguage } from '../../excel/office-surroundings.ts';
import type { BrowserStorage } from './browser-storage.ts';
import { localeAt } from './remembered-language.ts';

type InExcel = typeof import('./InExcel.tsx')['InExcel'];
type OutsideExcel = typeof import('./OutsideExcel.tsx')['OutsideExcel'];

/** Where the pane runs, what it shows there, and in which language. */
export type Start = { readonly locale: Locale } & (
  | { readonly host: 'excel'; readonly InExcel: InExcel }
  | { readonly host: Exclude<OfficeHost, 'excel'>; readonly OutsideExcel: OutsideExcel }
);

/**
 * Fetches what the pane works with while office.js is on its way: the page is drawn before either is there, and waits for the
 * slower of the two.
 * @param onScreen the language the page speaks meanwhile
 */
export async function begin(
  office: Promise<OfficeHost>,
  browserStorage: BrowserStorage,
  onScreen: Locale,
): Promise<Start> {
  const inExcel = import('./InExcel.tsx');
  // Looked at below, but only if this is Excel.
  inExcel.catch(() => undefined);
  const host = await office;
  if (host !== 'excel')
    return { host, locale: onScreen, OutsideExcel: (await import('./OutsideExcel.tsx')).OutsideExcel };
  const locale = localeAt(browserStorage, officeLanguage());
  const spoken = loadPaneTexts(locale).then(
    () => locale,
    // The pane still works in the language that is on the screen.
    () => onScreen,
  );
  return { host, locale: await spoken, InExcel: (await inExcel).InExcel };
}
