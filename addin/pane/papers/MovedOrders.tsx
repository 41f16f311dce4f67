import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { type ReactNode, useRef, useState, useSyncExternalStore } from 'react';
import { ServerAway } from '../../../core/wire/client.ts';
import type { OrderProgress } from '../../../core/wire/order-progress.ts';
import { busyReason } from '../../../ui/components/busy-reason.ts';
import { ReasonedButton } from '../../../ui/components/ReasonedButton.tsx';
import { useNews } from '../../../ui/connection/live/LiveProvider.tsx';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { usePane } from '../work/pane-context.ts';
import { postedNumbers } from '../work/posted-numbers.ts';
import { loadProgress } from './load-progress.ts';
import { answeredOrders } from './moved-on.ts';
import { writeNewStatuses } from './write-new-statuses.ts';

/** Orders of this sheet moved on at the server, or their answers could not be written: says so and offers to write it, unasked nothing. */
export function MovedOrders(): ReactNode {
  const { t } = useLanguage();
  const { work, state, client, attempt } = usePane();
  const { progress: inSheet } = work;
  useSyncExternalStore(inSheet.subscribe, () => inSheet.turn);
  const told = useRef(new Set<string>());
  const [found, setFound] = useState<ReadonlyMap<string, OrderProgress>>(new Map());
  const [putOff, setPutOff] = useState<ReadonlySet<string>>(new Set());

  const look = async () => {
    const asked = [...told.current];
    if (asked.length === 0) return;
    try {
      const progress = await loadProgress(client, asked);
      for (const number of asked) told.current.delete(number);
      setFound((known) => new Map([...known, ...progress]));
    } catch (error) {
      // The header says that it is away; these are asked again with the next news.
      if (!(error instanceof ServerAway)) throw error;
    }
  };
  useNews(
    ({ orders }) => {
      const own = new Set(postedNumbers(state));
      for (const number of orders) if (own.has(number)) told.current.add(number);
      return told.current.size > 0;
    },
    () => void attempt(look),
  );

  const unwritten = answeredOrders(state).filter(inSheet.lacks);
  const moved = [
    ...new Set([
      ...[...found.values()].filter(inSheet.isNews).map(({ number }) => number),
      ...unwritten.filter((number) => !putOff.has(number)),
    ]),
  ];
  const later = () => {
    setFound(new Map());
    setPutOff(new Set(unwritten));
  };
  if (moved.length === 0 || state.doing === 'posting') return null;
  const refresh = () => attempt(() => writeNewStatuses(client, work, moved, t));
  return (
    <MessageBar intent="info" layout="multiline" role="status">
      <MessageBarBody>{t('screens:pane.moved-on', { count: moved.length })}</MessageBarBody>
      <MessageBarActions>
        <ReasonedButton size="small" reason={busyReason(state.doing, t)} onClick={() => void refresh()}>
          {t('screens:pane.refresh', { count: moved.length })}
        </ReasonedButton>
        <Button size="small" appearance="subtle" onClick={later}>
          {t('screens:pane.later')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
