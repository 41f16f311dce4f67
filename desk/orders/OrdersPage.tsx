import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { orderStatuses } from '../../core/order/status.ts';
import { ErrorMessage } from '../../ui/components/ErrorMessage.tsx';
import { explain } from '../../ui/components/explain.ts';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { OrderPanel } from '../order/OrderPanel.tsx';
import { MyWork } from './MyWork.tsx';
import { OrderList } from './OrderList.tsx';
import { SearchBox } from './SearchBox.tsx';
import { useOrders } from './use-orders.ts';
import { Worklists } from './Worklists.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: '208px minmax(0, 1fr)', height: '100%' },
  // Less room: first the worklists give way to the opened order, then the list too; both are back when it is closed.
  withOrder: {
    gridTemplateColumns: '208px minmax(280px, 1fr) minmax(0, 2fr)',
    '@media (min-width: 861px) and (max-width: 1100px)': {
      gridTemplateColumns: 'minmax(260px, 1fr) minmax(0, 2fr)',
      '& > nav': { display: 'none' },
    },
    '@media (max-width: 860px)': {
      gridTemplateColumns: 'minmax(0, 1fr)',
      '& > nav': { display: 'none' },
      '& > main': { display: 'none' },
    },
  },
  list: { display: 'flex', flexDirection: 'column', minHeight: 0, minWidth: 0 },
  scroll: { overflowY: 'auto', flexGrow: 1, minHeight: 0 },
  error: { padding: tokens.spacingHorizontalM },
  order: {
    minHeight: 0,
    overflowY: 'auto',
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    animationName: { from: { transform: 'translateX(24px)', opacity: 0 }, to: { transform: 'none', opacity: 1 } },
    animationDuration: tokens.durationNormal,
    animationTimingFunction: tokens.curveDecelerateMid,
    '@media (prefers-reduced-motion: reduce)': { animationName: 'none' },
  },
});

/** Worklists at the left, the list in the middle; an opened order takes two thirds, the list stays. */
export function OrdersPage({ opened }: { opened: string | null }): ReactNode {
  const { t } = useLanguage();
  const styles = useStyles();
  const [, go] = useLocation();
  const [params, setParams] = useSearchParams();
  const status = orderStatuses.find((each) => each === params.get('status')) ?? null;
  const search = params.get('q') ?? '';
  const isMine = status === null && search === '' && params.get('list') === 'mine';
  const [version, setVersion] = useState(0);
  const { orders, counts, error, loading, more, reload } = useOrders(status, search);

  const query = params.size > 0 ? `?${params}` : '';
  const open = (number: string) => go(`/orders/${encodeURIComponent(number)}${query}`);
  const close = () => go(`/orders${query}`);
  const show = (key: 'status' | 'q', value: string | null) =>
    setParams(
      (old) => {
        old.delete('list');
        if (value) old.set(key, value);
        else old.delete(key);
        return old;
      },
      { replace: key === 'q' },
    );

  const changed = () => {
    reload();
    setVersion((old) => old + 1);
  };

  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (opened) panel.current?.scrollTo({ top: 0 });
  }, [opened]);

  return (
    <div className={mergeClasses(styles.page, opened !== null && styles.withOrder)}>
      <Worklists
        counts={counts}
        chosen={isMine ? 'mine' : status}
        onChoose={(chosen) => (chosen === 'mine' ? setParams({ list: 'mine' }) : show('status', chosen))}
      />
      <main className={styles.list}>
        <SearchBox value={search} onSearch={(text) => show('q', text)} />
        {error !== null && (
          <div className={styles.error}>
            <ErrorMessage explanation={explain(error, t)} action={{ text: t('desk:try-again'), onClick: reload }} />
          </div>
        )}
        <div className={styles.scroll}>
          {isMine ? (
            <MyWork opened={opened} version={version} onOpen={open} />
          ) : (
            <OrderList
              orders={orders}
              loading={loading}
              opened={opened}
              narrowed={status !== null || search !== ''}
              onOpen={open}
              onMore={more}
            />
          )}
        </div>
      </main>
      {opened !== null && (
        <aside className={styles.order} ref={panel} key="order">
          <OrderPanel key={opened} number={opened} onClose={close} onChanged={changed} />
        </aside>
      )}
    </div>
  );
}
