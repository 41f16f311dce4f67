import { nextStepOf } from '../../../core/order/next-step.ts';
import type { PlainDate } from '../../../core/value/date.ts';
import { type Client, ProblemAnswer } from '../../../core/wire/client.ts';
import type { OrderView } from '../../../core/wire/order-views.ts';

/** Its turn has come and the user may. A letter that is out already is issued anew on the desk. */
export const mayIssueLetter = ({ status, actions }: OrderView): boolean =>
  nextStepOf(status)?.command === 'issue-letter' &&
  actions.some(({ command, allowed }) => command === 'issue-letter' && allowed);

/** A line without any date: the customer must be promised one. */
export const needsDate = ({ lines }: OrderView): boolean => lines.some(({ wished, promised }) => !wished && !promised);

/** The order a letter is for, as it was looked at. */
export type OrderSeen = Pick<OrderView, 'number' | 'version'>;

/** Issues letters, each at most once for an order as it was looked at. */
export interface Letters {
  issue(order: OrderSeen, promisedOn?: PlainDate): Promise<void>;
  /**
   * Issues one after the other. What the server refuses keeps no other from being issued; without an answer it ends, for the next
   * would have none either.
   */
  issueAll(orders: readonly OrderSeen[]): Promise<IssuedLetters>;
}
export interface IssuedLetters {
  readonly issued: readonly string[];
  readonly refused: readonly { readonly number: string; readonly message: string }[];
  /** Why there was no answer; null = there were answers for all. */
  readonly stopped: unknown;
}

/**
 * Sent again because its answer was lost, a letter goes under the request key it went under before. What is asked of another version
 * of the order is another letter: an order that came back with corrections gets its next one.
 */
export function createLetters(client: Client, newKey: () => string): Letters {
  const keys = new Map<string, string>();
  const keyOf = (attempt: string): string => {
    const key = keys.get(attempt) ?? newKey();
    keys.set(attempt, key);
    return key;
  };
  const issue: Letters['issue'] = async ({ number, version }, promisedOn) => {
    const body = { type: 'issue-letter', ...(promisedOn !== undefined && { promisedOn }) } as const;
    const requestKey = keyOf([number, version, promisedOn].join(' '));
    await client.call('commandOrder', { params: { number }, body, requestKey });
  };
  return {
    issue,
    async issueAll(orders) {
      const issued: string[] = [];
      const refused: { number: string; message: string }[] = [];
      for (const order of orders) {
        try {
          await issue(order);
          issued.push(order.number);
        } catch (error) {
          if (!isRefused(error)) return { issued, refused, stopped: error };
          refused.push({ number: order.number, message: error.problem.message });
        }
      }
      return { issued, refused, stopped: null };
    },
  };
}

/** The server said no to this one letter; what it can’t do now, or for nobody it knows, it can for none. */
const isRefused = (error: unknown): error is ProblemAnswer =>
  error instanceof ProblemAnswer && error.status < 500 && ![401, 408, 429].includes(error.status);
