import type { Story } from '../story.ts';
import { onChange, once } from './deeds.ts';
import { pieces, yuan } from './goods.ts';
import { large } from './over-the-limit.ts';

const more = '1400';

/** R31, R32: the customer wants more than a little while the goods are being made; departments, customer and director agree. */
export async function changeInProduction(story: Story, order: string): Promise<void> {
  story.chapter('change');
  const places = { order, before: pieces(large.item, large.quantity), after: pieces(large.item, more) };
  const { number } = await story.does(
    { who: 'sales', at: '13:00', what: 'ask-change', with: places },
    async (client) => {
      const asked = await client.call('askChange', {
        body: {
          order,
          source: { from: 'customer', paper: 'JL-0338-B' },
          items: [{ kind: 'line-quantity', line: 1, quantity: more }],
          reason: story.said('change-reason'),
        },
        ...once(),
      });
      if (asked.outcome !== 'asked') throw new Error(`the change was not taken: ${JSON.stringify(asked.findings)}`);
      return asked.change;
    },
  );
  await departmentsAssess(story, number);
  const basis = story.said('loss-basis');
  await story.does(
    { who: 'sales-manager', at: '15:00', what: 'settle-loss', with: { amount: yuan('1200'), basis } },
    onChange(number, { type: 'settle-loss', shares: [{ party: 'company', amount: '1200' }], basis }),
  );
  await story.does(
    { who: 'sales', at: '15:30', what: 'customer-agrees', with: { paper: 'JL-0338-B' } },
    onChange(number, { type: 'record-agreement', form: 'e-mail', on: story.today, paper: 'JL-0338-B' }),
  );
  await departmentsCosign(story, number);
  await changeIsApproved(story, order, number);
}

async function departmentsAssess(story: Story, number: string): Promise<void> {
  const assess = (department: 'production' | 'purchasing' | 'finance', statement: string, cost?: string) =>
    onChange(number, {
      type: 'assess-change',
      department,
      effect: {
        costs: cost === undefined ? [] : [{ what: story.said('overtime'), amount: cost }],
        charges: [],
        dates: [],
        stock: [],
        statement,
      },
    });
  const production = story.said('assess-production');
  await story.does(
    { who: 'production', at: '13:30', what: 'assess', with: { statement: production } },
    assess('production', production, '1200'),
  );
  const purchasing = story.said('assess-purchasing');
  await story.does(
    { who: 'purchasing', at: '14:00', what: 'assess', with: { statement: purchasing } },
    assess('purchasing', purchasing),
  );
  const finance = story.said('assess-finance');
  await story.does(
    { who: 'finance-clerk', at: '14:20', what: 'assess', with: { statement: finance } },
    assess('finance', finance),
  );
}

async function departmentsCosign(story: Story, number: string): Promise<void> {
  const signers = [
    ['production-head', 'production', '15:40'],
    ['purchasing', 'purchasing', '15:45'],
    ['finance-manager', 'finance', '15:50'],
  ] as const;
  for (const [who, department, at] of signers)
    await story.does(
      { who, at, what: 'cosign', with: { change: number } },
      onChange(number, { type: 'cosign-change', department, agrees: true, statement: story.said('cosign') }),
    );
}

/** More than minor once supply has begun: beyond the sales manager; a larger debt, beyond finance. */
async function changeIsApproved(story: Story, order: string, number: string): Promise<void> {
  await story.fails(
    { who: 'sales-manager', at: '16:00', what: 'tries-to-approve-change', with: { change: number } },
    onChange(number, { type: 'approve-change' }),
  );
  const reason = story.said('approve-reason');
  await story.does(
    { who: 'director', at: '16:30', what: 'approve-change', with: { change: number, reason } },
    onChange(number, { type: 'approve-change', reason }),
  );
  // The larger order goes further beyond the customer's limit than finance may answer for.
  await story.fails(
    { who: 'order-desk', at: '17:00', what: 'tries-bring-into-force', with: { change: number } },
    onChange(number, { type: 'bring-into-force' }),
  );
  await story.does(
    { who: 'general-manager', at: '17:15', what: 'bring-into-force', with: { change: number, order } },
    onChange(number, { type: 'bring-into-force' }),
  );
}
