import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { OrderView } from '../../core/wire/views.ts';
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
      .map((line) => `${t('screens:act.line-of', line)} × ${formatQuantity(line.quantity, undefined, locale)}`)
      .join(t('screens:list-separator'));
  const papersOf = (lines: readonly ShippedLine[]) =>
    [...new Set(lines.flatMap(({ takenIn }) => takenIn ?? []))].join(t('screens:list-separator'));
  return (
    <Section title={t('screens:shipments.title')}>
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
              <Text>{t('screens:shipments.left', { date: day(shippedOn) })}</Text>
              {(carrier || tracking) && <Text>{[carrier, tracking].filter(Boolean).join(' ')}</Text>}
              <Text className={styles.faint}>
                {receivedOn
                  ? t('screens:shipments.received', { date: day(receivedOn) })
                  : expectedArrival
                    ? t('screens:shipments.expected', { date: day(expectedArrival) })
                    : t('screens:shipments.on-the-way')}
              </Text>
              {recheck && <Text>{t('screens:shipments.rechecked', { name: recheck.by })}</Text>}
              {papersOf(lines) && <Text>{t('screens:shipments.taken-in', { number: papersOf(lines) })}</Text>}
              {papersBy && <Text>{t('screens:shipments.papers-by', { date: day(papersBy) })}</Text>}
              {receipt.refused && (
                <Text>{t('screens:shipments.refused', { refused: refusedText(receipt.refused) })}</Text>
              )}
              {receipt.objection && <Text>{t('screens:shipments.objection', { objection: receipt.objection })}</Text>}
            </li>
          ),
        )}
      </ul>
    </Section>
  );
}
