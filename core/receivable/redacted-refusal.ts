import type { Secret } from '../check/knowledge.ts';
import type { Refusal, RefusalCode } from '../order/refusal.ts';

/** Refusals that tell what a customer owes, has paid or may owe. */
const ofCredit: ReadonlySet<RefusalCode> = new Set([
  'payment.prepayment-missing',
  'payment.balance-missing',
  'credit.overdue-stops-orders',
  'credit.overdue-stops-shipping',
  'credit.exceeded',
  'close.unpaid',
]);

/** Deny by default: of a secret refusal only what names things, no figure. */
const openData: ReadonlySet<string> = new Set(['order', 'customer']);

/**
 * A refusal as it may be shown to somebody who may not see customers' debts: that money stands in the way and who could
 * help, without the figures. The words are `<code>_redacted`.
 */
export function redactedRefusal(refusal: Refusal, secrets: readonly Secret[]): Refusal {
  if (!secrets.includes('credit') || !ofCredit.has(refusal.code)) return refusal;
  const open = Object.entries(refusal.data ?? {}).filter(([name]) => openData.has(name));
  return { ...refusal, data: { ...Object.fromEntries(open), context: 'redacted' } };
}
