import type { Locale } from '../core/policy/locale.ts';
import type { Reason } from '../core/review/reason.ts';
import { show } from './describe.ts';
import type { Texts } from './index.ts';

/** Says in one language why somebody must sign: locales/<locale>/review.json, amounts and shares by locale. */
export const describeReason = ({ code, values = {}, redacted }: Reason, texts: Texts, locale: Locale): string =>
  texts(`review:reason.${code}`, {
    ...Object.fromEntries(Object.entries(values).map(([place, value]) => [place, show(value, locale)])),
    ...(redacted && { context: 'redacted' }),
  });
