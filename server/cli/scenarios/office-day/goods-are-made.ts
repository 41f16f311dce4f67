import type { PlainDate } from '../../../../core/value/date.ts';
import type { Story } from '../story.ts';
import { command } from './deeds.ts';
import { pieces } from './goods.ts';
import { large } from './over-the-limit.ts';

/** The daily production report, and what quality lets through of it. */
export async function goodsAreMade(story: Story, number: string): Promise<void> {
  story.day('2026-11-16' as PlainDate);
  story.chapter('made');
  await made(story, number, '700', ['09:00', '11:00']);
}

/** Reported at one time, released at another. */
export async function made(
  story: Story,
  number: string,
  quantity: string,
  [reportedAt, releasedAt]: readonly [`${number}:${number}`, `${number}:${number}`],
): Promise<void> {
  const lines = [{ line: 1, quantity }];
  const goods = { quantity: pieces(large.item, quantity) };
  await story.does(
    { who: 'production', at: reportedAt, what: 'report', with: goods },
    command(number, { type: 'report-supply', lines }),
  );
  await story.does(
    { who: 'quality', at: releasedAt, what: 'release', with: goods },
    command(number, { type: 'release-quality', lines }),
  );
}
