import { expect, test } from 'vitest';
import { locales } from '../../core/policy/locale.ts';
import { matchHeading } from '../../core/sheet/headings.ts';
import { textsIn } from '../../locales/index.ts';

// What the pane writes beside the rows it must know again: else the next posting adds two more columns, and a status
// would count as the order's content.
test.each(locales)('the two headings written in %s are known again, and as nothing else', (locale) => {
  const t = textsIn(locale);
  expect(matchHeading('orders', t('terms:field.number'))).toMatchObject({ field: 'number', confidence: 1 });
  expect(matchHeading('orders', t('terms:field.status'))).toMatchObject({ field: 'status', confidence: 1 });
});
