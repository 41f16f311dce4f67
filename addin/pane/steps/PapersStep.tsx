import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { TableArrowUpRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import type { PlainDate } from '../../../core/value/date.ts';
import { AwaitedError } from '../../../ui/components/AwaitedError.tsx';
import { busyReason } from '../../../ui/components/busy-reason.ts';
import { ReasonedButton } from '../../../ui/components/ReasonedButton.tsx';
import { StatementOf } from '../../../ui/components/StatementOf.tsx';
import { useNews } from '../../../ui/connection/live/LiveProvider.tsx';
import { useAnswer } from '../../../ui/connection/use-answer.ts';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { AllPapers } from '../papers/AllPapers.tsx';
import { loadOrders } from '../papers/load-orders.ts';
import { PostedOrder } from '../papers/PostedOrder.tsx';
import { writeNewStatuses } from '../papers/write-new-statuses.ts';
import { usePane } from '../work/pane-context.ts';
import { postedNumbers } from '../work/posted-numbers.ts';
import { may } from '../work/step-gates.ts';
import { StepFrame } from './StepFrame.tsx';

/** Orders loaded at once: what fits a screen or two; a year's book holds thousands. */
const atOnce = 20;

const useStyles = makeStyles({
  chosen: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

/** ④ The posted orders of this sheet, newest question first: how far are they, and where are their papers. */
export function PapersStep(): ReactNode {
  const { t } = useLanguage();
  const { work, state, client, me, attempt, papersOf, showPapersOf } = usePane();
  const styles = useStyles();
  const [shown, setShown] = useState(atOnce);
  const posted = postedNumbers(state);
  const numbers = papersOf ? posted.filter((number) => papersOf.includes(number)) : posted;
  const wanted = numbers.slice(0, shown);
  const key = wanted.join();
  const asked = useAnswer(key, async () => ({ key, orders: await loadOrders(client, wanted) }), true);
  const { answer, error, loading, reload } = asked;
  useNews(({ orders: changed }) => changed.some((number) => wanted.includes(number)), reload);
  // Of the last answer stays what is still asked for; what is done for all of them at once waits until all are there.
  const isWhole = answer?.key === key;
  const orders = (answer?.orders ?? []).filter(({ number }) => wanted.includes(number));
  return (
    <StepFrame
      foot={
        <ReasonedButton
          icon={<TableArrowUpRegular />}
          reason={busyReason(state.doing, t)}
          onClick={() => void attempt(() => writeNewStatuses(client, work, numbers, t))}
        >
          {t('screens:pane.papers.write-statuses', { count: numbers.length })}
        </ReasonedButton>
      }
    >
      {papersOf && (
        <div className={styles.chosen}>
          <Text weight="semibold">{t('screens:pane.papers.of-rows', { count: numbers.length })}</Text>
          <Button size="small" appearance="subtle" onClick={() => showPapersOf(null)}>
            {t('screens:pane.papers.all', { count: posted.length })}
          </Button>
        </div>
      )}
      {error !== null && <AwaitedError asked={asked} />}
      {isWhole && (
        <>
          <AllPapers orders={orders} onChanged={reload} />
          <StatementOf client={client} orders={orders} today={me.today as PlainDate} allowed={may(me, 'credit.read')} />
        </>
      )}
      {orders.map((order) => (
        <PostedOrder key={order.number} order={order} onChanged={reload} />
      ))}
      {loading && !isWhole && <Spinner label={t('screens:pane.papers.loading')} />}
      {numbers.length > shown && (
        <Button appearance="subtle" onClick={() => setShown(shown + atOnce)}>
          {t('screens:pane.papers.more', { count: numbers.length - shown })}
        </Button>
      )}
    </StepFrame>
  );
}
