import { Checkbox, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { SaveRegular, SendRegular } from '@fluentui/react-icons';
import type { ReactNode, RefCallback } from 'react';
import type { Texts } from '../../locales/index.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';
import {
  faultyOfNobody,
  faultyToSave,
  hiddenToPost,
  isPosted,
  numberQuestions,
  readyToPost,
  turnedAwayOrders,
} from '../sheet-session/standing-of-orders.ts';
import type { Checked } from '../sheet-session/state.ts';
import { short } from '../theme/short.ts';
import { busyReason } from './busy-reason.ts';
import { ReasonedButton } from './ReasonedButton.tsx';
import { useSettling } from './use-settling.ts';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    [short]: { gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}` },
  },
  button: {
    [short]: {
      minHeight: '24px',
      padding: `1px ${tokens.spacingHorizontalS}`,
      fontSize: tokens.fontSizeBase200,
      lineHeight: tokens.lineHeightBase200,
      // Without its picture one button stands beside the other.
      '& .fui-Button__icon': { display: 'none' },
    },
  },
  facts: {
    flexBasis: '100%',
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground3,
    [short]: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  },
  progress: { flex: '1 1 160px' },
});

/** The post button says what it will do, and what will stay behind; while it runs, how far it is. */
export function PostBar(props: {
  state: Checked;
  onPost: () => void;
  onSaveDrafts: () => void;
  onCancel: () => void;
  onIncludeHidden: (withHidden: boolean) => void;
  /** To put the focus there. */
  postButton?: RefCallback<HTMLButtonElement>;
}): ReactNode {
  const { state, onPost, onCancel } = props;
  const { t } = useLanguage();
  const styles = useStyles();
  const isSettling = useSettling(state.doing);
  const { posting } = state;
  if (state.doing === 'posting' && posting) {
    const progress = { done: posting.answered, count: posting.orders };
    return (
      <div className={styles.bar}>
        <ProgressBar
          className={styles.progress}
          value={posting.answered}
          max={Math.max(posting.orders, 1)}
          aria-label={t('screens:post.progress', progress)}
        />
        <Text role="status">
          {posting.cancelling ? t('screens:post.cancelling') : t('screens:post.progress', progress)}
        </Text>
        <ReasonedButton
          size="small"
          reason={posting.cancelling ? t('screens:post.cancelling') : null}
          onClick={onCancel}
        >
          {t('screens:cancel')}
        </ReasonedButton>
      </div>
    );
  }
  const busy = busyReason(isSettling ? 'posting' : state.doing, t);
  const ready = readyToPost(state).length;
  const hidden = hiddenToPost(state).length;
  const faulty = faultyToSave(state).length;
  const nobodys = faultyOfNobody(state).length;
  const waiting = state.orders.filter(({ hasError }) => hasError).length;
  const turnedAway = turnedAwayOrders(state).length;
  const questions = numberQuestions(state).length;
  const struck = state.found.struck.meaning === 'ordered' ? 0 : state.found.struck.rows;
  const posted = state.orders.filter((order) => isPosted(state, order)).length;
  const facts = [
    ...(waiting > 0 ? [t('screens:post.waiting', { count: waiting })] : []),
    ...(nobodys > 0 ? [t('screens:post.no-draft', { count: nobodys })] : []),
    ...(turnedAway > 0 ? [t('screens:post.turned-away', { count: turnedAway })] : []),
    ...(questions > 0 ? [t('screens:post.numbers', { count: questions })] : []),
    ...(struck > 0 ? [t('screens:struck.left-out', { count: struck })] : []),
    ...(posted > 0 ? [t('screens:post.already', { count: posted })] : []),
  ];
  return (
    <div className={styles.bar}>
      <ReasonedButton
        appearance="primary"
        className={styles.button}
        icon={<SendRegular />}
        reason={busy ?? nothingToPost(state, t)}
        onClick={onPost}
        {...(props.postButton && { ref: props.postButton })}
      >
        {t('screens:post.button', { count: ready })}
      </ReasonedButton>
      {state.doing === 'posting' && (
        // The sheet is read and the server asked once more: whoever doesn't want to wait for it doesn't have to.
        <ReasonedButton size="small" reason={null} onClick={onCancel}>
          {t('screens:cancel')}
        </ReasonedButton>
      )}
      {faulty > 0 && (
        <ReasonedButton
          className={styles.button}
          icon={<SaveRegular />}
          reason={busy}
          hint={t('screens:post.save-drafts-what')}
          onClick={props.onSaveDrafts}
        >
          {t('screens:post.save-drafts', { count: faulty })}
        </ReasonedButton>
      )}
      {hidden > 0 && (
        <Checkbox
          checked={state.withHidden}
          label={t('screens:post.hidden', { count: hidden })}
          onChange={(_, { checked }) => props.onIncludeHidden(checked === true)}
        />
      )}
      {facts.length > 0 && (
        <div className={styles.facts}>
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </div>
      )}
    </div>
  );
}

/** What stands in the way of posting anything; null = nothing. The first that concerns an order, the most easily mended first. */
function nothingToPost(state: Checked, t: Texts): string | null {
  if (readyToPost(state).length > 0) return null;
  const why = (() => {
    if (state.orders.length === 0) return state.found.struck.rows > 0 ? 'struck' : 'no-orders';
    if (hiddenToPost(state).length > 0) return 'hidden';
    if (turnedAwayOrders(state).length > 0) return 'turned-away';
    if (numberQuestions(state).length > 0) return 'numbers';
    if (state.orders.some(({ hasError }) => hasError)) return 'errors';
    return state.kept.size > 0 ? 'kept' : 'posted';
  })();
  return t(`screens:post.nothing.${why}`);
}
