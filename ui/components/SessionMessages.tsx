import type { ReactNode } from 'react';
import type { Outbox } from '../sheet-session/outbox.ts';
import type { SheetSession } from '../sheet-session/session.ts';
import { isChecked, type SessionState } from '../sheet-session/state.ts';
import { ErrorMessage, type Explanation } from './ErrorMessage.tsx';
import { FormulaQuestion } from './FormulaQuestion.tsx';
import { KeptOrders } from './KeptOrders.tsx';

/**
 * What the session has to say or to ask right now, in the page and not in a dialog: a fault, formulas a fix would
 * overwrite, orders that wait for the server.
 */
export function SessionMessages(props: {
  session: SheetSession;
  state: SessionState;
  outbox: Outbox;
  explain: (error: unknown) => Explanation;
}): ReactNode {
  const { session, state, outbox, explain } = props;
  return (
    <>
      {state.failure && (
        <ErrorMessage explanation={explain(state.failure.error)} onDismiss={() => session.dismissFailure()} />
      )}
      {isChecked(state) && state.overFormulas.length > 0 && <FormulaQuestion session={session} state={state} />}
      <KeptOrders session={session} state={state} outbox={outbox} />
    </>
  );
}
