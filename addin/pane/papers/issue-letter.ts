import { nextStepOf } from '../../../core/order/next-step.ts';
import type { PlainDate } from '../../../core/value/date.ts';
import type { Client } from '../../../core/wire/client.ts';
import type { OrderView } from '../../../core/wire/views.ts';

/** Its turn has come and the user may. A letter that is out already is issued anew on the desk. */
export const mayIssueLetter = ({ status, actions }: OrderView): boolean =>
  nextStepOf(status)?.command === 'issue-letter' &&
  actions.some(({ command, allowed }) => command === 'issue-letter' && allowed);

/** A line without any date: the customer must be promised one. */
export const needsDate = ({ lines }: OrderView): boolean => lines.some(({ wished, promised }) => !wished && !promised);

/** @param requestKey the same until it was answered: a lost answer must not issue the letter twice */
export async function issueLetter(
  client: Client,
  number: string,
  requestKey: string,
  promisedOn?: PlainDate,
): Promise<void> {
  const body = { type: 'issue-letter', ...(promisedOn !== undefined && { promisedOn }) } as const;
  await client.call('commandOrder', { params: { number }, body, requestKey });
}
