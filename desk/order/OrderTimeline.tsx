import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { OrderView } from '../../core/wire/order-views.ts';
import { formatMoment } from '../../ui/language/format.ts';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { useDesk } from '../session/desk-context.ts';
import { entryText } from './entry-text.ts';
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
    <Section title={language.t('desk:timeline.title')}>
      <ol className={styles.list}>
        {history.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries of one moment have nothing else to tell them apart
          <li key={index} className={styles.entry}>
            <Text className={styles.when}>{formatMoment(entry.at, me.timeZone, language.locale)}</Text>
            <Text>{entry.by ?? language.t('desk:timeline.confidential')}</Text>
            <Text className={styles.reason}>{entryText(entry, language)}</Text>
          </li>
        ))}
      </ol>
    </Section>
  );
}
