import type { PlainDate } from '../../../../core/value/date.ts';
import type { Story } from '../story.ts';
import { command, invoice, once, onInvoice, onPayment, onReturn } from './deeds.ts';
import { pieces, yuan } from './goods.ts';
import { large } from './over-the-limit.ts';

/** R43: some leak; they come back, and the money for them goes. Then the order closes (R49). */
export async function goodsComeBack(story: Story, order: string, payment: string): Promise<void> {
  story.day('2026-12-01' as PlainDate);
  story.chapter('return');
  const reason = story.said('return-reason');
  const goods = { quantity: pieces(large.item, '20'), reason };
  const { number } = await story.does({ who: 'sales', at: '09:00', what: 'ask-return', with: goods }, (client) =>
    client.call('askReturn', {
      body: { kind: 'return', lines: [{ order, line: 1, quantity: '20' }], reason },
      ...once(),
    }),
  );
  await story.does(
    { who: 'sales-manager', at: '10:00', what: 'approve-return', with: { return: number } },
    onReturn(number, { type: 'approve-return' }),
  );
  const issued = await story.does(
    { who: 'finance-clerk', at: '10:30', what: 'invoice', with: { amount: yuan('170240') } },
    invoice('26332000000000000102', order, story.today),
  );
  await story.fails(
    { who: 'finance-clerk', at: '10:35', what: 'tries-to-close', with: { order } },
    command(order, { type: 'close-order' }),
  );
  story.day('2026-12-07' as PlainDate);
  story.chapter('inspected');
  await inspected(story, order, number);
  await refunded(story, { order, goodsReturn: number, payment, invoice: issued.number });
  await story.does(
    { who: 'finance-manager', at: '16:00', what: 'close', with: { order } },
    command(order, { type: 'close-order' }),
  );
}

async function inspected(story: Story, order: string, number: string): Promise<void> {
  const line = { order, line: 1 };
  await story.does(
    { who: 'warehouse', at: '09:00', what: 'inspect', with: { quantity: pieces(large.item, '20') } },
    onReturn(number, {
      type: 'inspect-return',
      arrivedOn: story.today,
      lines: [{ ...line, accepted: '20', rejected: '0', condition: 'defective' }],
      fault: 'company',
    }),
  );
  const reason = story.said('scrap-reason');
  const places = { good: pieces(large.item, '15'), bad: pieces(large.item, '5'), reason };
  await story.does(
    { who: 'quality', at: '11:00', what: 'dispose', with: places },
    onReturn(number, {
      type: 'dispose-return',
      lines: [{ ...line, restocked: '15', scrapped: '5', repaired: '0' }],
      reason,
    }),
  );
}

interface Refund {
  readonly order: string;
  readonly goodsReturn: string;
  readonly payment: string;
  readonly invoice: string;
}
/** Invoice and price are lowered; what was paid too much is taken off the order and goes back. */
async function refunded(story: Story, { order, goodsReturn, payment, invoice: issued }: Refund): Promise<void> {
  const amount = '2432';
  const places = { amount: yuan(amount) };
  const paper = '26332000000000000103';
  const reason = story.said('refund-reason');
  await story.does(
    { who: 'finance-clerk', at: '13:50', what: 'red-letter', with: { ...places, paper } },
    onInvoice(issued, {
      type: 'reverse-invoice',
      redNumber: paper,
      on: story.today,
      parts: [{ order, line: 1, quantity: '20' }],
      reason,
    }),
  );
  await story.does(
    { who: 'finance-clerk', at: '14:00', what: 'credit', with: { ...places, return: goodsReturn } },
    onReturn(goodsReturn, { type: 'refund-return', amount, currency: 'CNY', paper }),
  );
  await story.does(
    { who: 'finance-clerk', at: '14:10', what: 'release-money', with: { ...places, order } },
    onPayment(payment, { type: 'release-allocation', allocations: [{ order, amount }], reason }),
  );
  await story.does(
    { who: 'finance-manager', at: '15:00', what: 'refund', with: places },
    onPayment(payment, { type: 'refund-payment', amount, on: story.today, reason }),
  );
}
