import { nextStepOf } from '../../core/order/next-step.ts';
import type { OrderSummary } from '../../core/wire/order-views.ts';
import { describeRefusal } from '../../locales/describe-refusal.ts';
import type { Texts } from '../../locales/index.ts';
import type { Language } from '../language/LanguageProvider.tsx';
import type { OrderFate } from '../sheet-session/post-in-batches.ts';
import type { StatusWords } from '../sheet-session/row-statuses.ts';

/** For the sheet's columns: an order on the server stands under its status; one that isn't says why. */
export const wordsOfFate = (fate: OrderFate, language: Pick<Language, 't' | 'locale'>): StatusWords =>
  'status' in fate ? wordsOfStanding(fate, language.t) : { text: fateText(fate, language), next: '' };

/** How far an order is, as the server says it: its review may ask somebody else than its status alone would. */
type OrderStanding = Pick<OrderSummary, 'status' | 'nextStep'>;

export const wordsOfStanding = (standing: OrderStanding, t: Texts) => ({
  text: t(`terms:status.${standing.status}`),
  next: nextStepText(standing, t),
});

/** What the order waits for, and of whom first; empty at the end of its life. */
function nextStepText({ status, nextStep }: OrderStanding, t: Texts): string {
  const next = nextStep ?? nextStepOf(status);
  if (next === null) return '';
  const [role = ''] = next.roles;
  return `${t(`screens:command.${next.command}`)} · ${t(`terms:role.${role}`)}`;
}

export function fateText(fate: OrderFate, { t, locale }: Pick<Language, 't' | 'locale'>): string {
  switch (fate.outcome) {
    case 'posted':
    case 'edited':
    case 'unchanged':
    case 'saved':
      return t(`screens:fate.${fate.outcome}`);
    case 'findings':
      return t('screens:fate.findings', { count: fate.findings.length });
    case 'refused':
      return describeRefusal(fate.refusal, t, locale).message;
    case 'failed':
      return t('screens:fate.failed');
  }
}
