import type { Story } from '../story.ts';
import { command, post, sign } from './deeds.ts';
import { date, placesOf, type SheetOrder } from './goods.ts';

/** The order most of the story is about. */
export const large: SheetOrder & { readonly customerCode: string } = {
  po: 'JL-0338',
  customer: '南京金陵阀门销售有限公司',
  customerCode: 'C005',
  item: 'FL004',
  quantity: '1300',
  unitPrice: '121.6',
  dueDate: '2026-11-25',
};

/** Class B, above its credit limit and above stock: reviewed by everybody it concerns. Answers the order's number. */
export async function overTheLimit(story: Story): Promise<string> {
  story.chapter('over-limit');
  const posting = { who: 'order-desk', at: '16:35', what: 'post', with: placesOf(large) } as const;
  const { number } = await story.does(posting, post(story, large));
  await story.tellPlan(number);
  await creditIsSigned(story, number);
  await customerIsAsked(story, number);
  await story.does(
    { who: 'order-desk-head', at: '17:20', what: 'sign-head', with: { order: number } },
    sign(number, 'head'),
  );
  await story.fails(
    { who: 'sales-manager', at: '17:25', what: 'tries-to-confirm', with: { order: number } },
    command(number, { type: 'approve-order' }),
  );
  await story.does(
    { who: 'sales-manager', at: '17:30', what: 'confirm-production', with: { order: number } },
    command(number, { type: 'approve-order', supply: [{ line: 1, mode: 'production' }] }),
  );
  await story.does(
    { who: 'order-desk', at: '17:35', what: 'issue-letter', with: { order: number, date: date(large.dueDate) } },
    command(number, { type: 'issue-letter' }),
  );
  const to = 'caigou@jinling.example';
  await story.does(
    { who: 'order-desk', at: '17:40', what: 'send', with: { to } },
    command(number, { type: 'record-sending', channel: 'e-mail', to }),
  );
  return number;
}

/** The clerk may not; the manager does, in writing. */
async function creditIsSigned(story: Story, number: string): Promise<void> {
  const statement = story.said('credit');
  await story.fails(
    { who: 'finance-clerk', at: '16:40', what: 'sign-credit', with: { order: number } },
    sign(number, 'credit'),
  );
  await story.fails(
    { who: 'finance-manager', at: '16:45', what: 'sign-credit', with: { order: number } },
    sign(number, 'credit'),
  );
  await story.does(
    { who: 'finance-manager', at: '16:50', what: 'sign-credit-writing', with: { order: number, statement } },
    sign(number, 'credit', statement),
  );
}

/** Production wants to know first whether it may deliver in two parts. */
async function customerIsAsked(story: Story, number: string): Promise<void> {
  const question = story.said('question');
  await story.does(
    { who: 'production', at: '16:55', what: 'ask-customer', with: { question } },
    command(number, { type: 'ask-customer', question }),
  );
  const [from, answer] = [story.said('buyer'), story.said('answer')];
  const receivedAt = `${story.today}T09:08:00.000Z`;
  await story.does(
    { who: 'sales', at: '17:10', what: 'record-answer', with: { from, answer } },
    command(number, { type: 'record-answer', number: 1, from, answer, receivedAt }),
  );
  const statement = story.said('supply');
  await story.does(
    { who: 'production', at: '17:15', what: 'sign-supply', with: { order: number, statement } },
    sign(number, 'supply', statement),
  );
}
