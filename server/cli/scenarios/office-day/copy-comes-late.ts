import type { Story } from '../story.ts';
import { command, pay } from './deeds.ts';
import { date, yuan } from './goods.ts';
import { large } from './over-the-limit.ts';

/** R27: the copy is back two days after the letter, so the promise moves by two days. No prepayment, no production (R67). */
export async function copyComesLate(story: Story, number: string): Promise<void> {
  story.chapter('late-copy');
  const places = { order: number, before: date(large.dueDate), after: date('2026-11-27') };
  const { lines } = await story.does(
    { who: 'order-desk', at: '10:00', what: 'copy-late', with: places },
    command(number, { type: 'record-countersign', on: story.today, time: '09:50' }),
  );
  if (lines[0]?.postponed !== '2026-11-27') throw new Error(`${number} moved to ${lines[0]?.postponed}`);
  const begin = { type: 'begin-supply', readyOn: '2026-11-24' } as const;
  await story.fails({ who: 'production-head', at: '10:30', what: 'tries-to-begin' }, command(number, begin));
  const money = { customerCode: large.customerCode, order: number, amount: '47424', receivedOn: story.today };
  await story.does(
    { who: 'finance-clerk', at: '14:00', what: 'prepayment', with: { amount: yuan(money.amount) } },
    pay(money),
  );
  await story.does(
    { who: 'production-head', at: '14:30', what: 'begin', with: { date: date(begin.readyOn) } },
    command(number, begin),
  );
}
