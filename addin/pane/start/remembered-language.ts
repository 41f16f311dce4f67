import { type Locale, locales } from '../../../core/policy/locale.ts';
import type { KeyValueStorage } from '../../../ui/sheet-session/outbox.ts';

const place = 'countersign.locale';

/** Null until the user chose a language himself; then Excel's own counts no more. */
export const rememberedLocale = (storage: KeyValueStorage): Locale | null =>
  locales.find((locale) => locale === storage.getItem(place)) ?? null;

export const rememberLocale = (storage: KeyValueStorage, locale: Locale): void => storage.setItem(place, locale);
