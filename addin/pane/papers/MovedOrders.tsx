import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { ServerAway } from '../../../core/wire/client.ts';
import type { OrderProgress } from '../../../core/wire/order-progress.ts';
import { busyReason } from '../../../ui/components/busy-reason.ts';
import { ReasonedButton } from '../../../ui/components/ReasonedButton.tsx';
import { useNews } from '../../../ui/connection/live/LiveProvider.tsx';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import type { OrderFate } from '../../../ui/sheet-session/post-in-batches.ts';
import { isChecked } from '../../../ui/sheet-session/state.ts';
import { usePane } from '../work/pane-context.ts';
import { postedNumbers } from '../work/posted-numbers.ts';
import { loadProgress } from './load-progress.ts';
import { writtenByPosting } from './moved-on.ts';
import { writeNewStatuses } from './write-new-statuses.ts';

const noFates: ReadonlyMap<string, OrderFate> = new Map();

/** Orders of this sheet moved on at the server: says so and offers to write it; unasked nothing is written. */
export function MovedOrders(): ReactNode {
  const { t } = useLanguage();
  const { work, state, client, attempt } = usePane();
  const { progress: inSheet } = work;
  useSyncExternalStore(inSheet.subscribe, () => inSheet.turn);
  const told = useRef(new Set<string>());
  const [found, setFound] = useState<ReadonlyMap<string, OrderProgress>>(new Map());
  const fates = isChecked(state) ? state.fates : noFates;
  const before = useRef(noFates);
  useEffect(() => {
    inSheet.wrote(writtenByPosting(fates, before.current));
    before.current = fates;
  }, [fates, inSheet]);

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

  const moved = [...found.values()].filter(inSheet.isNews);
  if (moved.length === 0 || state.doing === 'posting') return null;
  const refresh = () =>
    attempt(() =>
      writeNewStatuses(
        client,
        work,
        moved.map(({ number }) => number),
        t,
      ),
    );
  return (
    <MessageBar intent="info" layout="multiline" role="status">
      <MessageBarBody>{t('screens:pane.moved-on', { count: moved.length })}</MessageBarBody>
      <MessageBarActions>
        <ReasonedButton size="small" reason={busyReason(state.doing, t)} onClick={() => void refresh()}>
          {t('screens:pane.refresh', { count: moved.length })}
        </ReasonedButton>
        <Button size="small" appearance="subtle" onClick={() => setFound(new Map())}>
          {t('screens:pane.later')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
