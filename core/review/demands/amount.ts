import { compare } from '../../value/decimal.ts';
import type { DemandRule } from '../demand.ts';

/**
 * How much it comes to (policy 1, R12). The head of the order desk signs every order; above his amount whoever may confirm so
 * much besides. An amount that nobody can compare with the limits is beyond all of them.
 */
export const amountDemands: DemandRule = ({ facts: { amount, currency }, policy }) => {
  const { amountAuthority, lastAuthority, aspects } = policy;
  const head = { aspect: 'head', reason: { code: 'approval.head' } } as const;
  if (amount === null) return [head, { aspect: 'management', role: lastAuthority, reason: { code: 'amount.unknown' } }];
  const money = (value: string) => ({ kind: 'money', value, currency }) as const;
  const who = amountAuthority.find(({ upTo }) => compare(amount, upTo) <= 0);
  const passed = amountAuthority.findLast(({ upTo }) => compare(amount, upTo) > 0);
  const mayConfirm = { code: 'amount.within', values: { amount: money(amount) } } as const;
  const role = who?.role ?? lastAuthority;
  if (aspects.head.levels[0]?.includes(role)) return [{ aspect: 'head', reason: mayConfirm }];
  const reason =
    passed === undefined
      ? mayConfirm
      : ({ code: 'amount.beyond', values: { amount: money(amount), limit: money(passed.upTo) } } as const);
  return [head, { aspect: 'management', role, reason }];
};
