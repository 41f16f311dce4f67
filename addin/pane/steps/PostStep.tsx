import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { type ReactNode, useRef } from 'react';
import { PostBar } from '../../../ui/components/PostBar.tsx';
import { PostResults } from '../../../ui/components/PostResults.tsx';
import { TurnedAway } from '../../../ui/components/TurnedAway.tsx';
import { useKeptFocus } from '../../../ui/components/use-kept-focus.ts';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { isOnServer } from '../../../ui/sheet-session/post-in-batches.ts';
import { type Checked, isChecked } from '../../../ui/sheet-session/state.ts';
import { usePane } from '../work/pane-context.ts';
import { may } from '../work/step-gates.ts';
import { StepFrame } from './StepFrame.tsx';

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: 'inherit', fontWeight: tokens.fontWeightSemibold, outlineStyle: 'none' },
});

/** ③ The button says what it will do; below it, order by order, what became of it. */
export function PostStep(): ReactNode {
  const { t } = useLanguage();
  const { work, state, me, client, attempt, goStep, postButton } = usePane();
  const { session } = work;
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useKeptFocus(state.doing === null, () => heading.current);
  if (!isChecked(state)) return null; // the gate of this step
  const summary = summaryOf(state);
  return (
    <StepFrame
      foot={
        <PostBar
          state={state}
          onPost={() => void session.post()}
          onSaveDrafts={() => void session.saveDrafts()}
          onCancel={session.cancelPosting}
          onIncludeHidden={session.includeHidden}
          postButton={postButton.attach}
        />
      }
    >
      <TurnedAway state={state} publishing={may(me, 'books.publish') ? 'at-desk' : 'not-allowed'} />
      {summary.count === 0 ? (
        <Text>{t('screens:pane.post.before')}</Text>
      ) : (
        <h2 className={styles.heading} ref={heading} tabIndex={-1}>
          {[
            ...(summary.count > summary.saved
              ? [t('screens:pane.post.results', { done: summary.done, count: summary.count - summary.saved })]
              : []),
            ...(summary.saved > 0 ? [t('screens:pane.post.saved', { count: summary.saved })] : []),
          ].join(' · ')}
        </h2>
      )}
      <PostResults
        state={state}
        client={client}
        explained="books.missing"
        onOpen={() => goStep('papers')}
        onGoTo={(finding) => void attempt(() => session.goTo(finding))}
      />
    </StepFrame>
  );
}

/** Of the orders that are listed, how many the server has taken, and how many it keeps as drafts. */
function summaryOf({ orders, fates, kept }: Checked) {
  const listed = orders.filter(({ fingerprint }) => fates.has(fingerprint) || kept.has(fingerprint));
  const answered = listed.flatMap(({ fingerprint }) => fates.get(fingerprint) ?? []);
  const saved = answered.filter(({ outcome }) => outcome === 'saved').length;
  return { done: answered.filter(isOnServer).length, saved, count: listed.length };
}
