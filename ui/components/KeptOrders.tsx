import {
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Spinner,
} from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { useLanguage } from '../language/LanguageProvider.tsx';
import { isToSend, type Outbox, ordersIn, ordersOf } from '../sheet-session/outbox.ts';
import { isOnServer, type OrderFate } from '../sheet-session/post-in-batches.ts';
import type { SheetSession } from '../sheet-session/session.ts';
import { lastChecked, type SessionState } from '../sheet-session/state.ts';
import { busyReason } from './busy-reason.ts';
import { DismissButton } from './DismissButton.tsx';
import { SendOrDrop } from './SendOrDrop.tsx';

const useStyles = makeStyles({ part: { display: 'block', overflowWrap: 'anywhere' } });

/** Enough to find them by. */
const named = 5;

/** What came of pressing "try now": it is being tried, or there was no answer at that moment. */
type Try = { readonly is: 'trying' } | { readonly is: 'failed'; readonly at: Date };

/** Orders that wait for the server: where they are, a way to try at once, and what came of them, whoever sent them then. */
export function KeptOrders(props: {
  session: SheetSession;
  state: SessionState;
  /** With orders from this workbook or an earlier one. */
  outbox: Outbox;
}): ReactNode {
  const { session, state, outbox } = props;
  const { t, locale } = useLanguage();
  const styles = useStyles();
  const [last, setLast] = useState<Try | null>(null);
  const [isAsking, ask] = useState(false);
  const checked = lastChecked(state);
  const count = ordersIn(outbox);
  const waiting = ordersOf(outbox.entries().filter(isToSend));
  const busy = busyReason(state.doing, t);
  if (isAsking && count === 0) ask(false);
  // What is said of a try ends with what it was about.
  if (last?.is === 'failed' && count === 0) setLast(null);
  const isTrying = last?.is === 'trying';
  const send = async () => {
    setLast({ is: 'trying' });
    await session.sendKept('all');
    setLast(ordersIn(outbox) > 0 ? { is: 'failed', at: new Date() } : null);
  };
  if (count === 0 && state.keptAnswered.length > 0)
    return <Answered fates={state.keptAnswered} onDismiss={session.keptAnswersSeen} />;
  // What is being posted waits there too; it has a progress bar of its own.
  if (count === 0 || (state.doing === 'posting' && !isTrying)) return null;
  const stopped = checked?.posting?.stopped;
  const isOther = stopped === 'other-version';
  const isCancelled = waiting < count;
  const parts = [
    ...(isCancelled ? [t('screens:kept.ask')] : []),
    ...(isCancelled && waiting > 0 ? [t('screens:kept.what', { count: waiting })] : []),
    ...(waiting === 0 && !checked?.keptInPageOnly
      ? []
      : [t(checked?.keptInPageOnly ? 'screens:kept.page-only' : 'screens:kept.safe')]),
    ...(stopped === 'signed-out' ? [t('screens:error.signed-out.todo')] : []),
    ...(isOther && !checked?.keptInPageOnly ? [t('screens:error.other-version.todo')] : []),
    ...(last?.is === 'failed' && stopped === 'server-away'
      ? [t('screens:kept.tried', { time: new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }).format(last.at) })]
      : []),
  ];
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>
          {isOther
            ? t('screens:error.other-version.what')
            : isCancelled
              ? t('screens:kept.unknown', { count: count - waiting })
              : t('screens:kept.what', { count })}
        </MessageBarTitle>
        {(isAsking ? [t('screens:kept.sure', { count })] : parts).map((part) => (
          <span key={part} className={styles.part}>
            {part}
          </span>
        ))}
      </MessageBarBody>
      <SendOrDrop
        busy={busy}
        isAsking={isAsking}
        onAsk={ask}
        send={{
          text: t(isTrying ? 'screens:kept.trying' : 'screens:kept.try'),
          ...(isTrying && { icon: <Spinner size="extra-tiny" aria-hidden /> }),
          onClick: () => void send(),
        }}
        drop={{
          ask: t('screens:kept.drop'),
          sure: t('screens:kept.drop'),
          keep: t('screens:kept.keep'),
          onClick: () => void session.forgetKept(),
        }}
      />
    </MessageBar>
  );
}

/** An answer isn't yet an order that was taken; those of another workbook are named nowhere else. */
function Answered({ fates, onDismiss }: { fates: readonly OrderFate[]; onDismiss: () => void }): ReactNode {
  const { t, locale } = useLanguage();
  const refused = fates.filter((fate) => !isOnServer(fate) && fate.outcome !== 'saved');
  const orders = refused.slice(0, named).map(({ key }) => key ?? t('screens:findings.order-without-key'));
  const sent = fates.length - refused.length;
  return (
    <MessageBar intent={refused.length > 0 ? 'warning' : 'success'} layout="multiline" role="status">
      <MessageBarBody>
        {sent > 0 && t('screens:kept.sent', { count: sent })}{' '}
        {refused.length > 0 &&
          t('screens:kept.refused', {
            count: refused.length,
            orders: new Intl.ListFormat(locale, { type: 'unit' }).format(
              refused.length > named ? [...orders, '…'] : orders,
            ),
          })}
      </MessageBarBody>
      <MessageBarActions containerAction={<DismissButton onClick={onDismiss} />} />
    </MessageBar>
  );
}
