import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { type OrderStatus, orderStatuses } from '../../core/order/status.ts';
import type { Answer } from '../../core/wire/client.ts';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';

const useStyles = makeStyles({
  rail: {
    display: 'flex',
    flexDirection: 'column',
    gap: '1px',
    padding: tokens.spacingHorizontalS,
    overflowY: 'auto',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  list: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    minHeight: '34px',
    padding: `0 ${tokens.spacingHorizontalM}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  chosen: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    fontWeight: tokens.fontWeightSemibold,
  },
  empty: { color: tokens.colorNeutralForeground3 },
  counts: { display: 'flex', columnGap: tokens.spacingHorizontalS },
  late: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
  count: { fontVariantNumeric: 'tabular-nums' },
});

/** A status; what waits for whoever looks; null = all orders. */
type Chosen = OrderStatus | 'mine' | null;

/** What waits to be done, status by status in the order of an order's life; late ones are named in red. */
export function Worklists(props: {
  counts: Pick<Answer<'orders'>, 'counts' | 'late'>;
  chosen: Chosen;
  onChoose: (chosen: Chosen) => void;
}): ReactNode {
  const {
    counts: { counts, late },
    chosen,
    onChoose,
  } = props;
  const { t } = useLanguage();
  const styles = useStyles();
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const entry = (status: Chosen, text: string, count: number, lateCount = 0) => (
    <button
      key={status ?? 'all'}
      type="button"
      className={mergeClasses(
        styles.list,
        count === 0 && status !== 'mine' && styles.empty,
        chosen === status && styles.chosen,
      )}
      aria-current={chosen === status ? 'true' : undefined}
      onClick={() => onChoose(status)}
    >
      <span>{text}</span>
      <span className={styles.counts}>
        {lateCount > 0 && <span className={styles.late}>{t('desk:orders.late-count', { count: lateCount })}</span>}
        <span className={styles.count}>{count > 0 ? count : ''}</span>
      </span>
    </button>
  );
  return (
    <nav className={styles.rail} aria-label={t('desk:orders.worklists')}>
      {entry('mine', t('desk:orders.mine'), 0)}
      {entry(null, t('desk:orders.all'), total)}
      {orderStatuses.map((status) => entry(status, t(`terms:status.${status}`), counts[status] ?? 0, late[status]))}
    </nav>
  );
}
