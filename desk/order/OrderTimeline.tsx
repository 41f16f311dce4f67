import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { OrderView } from '../../core/wire/views.ts';
import { formatDate, formatMoment, formatMonth } from '../../ui/language/format.ts';
import { type Language, useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { useDesk } from '../session/desk-context.ts';
import { Section } from './Section.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  entry: {
    display: 'grid',
    gridTemplateColumns: 'max-content max-content minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '26px',
  },
  when: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  reason: { overflowWrap: 'anywhere' },
});

/** Who did what, when and why; oldest first. */
export function OrderTimeline({ history }: { history: OrderView['history'] }): ReactNode {
  const language = useLanguage();
  const { me } = useDesk();
  const styles = useStyles();
  return (
    <Section title={language.t('screens:timeline.title')}>
      <ol className={styles.list}>
        {history.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: history only grows at its end
          <li key={index} className={styles.entry}>
            <Text className={styles.when}>{formatMoment(entry.at, me.timeZone, language.locale)}</Text>
            <Text>{entry.by}</Text>
            <Text className={styles.reason}>{entryText(entry, language)}</Text>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function entryText({ type, reason, data = {} }: OrderView['history'][number], { t, locale }: Language): string {
  const places = {
    ...data,
    ...(data.on && { on: formatDate(data.on, locale) }),
    ...(data.month && { month: formatMonth(data.month, locale) }),
    // A step is named by its aspect and the least who may sign it: "credit:finance-manager".
    ...(data.step && { step: t(`review:aspect.${data.step.split(':')[0]}`) }),
    ...(data.finding && { finding: t(`terms:creditVerdict.${data.finding}`) }),
    ...(data.verdict && { verdict: t(`review:verdict.${data.verdict}`) }),
  };
  const what = t(`screens:event.${type}`, places);
  // Who approves alone writes one line for both.
  const why = [...new Set([data.statement, data.instructions, reason])].filter(Boolean).join(' · ');
  return why ? t('screens:timeline.because', { what, reason: why }) : what;
}
