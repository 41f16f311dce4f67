import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { type ReactNode, useEffect } from 'react';
import { ErrorMessage } from '../../ui/components/ErrorMessage.tsx';
import { explain } from '../../ui/components/explain.ts';
import { useNews } from '../../ui/connection/live/LiveProvider.tsx';
import { useAnswer } from '../../ui/connection/use-answer.ts';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { useDesk } from '../session/desk-context.ts';
import { OrderActions } from './OrderActions.tsx';
import { OrderAttachments } from './OrderAttachments.tsx';
import { OrderFacts } from './OrderFacts.tsx';
import { OrderHeader } from './OrderHeader.tsx';
import { OrderLines } from './OrderLines.tsx';
import { OrderMoney } from './OrderMoney.tsx';
import { OrderPapers } from './OrderPapers.tsx';
import { OrderShipments } from './OrderShipments.tsx';
import { OrderSideRecords } from './OrderSideRecords.tsx';
import { OrderTimeline } from './OrderTimeline.tsx';
import { ReviewPanel } from './ReviewPanel.tsx';
import { UnresolvedRows } from './UnresolvedRows.tsx';

const useStyles = makeStyles({
  panel: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXL} ${tokens.spacingVerticalXXXL}`,
  },
  error: { marginRight: '40px' },
  close: { position: 'absolute', top: tokens.spacingVerticalM, right: tokens.spacingHorizontalM },
});
const printingMs = 1500;

/** One order whole: what it is, what can be done, its lines, papers, shipments and history. Esc closes. */
export function OrderPanel(props: { number: string; onClose: () => void; onChanged: () => void }): ReactNode {
  const { number, onClose, onChanged } = props;
  const { t } = useLanguage();
  const { client, me } = useDesk();
  const styles = useStyles();
  const {
    answer: order,
    error,
    loading,
    reload,
  } = useAnswer(`${me.user.id} ${number}`, () => client.call('order', { params: { number } }));

  // Prices and stock show in the doubts of an order under review.
  useNews(({ orders, books }) => orders.includes(number) || books.length > 0, reload);

  // A paper is filed a moment after it was issued; the page looks again until it is there.
  const printing = order?.papers.some(({ filed, fault }) => !filed && !fault) ?? false;
  useEffect(() => {
    if (!printing) return;
    const timer = setInterval(reload, printingMs);
    return () => clearInterval(timer);
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onClose();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [onClose]);

  const changed = () => {
    reload();
    onChanged();
  };
  return (
    <article className={styles.panel} aria-label={number}>
      <Button
        className={styles.close}
        appearance="subtle"
        icon={<DismissRegular />}
        title="Esc"
        aria-label={t('desk:close')}
        onClick={onClose}
      />
      {error !== null && (
        <div className={styles.error}>
          <ErrorMessage explanation={explain(error, t)} action={{ text: t('desk:try-again'), onClick: reload }} />
        </div>
      )}
      {!order && loading && <Spinner label={t('desk:loading')} />}
      {order && (
        <>
          <OrderHeader order={order} />
          <OrderActions order={order} onDone={changed} />
          <ReviewPanel review={order.review} />
          {order.unresolved ? (
            <UnresolvedRows unresolved={order.unresolved} currency={order.currency} />
          ) : (
            <OrderLines order={order} />
          )}
          <OrderPapers papers={order.papers} />
          <OrderAttachments order={order} />
          <OrderShipments shipments={order.shipments} />
          <OrderMoney order={order} onDone={changed} />
          <OrderSideRecords order={order} onDone={changed} />
          <OrderFacts order={order} />
          <OrderTimeline history={order.history} />
        </>
      )}
    </article>
  );
}
