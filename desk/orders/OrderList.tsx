import { Button, makeStyles, Skeleton, SkeletonItem, Text, tokens } from '@fluentui/react-components';
import { TableRegular } from '@fluentui/react-icons';
import type { KeyboardEvent, ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { OrderSummary } from '../../core/wire/order-views.ts';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { OrderRow } from './OrderRow.tsx';

const useStyles = makeStyles({
  rows: { listStyleType: 'none', margin: 0, padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalL}` },
  empty: {
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalXL}`,
    color: tokens.colorNeutralForeground2,
  },
  hint: { display: 'block', marginBottom: tokens.spacingVerticalM },
  more: { margin: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXL}` },
  waiting: { padding: tokens.spacingHorizontalM, display: 'grid', gap: tokens.spacingVerticalM },
});

/** The orders of a worklist. Arrow keys walk, Enter opens; an empty list says what would bring something here. */
export function OrderList(props: {
  orders: readonly OrderSummary[] | undefined;
  loading: boolean;
  opened: string | null;
  /** A status or a search leaves some out. */
  narrowed: boolean;
  onOpen: (number: string) => void;
  onMore: (() => void) | null;
}): ReactNode {
  const { orders, loading, opened, narrowed, onOpen, onMore } = props;
  const { t } = useLanguage();
  const styles = useStyles();
  const [, go] = useLocation();
  if (!orders) return loading ? <Waiting /> : null;
  if (orders.length === 0)
    return (
      <div className={styles.empty}>
        <Text className={styles.hint}>{t(narrowed ? 'desk:orders.none-here' : 'desk:orders.none')}</Text>
        {!narrowed && (
          <Button appearance="primary" size="large" icon={<TableRegular />} onClick={() => go('/workbook')}>
            {t('desk:orders.open-workbook')}
          </Button>
        )}
      </div>
    );
  return (
    <>
      <ul className={styles.rows} onKeyDown={walk}>
        {orders.map((order) => (
          <li key={order.number}>
            <OrderRow order={order} compact={opened !== null} opened={order.number === opened} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      {onMore && (
        <Button className={styles.more} onClick={onMore}>
          {t('desk:orders.more')}
        </Button>
      )}
    </>
  );
}

/** Arrow down and up move to the next and the previous order. */
function walk(event: KeyboardEvent<HTMLUListElement>): void {
  const step = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' } as const;
  const side = step[event.key as keyof typeof step];
  const item = event.target instanceof Element ? event.target.closest('li') : null;
  if (!side || !item) return;
  event.preventDefault();
  item[side]?.querySelector('button')?.focus();
}

function Waiting(): ReactNode {
  const styles = useStyles();
  return (
    <Skeleton className={styles.waiting}>
      {[0, 1, 2, 3, 4, 5].map((line) => (
        <SkeletonItem key={line} size={32} />
      ))}
    </Skeleton>
  );
}
