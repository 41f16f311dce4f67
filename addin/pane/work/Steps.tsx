import { makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ChatEntry } from '../../../ui/chat/chat-draft.ts';
import { busyReason } from '../../../ui/components/busy-reason.ts';
import { CarriedOrders } from '../../../ui/components/CarriedOrders.tsx';
import { ErrorMessage } from '../../../ui/components/ErrorMessage.tsx';
import { explain } from '../../../ui/components/explain.ts';
import { Later } from '../../../ui/components/Later.tsx';
import { partOf } from '../../../ui/components/part.ts';
import { SessionMessages } from '../../../ui/components/SessionMessages.tsx';
import { useFindingsWalk } from '../../../ui/components/use-findings-walk.ts';
import { useKeptFocus } from '../../../ui/components/use-kept-focus.ts';
import type { Connection } from '../../../ui/connection/connection.ts';
import { useWayBack } from '../../../ui/connection/use-way-back.ts';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import type { OrderInSheet } from '../../../ui/sheet-session/orders-in-sheet.ts';
import { isToSend } from '../../../ui/sheet-session/outbox.ts';
import { isChecked } from '../../../ui/sheet-session/state.ts';
import { useSheetSession } from '../../../ui/sheet-session/use-sheet-session.ts';
import { watchChanges } from '../../excel/watch-changes.ts';
import { CommandNotice } from '../commands/CommandNotice.tsx';
import type { CommandQueue } from '../commands/command-queue.ts';
import type { Command } from '../commands/commands.ts';
import type { Notice } from '../commands/notice.ts';
import { type CommandMeans, performCommand } from '../commands/perform-command.ts';
import type { SignedIn } from '../connect/situation.ts';
import { useSheetMarks } from '../marks/use-sheet-marks.ts';
import { MovedOrders } from '../papers/MovedOrders.tsx';
import { writeNewStatuses } from '../papers/write-new-statuses.ts';
import { replyToOrder } from '../reply/reply-to-order.ts';
import { SheetStep } from '../steps/SheetStep.tsx';
import type { PaneWork } from './open-work.ts';
import { type PaneAtWork, PaneContext } from './pane-context.ts';
import { StepTabs } from './StepTabs.tsx';
import { gateOf, type Step } from './step-gates.ts';
import { useAttempt } from './use-attempt.ts';
import { usePostButton } from './use-post-button.ts';

const useStyles = makeStyles({
  messages: { flexShrink: 0, maxHeight: '40%', overflowY: 'auto' },
  step: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, outlineStyle: 'none' },
  gate: { padding: tokens.spacingHorizontalM, color: tokens.colorNeutralForeground2 },
});

const noChat: ChatEntry = { message: '', corrected: null, table: null };
/** The first step is what a clerk waits for; these come while he looks at it. */
const checkStep = partOf(async () => (await import('../steps/CheckStep.tsx')).CheckStep);
/** With what its answers are written with: later the server may have other files. */
const postStep = partOf(async () => {
  const [{ PostStep }] = await Promise.all([import('../steps/PostStep.tsx'), import('../../excel/write-statuses.ts')]);
  return PostStep;
});
const papersStep = partOf(async () => (await import('../steps/PapersStep.tsx')).PapersStep);
const panels: Record<Step, () => ReactNode> = {
  sheet: SheetStep,
  check: () => <Later part={checkStep} props={{}} />,
  post: () => <Later part={postStep} props={{}} />,
  papers: () => <Later part={papersStep} props={{}} />,
};

interface StepsProps {
  readonly work: PaneWork;
  readonly me: SignedIn;
  readonly connection: Connection;
  readonly commands: CommandQueue;
}

/** The four steps, which are also tabs. One that can't be used yet can be looked at: it says what it waits for. */
export function Steps({ work, me, connection, commands }: StepsProps): ReactNode {
  const { t, locale } = useLanguage();
  const styles = useStyles();
  const { session, outbox, carried, client } = work;
  const state = useSheetSession(session);
  const [step, goStep] = useState<Step>('sheet');
  const [notice, say] = useState<Notice | null>(null);
  const [papersOf, showPapersOf] = useState<readonly string[] | null>(null);
  const [chat, setChat] = useState(noChat);
  const postButton = usePostButton(step);
  const { error, attempt, dismiss } = useAttempt();
  const walk = useFindingsWalk(session, (finding) => void attempt(() => session.goTo(finding)));
  const check = useCallback(async () => {
    goStep('check');
    await session.check();
  }, [session]);
  const replyTo = useCallback(
    async (order: OrderInSheet) => {
      const { state: now } = session;
      if (!isChecked(now)) throw new Error('an order of a sheet that is not checked');
      return replyToOrder(client, now, order, locale);
    },
    [client, session, locale],
  );
  const means: CommandMeans = {
    session,
    walk,
    me,
    goStep,
    focusPostButton() {
      goStep('post');
      postButton.focus();
    },
    wantNewestBooks: work.wantNewestBooks,
    writeStatuses: (numbers) => writeNewStatuses(client, work, numbers, t),
    showPapersOf,
    replyTo,
    say,
  };
  const latestMeans = useRef(means);
  latestMeans.current = means;
  const perform = useCallback(
    (command: Command) => attempt(() => performCommand(command, latestMeans.current)),
    [attempt],
  );
  useSheetEvents(work, connection, commands, perform, attempt);
  useSheetMarks(work.marks, state, attempt);

  const pane = useMemo<PaneAtWork>(
    () => ({
      work,
      state,
      me,
      client,
      attempt,
      goStep,
      walk,
      check,
      replyTo,
      papersOf,
      showPapersOf,
      chat,
      setChat,
      postButton,
    }),
    [work, state, me, client, attempt, walk, check, replyTo, papersOf, chat, postButton],
  );
  const panel = useRef<HTMLElement>(null);
  useKeptFocus(state.doing === null, () => panel.current);
  const gate = gateOf(step, state, me);
  const Panel = panels[step];
  return (
    <PaneContext.Provider value={pane}>
      <StepTabs step={step} onStep={goStep} isBlocked={(each) => gateOf(each, state, me) !== null} controls="step" />
      <div className={styles.messages}>
        <SessionMessages session={session} state={state} outbox={outbox} explain={(why) => explain(why, t)} />
        <CarriedOrders carried={carried} session={session} busy={busyReason(state.doing, t)} />
        <MovedOrders />
        {error !== null && <ErrorMessage explanation={explain(error, t)} onDismiss={dismiss} />}
        {notice !== null && <CommandNotice notice={notice} onDismiss={() => say(null)} />}
      </div>
      <main ref={panel} id="step" tabIndex={-1} className={styles.step} aria-label={t(`screens:pane.step.${step}`)}>
        {gate === 'not-read' && state.failure === null && <Spinner label={t('screens:pane.reading')} />}
        {gate !== null && gate !== 'not-read' && <Text className={styles.gate}>{t(`screens:pane.gate.${gate}`)}</Text>}
        {gate === null && <Panel />}
      </main>
    </PaneContext.Provider>
  );
}

/** What starts without a click in the pane: reading at the beginning, edits, the ribbon, the server's return. */
function useSheetEvents(
  { session, outbox, asYouType }: PaneWork,
  connection: Connection,
  commands: CommandQueue,
  perform: (command: Command) => Promise<void>,
  attempt: PaneAtWork['attempt'],
): void {
  const sendKept = useCallback(async () => {
    if (outbox.entries().some(isToSend)) await session.sendKept('waiting');
  }, [session, outbox]);
  useWayBack(connection, () => void sendKept());
  useEffect(() => {
    let end: (() => void) | null = null;
    let ended = false;
    const begin = async () => {
      if (session.state.step === 'empty') await session.read();
      // Whatever doesn't come now is asked for again when it is wanted.
      void Promise.allSettled([checkStep, postStep, papersStep].map((part) => part.fetch()));
      // Orders that an earlier pane could not send.
      await sendKept();
      // Only now: what was asked for earlier finds the workbook read.
      if (!ended) end = commands.serve(perform);
    };
    void begin();
    return () => {
      ended = true;
      end?.();
    };
  }, [session, sendKept, commands, perform]);
  useEffect(() => {
    let end: (() => Promise<void>) | null = null;
    let ended = false;
    // Taken up again after somebody had to connect anew, nobody watched meanwhile.
    const wasUnwatched = session.state.step !== 'empty';
    void attempt(async () => {
      end = await watchChanges(asYouType.changed, session.othersChanged);
      if (ended) await end();
      else if (wasUnwatched) asYouType.changed(null);
    });
    return () => {
      ended = true;
      asYouType.end();
      if (end) void attempt(end);
    };
  }, [asYouType, session, attempt]);
}
