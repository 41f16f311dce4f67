import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { PlainDate } from '../../core/value/date.ts';
import { isZero } from '../../core/value/decimal.ts';
import type { OrderView } from '../../core/wire/order-views.ts';
import { StatementOf } from '../../ui/components/StatementOf.tsx';
import { formatDate, formatMoney } from '../../ui/language/format.ts';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { RecordList } from '../record/RecordList.tsx';
import { moneyKinds } from '../record/record-uses.ts';
import { may, useDesk } from '../session/desk-context.ts';
import { LateMark } from './LateMark.tsx';
import { Section } from './Section.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM, minHeight: '28px' },
  axis: { fontWeight: tokens.fontWeightSemibold },
  faint: { color: tokens.colorNeutralForeground3 },
});

/** What is paid and invoiced, and by which records; each only where this user may see it. */
export function OrderMoney({ order, onDone }: { order: OrderView; onDone: () => void }): ReactNode {
  const { t, locale } = useLanguage();
  const styles = useStyles();
  const { me, client } = useDesk();
  const { payment, invoiced, currency } = order;
  const kinds = moneyKinds.filter((kind) => may(me, kind === 'invoice' ? 'invoices.read' : 'credit.read'));
  if (!payment && !invoiced) return null;
  const money = (value: string) => formatMoney(value, currency, locale);
  return (
    <Section title={t('desk:money.title')}>
      <ul className={styles.list}>
        {payment && (
          <li className={styles.row}>
            <Text className={styles.axis}>{t(`desk:payment.${payment.axis}`)}</Text>
            <Text>{t('desk:money.paid', { paid: money(payment.paid), owed: money(payment.owed) })}</Text>
            {payment.dueOn !== null && (
              <Text className={styles.faint}>{t('desk:money.due', { date: formatDate(payment.dueOn, locale) })}</Text>
            )}
            {!isZero(payment.overdue) && <LateMark />}
          </li>
        )}
        {invoiced && (
          <li className={styles.row}>
            <Text className={styles.axis}>{t(`desk:invoiced.${invoiced.axis}`)}</Text>
            {!isZero(invoiced.amount) && (
              <Text>{t('desk:money.invoiced', { amount: money(invoiced.amount), tax: money(invoiced.tax) })}</Text>
            )}
          </li>
        )}
      </ul>
      {may(me, 'credit.read') && <StatementOf client={client} orders={[order]} today={me.today as PlainDate} allowed />}
      <RecordList
        order={order}
        kinds={kinds}
        records={order.moneyRecords}
        onDone={onDone}
        row={({ kind, on, amount, over }) => (
          <>
            <Text className={styles.axis}>{t(`records:${kind}`)}</Text>
            <Text>{formatMoney(amount, currency, locale)}</Text>
            <Text className={styles.faint}>{formatDate(on, locale)}</Text>
            {over && <Text className={styles.faint}>{t('records:over')}</Text>}
          </>
        )}
      />
    </Section>
  );
}
