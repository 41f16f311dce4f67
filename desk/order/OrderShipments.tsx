import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { OrderView } from '../../core/wire/order-views.ts';
import { formatDate, formatQuantity } from '../../ui/language/format.ts';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { Section } from './Section.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  shipment: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM, minHeight: '28px' },
  number: { fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold },
  faint: { color: tokens.colorNeutralForeground3 },
});

type ShippedLine = OrderView['shipments'][number]['lines'][number];

export function OrderShipments({ shipments }: { shipments: OrderView['shipments'] }): ReactNode {
  const { t, locale } = useLanguage();
  const styles = useStyles();
  if (shipments.length === 0) return null;
  const day = (date: string) => formatDate(date, locale);
  const refusedText = (lines: readonly ShippedLine[]) =>
    lines
      .map((line) => `${t('desk:act.line-of', line)} × ${formatQuantity(line.quantity, undefined, locale)}`)
      .join(t('screens:list-separator'));
  const papersOf = (lines: readonly ShippedLine[]) =>
    [...new Set(lines.flatMap(({ takenIn }) => takenIn ?? []))].join(t('screens:list-separator'));
  return (
    <Section title={t('desk:shipments.title')}>
      <ul className={styles.list}>
        {shipments.map(
          ({
            number,
            shippedOn,
            carrier,
            tracking,
            expectedArrival,
            recheck,
            lines,
            papersBy,
            receivedOn,
            ...receipt
          }) => (
            <li key={number} className={styles.shipment}>
              <Text className={styles.number}>{number}</Text>
              <Text>{t('desk:shipments.left', { date: day(shippedOn) })}</Text>
              {(carrier || tracking) && <Text>{[carrier, tracking].filter(Boolean).join(' ')}</Text>}
              <Text className={styles.faint}>
                {receivedOn
                  ? t('desk:shipments.received', { date: day(receivedOn) })
                  : expectedArrival
                    ? t('desk:shipments.expected', { date: day(expectedArrival) })
                    : t('desk:shipments.on-the-way')}
              </Text>
              {recheck && <Text>{t('desk:shipments.rechecked', { name: recheck.by })}</Text>}
              {papersOf(lines) && <Text>{t('desk:shipments.taken-in', { number: papersOf(lines) })}</Text>}
              {papersBy && <Text>{t('desk:shipments.papers-by', { date: day(papersBy) })}</Text>}
              {receipt.refused && <Text>{t('desk:shipments.refused', { refused: refusedText(receipt.refused) })}</Text>}
              {receipt.objection && <Text>{t('desk:shipments.objection', { objection: receipt.objection })}</Text>}
            </li>
          ),
        )}
      </ul>
    </Section>
  );
}
