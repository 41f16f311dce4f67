import type { Refusal } from '../core/order/refusal.ts';
import type { Texts } from './index.ts';

/** A refusal in a user's words. */
export interface RefusalText {
  /** What stands in the way and what to do. */
  readonly message: string;
  /** "Who can: Head of order desk, Sales manager."; null when nobody is named. */
  readonly who: string | null;
}

/** Says a refusal in one language: its text from locales/<locale>/refusals.json, codes among its data by their names. */
export function describeRefusal({ code, status, who = [], data = {} }: Refusal, texts: Texts): RefusalText {
  const places = {
    ...data,
    ...(status && { status: texts(`terms:status.${status}`) }),
    ...(data.books && { missing: list(data.books.split(' '), 'terms:table', texts) }),
    ...(data.aspects && { aspects: list(data.aspects.split(' '), 'review:aspect', texts) }),
    ...(data.recordStatus && { recordStatus: texts(`terms:recordStatus.${data.recordStatus}`) }),
    ...(data.department && { department: texts(`terms:department.${data.department}`) }),
    ...(data.holdReason && { holdReason: texts(`terms:holdReason.${data.holdReason}`) }),
    ...(data.point && { point: texts(`terms:readBack.${data.point}`) }),
  };
  return {
    message: texts(`refusals:${code}`, places),
    who: who.length > 0 ? texts('refusals:who', { roles: list(who, 'terms:role', texts) }) : null,
  };
}

const list = (codes: readonly string[], names: 'terms:role' | 'terms:table' | 'review:aspect', texts: Texts): string =>
  codes.map((code) => texts(`${names}.${code}`)).join(texts('refusals:separator'));
