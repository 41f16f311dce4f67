import { Spinner } from '@fluentui/react-components';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { ChatKnowledge } from '../../../core/chat/read-chat.ts';
import type { PlainDate } from '../../../core/value/date.ts';
import { type Client, ServerAway } from '../../../core/wire/client.ts';
import { ChatRows } from '../../../ui/chat/ChatRows.tsx';
import { AwaitedError } from '../../../ui/components/AwaitedError.tsx';
import { useAnswer } from '../../../ui/connection/use-answer.ts';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import type { RowsOfSheet } from '../../../ui/sheet-session/orders-in-rows.ts';
import type { SheetSession } from '../../../ui/sheet-session/session.ts';
import { gridSelection } from '../../excel/watch-selection.ts';
import { followSelection } from '../last-price/follow-selection.ts';
import { type PaneAtWork, usePane } from '../work/pane-context.ts';

/** A chat message into rows, over the workbook's own books or, where it has none, the published ones. */
export function ChatTool({ takesFocus }: { takesFocus: boolean }): ReactNode {
  const { t } = useLanguage();
  const { work, state, me, client, attempt, goStep, chat, setChat } = usePane();
  const { session } = work;
  const asked = useAnswer('chat', () => booksOf(session, client), true);
  const { answer, error } = asked;
  // The day may change while the message is looked at.
  const known = useMemo(() => answer && { ...answer, today: me.today as PlainDate }, [answer, me.today]);
  const lookedAt = useLookedAt(state.step !== 'empty' && state.found.batch.tables.length > 1, attempt);
  if (state.step === 'empty') return null;
  // Who types already types on, with the books that were known.
  if (!known && error !== null) return <AwaitedError asked={asked} />;
  if (!known) return <Spinner size="small" label={t('screens:pane.papers.loading')} />;
  return (
    <ChatRows
      session={session}
      state={state}
      known={known}
      lookedAt={lookedAt}
      entry={chat}
      onEntry={setChat}
      takesFocus={takesFocus}
      onInserted={() => goStep('check')}
    />
  );
}

/** The rows selected in the grid, as far as anybody asks: of one order table nothing depends on it. */
function useLookedAt(isAsked: boolean, attempt: PaneAtWork['attempt']): RowsOfSheet | null {
  const [rows, setRows] = useState<RowsOfSheet | null>(null);
  useEffect(() => {
    if (!isAsked) return;
    const failed = (error: unknown) => void attempt(() => Promise.reject(error));
    return followSelection(gridSelection, setRows, failed, () => document.visibilityState === 'visible').end;
  }, [isAsked, attempt]);
  return rows;
}

type Books = Pick<ChatKnowledge, 'prices' | 'customers'>;

async function booksOf(session: SheetSession, client: Client): Promise<Books> {
  const own = await session.books();
  if (own.prices && own.customers) return { prices: own.prices, customers: own.customers };
  const { prices, customers } = await published(client);
  return { prices: own.prices ?? prices, customers: own.customers ?? customers };
}

/** Away, the workbook's own sheets must do. */
async function published(client: Client): Promise<Books> {
  try {
    return await client.call('knowledge', {});
  } catch (error) {
    if (error instanceof ServerAway) return { prices: null, customers: null };
    throw error;
  }
}
