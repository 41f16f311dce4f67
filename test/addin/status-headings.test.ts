import { expect, test } from 'vitest';
import { locales } from '../../core/policy/locale.ts';
import { matchHeading } from '../../core/sheet/headings.ts';
import { textsIn } from '../../locales/index.ts';
import { statusFields } from '../../ui/sheet-session/port.ts';

// What the pane writes beside the rows it must know again: else the next posting adds two more columns, and a status
// would count as the order's content.
test.each(locales)('the headings written in %s are known again, and as nothing else', (locale) => {
  const t = textsIn(locale);
  for (const field of statusFields)
    expect(matchHeading('orders', t(`terms:field.${field}`))).toMatchObject({ field, confidence: 1 });
});
