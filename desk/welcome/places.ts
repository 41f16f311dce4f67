import { homeOf } from '../../core/policy/company-defaults.ts';
import type { Locale } from '../../core/policy/locale.ts';

/** Currency and time zone an office of this language most likely wants; where that says nothing, this computer's zone. */
export function homeFor(locale: Locale): { readonly currency: string; readonly timeZone: string } {
  const { currency, timeZone } = homeOf[locale];
  return { currency, timeZone: timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone };
}

/** Every currency with its name in the language, by code. */
export function currencies(locale: Locale): readonly { readonly code: string; readonly name: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'currency' });
  return Intl.supportedValuesOf('currency').map((code) => ({ code, name: names.of(code) ?? '' }));
}

/** Every time zone the browser knows, and the chosen one, which may go by an older name. */
export const timeZones = (chosen: string): readonly string[] =>
  [...new Set([chosen, ...Intl.supportedValuesOf('timeZone')])].sort();
