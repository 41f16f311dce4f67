import { Button, Spinner } from '@fluentui/react-components';
import { TableArrowUpRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import { ErrorMessage } from '../../../ui/components/ErrorMessage.tsx';
import { explain } from '../../../ui/components/explain.ts';
import { useNews } from '../../../ui/connection/live/LiveProvider.tsx';
import { useAnswer } from '../../../ui/connection/use-answer.ts';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { AllLetters } from '../papers/AllLetters.tsx';
import { loadOrders } from '../papers/load-orders.ts';
import { PostedOrder } from '../papers/PostedOrder.tsx';
import { writeNewStatuses } from '../papers/write-new-statuses.ts';
import { usePane } from '../work/pane-context.ts';
import { postedNumbers } from '../work/posted-numbers.ts';
import { StepFrame } from './StepFrame.tsx';

/** Orders loaded at once: what fits a screen or two; a year's book holds thousands. */
const atOnce = 20;

/** ④ The posted orders of this sheet, newest question first: how far are they, and where are their papers. */
export function PapersStep(): ReactNode {
  const { t } = useLanguage();
  const { work, state, client, attempt } = usePane();
  const [shown, setShown] = useState(atOnce);
  const numbers = postedNumbers(state);
  const wanted = numbers.slice(0, shown);
  const { answer, error, loading, reload } = useAnswer(wanted.join(), () => loadOrders(client, wanted), true);
  useNews(({ orders: changed }) => changed.some((number) => wanted.includes(number)), reload);
  const orders = answer ?? [];
  const busy = state.doing !== null;
  return (
    <StepFrame
      foot={
        <Button
          icon={<TableArrowUpRegular />}
          disabled={busy}
          onClick={() => void attempt(() => writeNewStatuses(client, work.session, numbers, t))}
        >
          {t('screens:pane.papers.write-statuses', { count: numbers.length })}
        </Button>
      }
    >
      {error !== null && (
        <ErrorMessage explanation={explain(error, t)} action={{ text: t('screens:pane.try-again'), onClick: reload }} />
      )}
      {loading && answer === undefined && <Spinner label={t('screens:pane.papers.loading')} />}
      <AllLetters orders={orders} onChanged={reload} />
      {orders.map((order) => (
        <PostedOrder key={order.number} order={order} onChanged={reload} />
      ))}
      {numbers.length > shown && (
        <Button appearance="subtle" onClick={() => setShown(shown + atOnce)}>
          {t('screens:pane.papers.more', { count: numbers.length - shown })}
        </Button>
      )}
    </StepFrame>
  );
}
