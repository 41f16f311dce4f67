import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { OrderView } from '../../core/wire/order-views.ts';
import { formatDate, formatMoment } from '../../ui/language/format.ts';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { RecordList } from '../record/RecordList.tsx';
import { sideKinds } from '../record/record-uses.ts';
import { useDesk } from '../session/desk-context.ts';
import { LateMark } from './LateMark.tsx';
import { Section } from './Section.tsx';

const useStyles = makeStyles({
  kind: { fontWeight: tokens.fontWeightSemibold },
  what: { overflowWrap: 'anywhere' },
  faint: { color: tokens.colorNeutralForeground3 },
});

/** Changes, returns, holds and what was said, that point at this order; late ones first. */
export function OrderSideRecords({ order, onDone }: { order: OrderView; onDone: () => void }): ReactNode {
  const { t, locale } = useLanguage();
  const { timeZone } = useDesk().me;
  const styles = useStyles();
  // A day, or a moment of it.
  const by = (until: string) =>
    until.length === 10 ? formatDate(until, locale) : formatMoment(until, timeZone, locale);
  return (
    <Section title={t('desk:records.title')}>
      <RecordList
        order={order}
        kinds={sideKinds}
        records={order.sideRecords}
        onDone={onDone}
        row={(record) => (
          <>
            <Text className={styles.kind}>{t(`desk:record.${record.kind}`)}</Text>
            <Text>{t(`terms:recordStatus.${record.kind}.${record.status}`)}</Text>
            {record.until !== null && (
              <Text className={styles.faint}>{t('desk:review.due', { when: by(record.until) })}</Text>
            )}
            {record.late && <LateMark />}
            <Text className={styles.what}>{record.what}</Text>
          </>
        )}
      />
    </Section>
  );
}
