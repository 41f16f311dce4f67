import {
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  Spinner,
  Text,
  tokens,
} from '@fluentui/react-components';
import { type ReactNode, useSyncExternalStore } from 'react';
import { busyReason } from '../../../ui/components/busy-reason.ts';
import { CopiedNumbers } from '../../../ui/components/CopiedNumbers.tsx';
import { FindingsList } from '../../../ui/components/FindingsList.tsx';
import { Later } from '../../../ui/components/Later.tsx';
import { PostBar } from '../../../ui/components/PostBar.tsx';
import { partOf } from '../../../ui/components/part.ts';
import { StruckRows } from '../../../ui/components/StruckRows.tsx';
import { TurnedAway } from '../../../ui/components/TurnedAway.tsx';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { countBySeverity } from '../../../ui/sheet-session/orders-in-sheet.ts';
import { type Checked, isChecked } from '../../../ui/sheet-session/state.ts';
import { short } from '../../../ui/theme/short.ts';
import { goTo } from '../../excel/write-cells.ts';
import { MarkSwitch } from '../marks/MarkSwitch.tsx';
import { writeNewStatuses } from '../papers/write-new-statuses.ts';
import { usePane } from '../work/pane-context.ts';
import { postedNumbers } from '../work/posted-numbers.ts';
import { gateOf, may } from '../work/step-gates.ts';
import { CheckButton } from './CheckButton.tsx';
import { CompactSwitch } from './CompactSwitch.tsx';
import { StepFrame } from './StepFrame.tsx';

/** Comes after the findings: the pane opens without it. */
const lastPriceOfSelection = partOf(async () => (await import('../commands/row-help.ts')).LastPriceOfSelection);

const useStyles = makeStyles({
  top: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
  },
  switches: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    [short]: { flexDirection: 'row', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  },
  summary: { [short]: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 } },
});

/** ② What is wrong, cell by cell; the way on stands below. */
export function CheckStep(): ReactNode {
  const { t } = useLanguage();
  const { work, state, me, client, attempt, walk, goStep, replyTo } = usePane();
  const { session, asYouType } = work;
  const styles = useStyles();
  const typed = useSyncExternalStore(asYouType.subscribe, () => asYouType.on);
  if (!isChecked(state))
    return (
      <StepFrame foot={<CheckButton />}>
        {state.doing === 'checking' && <Spinner label={t('screens:pane.checking')} />}
      </StepFrame>
    );
  const post = () => {
    goStep('post');
    void session.post();
  };
  const saveDrafts = () => {
    goStep('post');
    void session.saveDrafts();
  };
  const foot = (
    <>
      <Later part={lastPriceOfSelection} props={{}} beside />
      {gateOf('post', state, me) === null && (
        <PostBar
          state={state}
          onPost={post}
          onSaveDrafts={saveDrafts}
          onCancel={session.cancelPosting}
          onIncludeHidden={session.includeHidden}
        />
      )}
    </>
  );
  return (
    <StepFrame foot={foot}>
      {state.othersAtWork || (state.stale && !typed) ? (
        <MessageBar intent="warning" layout="multiline" role="status">
          <MessageBarBody>
            {t(state.othersAtWork ? 'screens:pane.others-changed' : 'screens:pane.stale')}
          </MessageBarBody>
          <MessageBarActions>
            <CheckButton />
          </MessageBarActions>
        </MessageBar>
      ) : (
        <div className={styles.top}>
          <Summary state={state} />
          <CheckButton />
        </div>
      )}
      <div className={styles.switches}>
        <MarkSwitch />
        <CompactSwitch
          checked={typed}
          label={t('screens:pane.as-you-type')}
          onChange={(_, { checked }) => asYouType.set(checked)}
        />
      </div>
      <StruckRows
        found={state.found}
        busy={busyReason(state.doing, t)}
        onChoose={(choice) => void session.choose(choice)}
        onGoTo={(place) => void attempt(() => goTo(place))}
      />
      {may(me, 'orders.post') && (
        <TurnedAway state={state} publishing={may(me, 'books.publish') ? 'at-desk' : 'not-allowed'} />
      )}
      {may(me, 'orders.post') && (
        <CopiedNumbers
          session={session}
          state={state}
          onRewrite={() => void attempt(() => writeNewStatuses(client, work, postedNumbers(state), t))}
        />
      )}
      <FindingsList
        orders={state.orders}
        sheetFindings={state.sheetFindings}
        asking={state.asking}
        walk={walk}
        busy={busyReason(state.doing, t)}
        isInQuestion={state.overFormulas.length > 0}
        canUndo={state.fixed.length > 0}
        onFix={(findings) => void session.fix(findings)}
        onSettle={(finding, choice) => void session.settle(finding, choice)}
        onUndo={() => void session.undo()}
        replyTo={replyTo}
      />
    </StepFrame>
  );
}

/** "12 errors · 7 warnings, in 9 of 46 orders". */
function Summary({ state }: { state: Checked }): ReactNode {
  const { t } = useLanguage();
  const styles = useStyles();
  const { orders, findings } = state;
  const { error, warning } = countBySeverity(findings);
  if (error + warning === 0) return <span />;
  const parts = [
    ...(error > 0 ? [t('screens:pane.errors', { count: error })] : []),
    ...(warning > 0 ? [t('screens:pane.warnings', { count: warning })] : []),
  ];
  const concerned = orders.filter(({ findings: own, hasError }) => hasError || own.length > 0).length;
  return (
    <Text weight="semibold" className={styles.summary}>
      {`${parts.join(' · ')} ${t('screens:pane.in-orders', { concerned, count: orders.length })}`}
    </Text>
  );
}
