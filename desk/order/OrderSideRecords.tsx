import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { OrderView } from '../../core/wire/views.ts';
import { formatDate, formatMoment } from '../../ui/language/format.ts';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { useDesk } from '../session/desk-context.ts';
import { LateMark } from './LateMark.tsx';
import { Section } from './Section.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM, minHeight: '28px' },
  number: { fontVariantNumeric: 'tabular-nums' },
  kind: { fontWeight: tokens.fontWeightSemibold },
  what: { overflowWrap: 'anywhere' },
  faint: { color: tokens.colorNeutralForeground3 },
});

/** Changes, returns, holds and what was said, that point at this order; late ones first. */
export function OrderSideRecords({ records }: { records: OrderView['sideRecords'] }): ReactNode {
  const { t, locale } = useLanguage();
  const { timeZone } = useDesk().me;
  const styles = useStyles();
  if (records.length === 0) return null;
  // A day, or a moment of it.
  const by = (until: string) =>
    until.length === 10 ? formatDate(until, locale) : formatMoment(until, timeZone, locale);
  return (
    <Section title={t('screens:records.title')}>
      <ul className={styles.list}>
        {records.map((record) => (
          <li key={record.number} className={styles.row}>
            <Text className={styles.kind}>{t(`screens:record.${record.kind}`)}</Text>
            <Text className={styles.number}>{record.number}</Text>
            <Text>{t(`terms:recordStatus.${record.kind}.${record.status}`)}</Text>
            {record.until !== null && (
              <Text className={styles.faint}>{t('screens:review.due', { when: by(record.until) })}</Text>
            )}
            {record.late && <LateMark />}
            <Text className={styles.what}>{record.what}</Text>
          </li>
        ))}
      </ul>
    </Section>
  );
}
