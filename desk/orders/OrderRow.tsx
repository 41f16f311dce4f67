import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { memo, type ReactNode, useEffect, useRef } from 'react';
import type { OrderSummary } from '../../core/wire/order-views.ts';
import { Money } from '../../ui/components/Numbers.tsx';
import { StatusBadge } from '../../ui/components/StatusBadge.tsx';
import { formatDay } from '../../ui/language/format.ts';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { ownerName } from '../order/owner-name.ts';
import { useDesk } from '../session/desk-context.ts';
import { LateBadge } from './LateBadge.tsx';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '150px minmax(120px, 360px) 132px 150px minmax(132px, 1fr) minmax(80px, 160px)',
    '@media (max-width: 980px)': { gridTemplateColumns: '150px minmax(0, 1fr) auto' },
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
    width: '100%',
    minHeight: '40px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    border: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 40px',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  compact: {
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    rowGap: tokens.spacingVerticalXXS,
    '@media (max-width: 980px)': { gridTemplateColumns: 'minmax(0, 1fr) auto' },
  },
  opened: { backgroundColor: tokens.colorNeutralBackground1Selected },
  number: { fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
  customer: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  total: { textAlign: 'right' },
  state: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  end: { justifySelf: 'end' },
  owner: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
    '@media (max-width: 980px)': { display: 'none' },
  },
  due: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, whiteSpace: 'nowrap' },
});

/** One order in the list: a line of its own, two beside an opened order. */
export const OrderRow = memo(function OrderRow(props: {
  order: OrderSummary;
  compact: boolean;
  opened: boolean;
  onOpen: (number: string) => void;
}): ReactNode {
  const { order, compact, opened, onOpen } = props;
  const styles = useStyles();
  const total = (
    <span className={styles.total}>
      <Money value={order.total} currency={order.currency} />
    </span>
  );
  const row = useRef<HTMLButtonElement>(null);
  const wasOpened = useRef(opened);
  // Closing the order leads back to where it was opened from; the list is compact while any order is open.
  useEffect(() => {
    if (opened) row.current?.scrollIntoView({ block: 'nearest' });
    else if (wasOpened.current && !compact) row.current?.focus();
    wasOpened.current = opened;
  }, [opened, compact]);
  return (
    <button
      ref={row}
      type="button"
      className={mergeClasses(styles.row, compact && styles.compact, opened && styles.opened)}
      aria-current={opened ? 'true' : undefined}
      onClick={() => onOpen(order.number)}
    >
      <Text className={styles.number}>{order.number}</Text>
      {compact && total}
      <Text className={styles.customer} title={order.customer}>
        {order.customer}
      </Text>
      {!compact && total}
      {!compact && <Due order={order} />}
      <span className={mergeClasses(styles.state, compact && styles.end)}>
        {compact && order.lateDays > 0 && <LateBadge days={order.lateDays} />}
        <StatusBadge status={order.status} />
      </span>
      {!compact && <Owner owner={order.owner} />}
    </button>
  );
});

function Due({ order: { due, lateDays } }: { order: OrderSummary }): ReactNode {
  const { t, locale } = useLanguage();
  const { me } = useDesk();
  const styles = useStyles();
  if (lateDays > 0) return <LateBadge days={lateDays} />;
  return <span className={styles.due}>{due && t('desk:orders.due', { date: formatDay(due, me.today, locale) })}</span>;
}

function Owner({ owner }: Pick<OrderSummary, 'owner'>): ReactNode {
  const { t } = useLanguage();
  const name = ownerName(owner, t);
  return (
    <Text className={useStyles().owner} title={t('desk:order.owned-by', { owner: name })}>
      {name}
    </Text>
  );
}
