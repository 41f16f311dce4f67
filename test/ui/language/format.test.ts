import { expect, test } from 'vitest';
import { locales } from '../../../core/policy/locale.ts';
import { formatDate, formatMoment } from '../../../ui/language/format.ts';

test.for(locales)('%s writes the day of a moment as every other day', (locale) => {
  const moment = formatMoment('2026-11-20T18:05:00Z', 'Asia/Shanghai', locale);
  expect(moment).toContain(formatDate('2026-11-21', locale));
  expect(moment).toMatch(/02:05$/);
});
