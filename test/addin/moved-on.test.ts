import { expect, test } from 'vitest';
import { createSheetProgress, hasMovedOn, writtenByPosting } from '../../addin/pane/papers/moved-on.ts';
import type { PlainDate } from '../../core/value/date.ts';
import type { OrderFate } from '../../ui/sheet-session/post-in-batches.ts';

const now = { number: 'SO-202611-00001', status: 'to-ship', promised: '2026-12-03' as PlainDate } as const;

test('moved on is what the sheet does not say: another status, another day, an order nobody wrote about', () => {
  expect(hasMovedOn(now, undefined)).toBe(true);
  expect(hasMovedOn(now, { status: 'in-review' })).toBe(true);
  expect(hasMovedOn(now, { ...now, promised: '2026-12-01' as PlainDate })).toBe(true);
  expect(hasMovedOn(now, now)).toBe(false);
  // Posting wrote no day, so a day alone is no news of it.
  expect(hasMovedOn(now, { status: 'to-ship' })).toBe(false);
});

test('posting has written the statuses of what it answered', () => {
  const fate = (number: string): OrderFate => ({
    outcome: 'posted',
    key: null,
    number,
    status: 'in-review',
    findings: [],
  });
  const failed: OrderFate = { outcome: 'failed', key: null, problem: { code: 'x', message: 'no' } };
  expect([...writtenByPosting([fate('SO-2'), failed])]).toEqual([['SO-2', { status: 'in-review' }]]);
});

test('what the pane does itself is no news, unless it was not written in the end', async () => {
  const progress = createSheetProgress();
  progress.wrote(new Map([[now.number, { status: 'to-confirm' }]]));
  await progress.during([now.number], async () => expect(progress.isNews(now)).toBe(false));
  expect(progress.isNews(now)).toBe(true);
  await progress.during([now.number], async () => progress.wrote(new Map([[now.number, now]])));
  expect(progress.isNews(now)).toBe(false);
  await expect(progress.during([now.number], () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(progress.isNews({ ...now, status: 'shipped' })).toBe(true);
  expect(progress.lacks(now.number)).toBe(false);
  expect(progress.lacks('SO-202611-00002')).toBe(true);
});
