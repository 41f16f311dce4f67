import { expect, test } from 'vitest';
import { resultsOf } from '../../../ui/components/results-view.ts';
import type { OrderInSheet } from '../../../ui/sheet-session/orders-in-sheet.ts';
import type { OrderFate } from '../../../ui/sheet-session/post-in-batches.ts';

const fates = {
  good: { outcome: 'posted' },
  bad: { outcome: 'findings', findings: [] },
  draft: { outcome: 'saved' },
  no: { outcome: 'refused' },
  away: { outcome: 'failed', problem: { code: 'books.missing', message: 'no books' } },
  sent: { outcome: 'posted' },
} as never as Record<string, OrderFate>;

test('what failed stands first, and what is sent again is not answered yet', () => {
  const orders = [...Object.keys(fates), 'unsent'].map((fingerprint) => ({ fingerprint }) as OrderInSheet);
  const results = resultsOf({ orders, fates: new Map(Object.entries(fates)), kept: new Set(['sent']) });
  const names = (list: readonly { readonly fingerprint: string }[]) => list.map(({ fingerprint }) => fingerprint);
  expect(names(results.failed)).toEqual(['bad', 'no', 'away']);
  expect(names(results.others)).toEqual(['good', 'draft']);
  expect(names(results.waiting)).toEqual(['sent']);
  expect([...results.problems]).toEqual([['books.missing', 'no books']]);
});
