import { type Locale, localeOf, locales } from '../../../core/policy/locale.ts';
import type { KeyValueStorage } from '../../../ui/sheet-session/outbox.ts';
import type { BrowserStorage } from './browser-storage.ts';

const place = 'countersign.locale';

/** Null until the user chose a language himself; then Excel's own counts no more. */
const rememberedLocale = (storage: KeyValueStorage): Locale | null =>
  locales.find((locale) => locale === storage.getItem(place)) ?? null;

/** The language to speak where the surroundings speak this one; once the user chose a language himself, that. */
export const localeAt = ({ storage }: BrowserStorage, surroundings: string): Locale =>
  rememberedLocale(storage) ?? localeOf(surroundings);

export const rememberLocale = (storage: KeyValueStorage, locale: Locale): void => storage.setItem(place, locale);
