import type { OrderView } from '../../core/wire/order-views.ts';
import { formatDate, formatMoney, formatMonth } from '../../ui/language/format.ts';
import type { Language } from '../../ui/language/LanguageProvider.tsx';

type Entry = Pick<OrderView['history'][number], 'type' | 'reason' | 'data'>;

/** What was done and why, in the words of the reader. */
export function entryText({ type, reason, data = {} }: Entry, language: Language): string {
  const { t } = language;
  const what = t(`desk:event.${type}`, placesOf(data, language));
  // Who approves alone writes one line for both.
  const why = [...new Set([data.statement, data.instructions, reason])].filter(Boolean).join(' · ');
  return why ? t('desk:timeline.because', { what, reason: why }) : what;
}

/** Days, amounts and codes as the reader writes them; all else as it was said. */
const placesOf = (data: Readonly<Record<string, string>>, { t, locale }: Language): Record<string, string> => ({
  ...data,
  ...(data.on && { on: formatDate(data.on, locale) }),
  ...(data.ownerRole && { owner: t(`terms:role.${data.ownerRole}`) }),
  ...(data.month && { month: formatMonth(data.month, locale) }),
  ...(data.amount && data.currency && { amount: formatMoney(data.amount, data.currency, locale) }),
  // A step is named by its aspect and the least who may sign it: "credit:finance-manager".
  ...(data.step && { step: t(`review:aspect.${data.step.split(':')[0]}`) }),
  ...(data.finding && { finding: t(`terms:creditVerdict.${data.finding}`) }),
  ...(data.verdict && { verdict: t(`review:verdict.${data.verdict}`) }),
  ...(data.department && { department: t(`terms:department.${data.department}`) }),
  ...(data.channel && { channel: t(`terms:channel.${data.channel}`) }),
  ...(data.role && { role: t(`terms:role.${data.role}`) }),
});
