import { Badge, makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';
import type { OrderView } from '../../core/wire/order-views.ts';
import { Money } from '../../ui/components/Numbers.tsx';
import { StatusBadge } from '../../ui/components/StatusBadge.tsx';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { LateBadge } from '../orders/LateBadge.tsx';

const useStyles = makeStyles({
  header: { display: 'grid', rowGap: tokens.spacingVerticalXXS, paddingRight: '40px' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  number: { ...typographyStyles.title3, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  total: { marginLeft: 'auto', fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightSemibold },
  customer: { fontSize: tokens.fontSizeBase400, overflowWrap: 'anywhere' },
});

/** Takes the focus when the order opens: what Enter opened in the list is read and worked on from here. */
export function OrderHeader({ order }: { order: OrderView }): ReactNode {
  const { t } = useLanguage();
  const styles = useStyles();
  const { customer, lateDays } = order;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <header className={styles.header}>
      <div className={styles.line}>
        <h1 ref={heading} tabIndex={-1} className={styles.number}>
          {order.number}
        </h1>
        <StatusBadge status={order.status} />
        {lateDays > 0 && <LateBadge days={lateDays} />}
        <span className={styles.total}>
          <Money value={order.total} currency={order.currency} />
        </span>
      </div>
      <div className={styles.line}>
        <Text className={styles.customer}>{customer.name}</Text>
        {customer.customerClass && (
          <Badge appearance="outline" color="informative">
            {t('desk:order.class', { class: customer.customerClass })}
          </Badge>
        )}
      </div>
    </header>
  );
}
