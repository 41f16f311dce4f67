import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowDownRegular, ArrowUpRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { LastPriceFound } from '../../../core/wire/last-prices.ts';
import { formatDate, formatMoney } from '../../../ui/language/format.ts';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';

const useStyles = makeStyles({
  words: { display: 'block', overflowWrap: 'anywhere', fontVariantNumeric: 'tabular-nums' },
  price: { fontWeight: tokens.fontWeightSemibold },
  number: { whiteSpace: 'nowrap' },
  other: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXXS,
    color: tokens.colorStatusWarningForeground3,
    fontVariantNumeric: 'tabular-nums',
  },
  none: { color: tokens.colorNeutralForeground3 },
});

/** "Last with this customer: ¥11.80 on 3 Oct 2026, SO-202610-00012"; below it how the row's own price differs. */
export function LastPriceWords({ found }: { found: LastPriceFound | null }): ReactNode {
  const { t, locale } = useLanguage();
  const styles = useStyles();
  if (found === null)
    return (
      <Text size={200} className={styles.none}>
        {t('screens:last-price.none')}
      </Text>
    );
  const { row, currency, on, order } = found;
  const money = (value: string) => formatMoney(value, currency, locale);
  return (
    <>
      <Text size={200} className={styles.words}>
        {t('screens:last-price.last')} <span className={styles.price}>{money(row?.last ?? found.price)}</span>{' '}
        {t('screens:last-price.on', { on: formatDate(on, locale) })}{' '}
        <Link className={styles.number} href={`/orders/${encodeURIComponent(order)}`} target="_blank">
          {order}
        </Link>
      </Text>
      {row && row.is !== 'same' && (
        <Text size={200} className={styles.other}>
          {row.is === 'above' ? <ArrowUpRegular aria-hidden /> : <ArrowDownRegular aria-hidden />}
          {t(`screens:last-price.${row.is}`, { price: money(row.now) })}
        </Text>
      )}
    </>
  );
}
