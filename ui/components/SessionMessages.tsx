import { MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/LanguageProvider.tsx';
import type { SheetSession } from '../sheet-session/session.ts';
import { isChecked, type SessionState } from '../sheet-session/state.ts';
import { busyReason } from './busy-reason.ts';
import { ErrorMessage, type Explanation } from './ErrorMessage.tsx';
import { KeptOrders } from './KeptOrders.tsx';
import { ReasonedButton } from './ReasonedButton.tsx';

/**
 * What the session has to say or to ask right now, in the page and not in a dialog: a fault, formulas a fix would
 * overwrite, orders that wait for the server.
 */
export function SessionMessages(props: {
  session: SheetSession;
  state: SessionState;
  /** Orders in the outbox, from this workbook or an earlier one. */
  kept: () => number;
  explain: (error: unknown) => Explanation;
}): ReactNode {
  const { session, state, kept, explain } = props;
  const { t } = useLanguage();
  const checked = isChecked(state) ? state : null;
  const busy = busyReason(state.doing, t);
  const formulas = checked?.overFormulas ?? [];
  const inWords = {
    count: formulas.length,
    cells: formulas
      .map(({ cell }) => cell)
      .slice(0, 8)
      .join(', '),
  };
  return (
    <>
      {state.failure && (
        <ErrorMessage explanation={explain(state.failure.error)} onDismiss={() => session.dismissFailure()} />
      )}
      {formulas.length > 0 && (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>{t('screens:formulas.question', inWords)}</MessageBarBody>
          <MessageBarActions>
            <ReasonedButton size="small" reason={busy} onClick={() => void session.answerFormulas(true)}>
              {t('screens:formulas.overwrite')}
            </ReasonedButton>
            <ReasonedButton size="small" reason={busy} onClick={() => void session.answerFormulas(false)}>
              {t('screens:formulas.leave')}
            </ReasonedButton>
          </MessageBarActions>
        </MessageBar>
      )}
      <KeptOrders session={session} state={state} kept={kept} />
    </>
  );
}
