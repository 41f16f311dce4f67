import { expect, test } from 'vitest';
import { recordActions } from '../../../core/record/record-actions.ts';
import { returnLifecycle } from '../../../core/return/transitions.ts';
import { clerk, manager } from '../order/sample-order.ts';

const asked = { number: 'RT-202611-00001', status: 'asked' } as const;
const allowedTo = (...given: Parameters<typeof recordActions>) =>
  recordActions(...given).flatMap(({ command, allowed }) => (allowed ? [command] : []));

test('a record offers what its table lets this person do from where it stands, and not its own beginning', () => {
  expect(allowedTo(returnLifecycle, asked, clerk)).toEqual(['withdraw-return']);
  expect(allowedTo(returnLifecycle, asked, manager)).toEqual(['approve-return', 'refuse-return', 'withdraw-return']);
  expect(allowedTo(returnLifecycle, { ...asked, status: 'settled' }, manager)).toEqual([]);
  expect(recordActions(returnLifecycle, asked, clerk).map(({ command }) => command)).not.toContain('ask-return');
});

test('what is closed says why and who could; what needs a reason says so', () => {
  const of = (command: string) => recordActions(returnLifecycle, asked, manager).find((one) => one.command === command);
  expect(of('inspect-return')).toMatchObject({
    allowed: false,
    needsReason: false,
    refusal: { code: 'record.wrong-status', who: ['warehouse', 'quality'] },
  });
  expect(of('refuse-return')).toEqual({ command: 'refuse-return', allowed: true, needsReason: true });
  expect(of('approve-return')).toEqual({ command: 'approve-return', allowed: true, needsReason: false });
});
