import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { MonthReport } from '../../core/report/month-report.ts';
import { Money, Quantity } from '../../ui/components/Numbers.tsx';
import { StatusBadge } from '../../ui/components/StatusBadge.tsx';
import { formatDate } from '../../ui/language/format.ts';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { Section } from '../order/Section.tsx';
import { FigureTable } from './FigureTable.tsx';
import { KpiList } from './KpiList.tsx';

const useStyles = makeStyles({
  figures: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  figure: {
    display: 'flex',
    flexDirection: 'column',
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  number: {
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontVariantNumeric: 'tabular-nums',
  },
  faint: { color: tokens.colorNeutralForeground2 },
});

const orderLink = (number: string) => <Link to={`/orders/${encodeURIComponent(number)}`}>{number}</Link>;

/** The month on one page; every order named opens. */
export function MonthFigures({ report }: { report: MonthReport }): ReactNode {
  const { t, locale } = useLanguage();
  const styles = useStyles();
  const figures = [
    ['orderCount', report.orders.length],
    ['shipmentCount', report.shipments.length],
    ['overdueCount', report.overdue.length],
    ['paperCount', report.papers.length],
  ] as const;
  return (
    <>
      <div className={styles.figures}>
        {figures.map(([name, count]) => (
          <div key={name} className={styles.figure}>
            <span className={styles.number}>{count}</span>
            <Text className={styles.faint}>{t(`documents:report.${name}`)}</Text>
          </div>
        ))}
      </div>
      <KpiList kpis={report.kpis} />
      <Section title={t('documents:report.byStatus')}>
        <FigureTable
          rows={report.byStatus}
          empty={t('documents:report.none')}
          columns={[
            { heading: t('documents:report.status'), cell: ({ status }) => <StatusBadge status={status} /> },
            { heading: t('documents:report.orderCount'), right: true, cell: ({ orders }) => orders },
            {
              heading: t('documents:report.orderTotal'),
              right: true,
              cell: ({ total, currency }) => <Money value={total} currency={currency} />,
            },
          ]}
        />
      </Section>
      <Section title={t('documents:report.awaitingCountersign')}>
        <FigureTable
          rows={report.awaitingCountersign}
          empty={t('documents:report.none')}
          columns={[
            { heading: t('documents:report.order'), cell: ({ order }) => orderLink(order) },
            { heading: t('terms:field.customerName'), cell: ({ customer }) => customer },
            { heading: t('documents:report.letterIssued'), cell: ({ issuedOn }) => formatDate(issuedOn, locale) },
            { heading: t('documents:report.daysOpen'), right: true, cell: ({ days }) => days },
          ]}
        />
      </Section>
      <Section title={t('documents:report.overdue')}>
        <FigureTable
          rows={report.overdue}
          empty={t('documents:report.none')}
          columns={[
            { heading: t('documents:report.order'), cell: ({ order }) => orderLink(order) },
            { heading: t('terms:field.customerName'), cell: ({ customer }) => customer },
            { heading: t('terms:field.itemCode'), cell: ({ itemCode }) => itemCode },
            { heading: t('documents:report.open'), right: true, cell: ({ open }) => <Quantity value={open} /> },
            { heading: t('documents:report.due'), cell: ({ due }) => formatDate(due, locale) },
            { heading: t('documents:report.daysLate'), right: true, cell: ({ days }) => days },
          ]}
        />
      </Section>
    </>
  );
}
