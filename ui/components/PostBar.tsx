import { Button, Checkbox, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { SaveRegular, SendRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/LanguageProvider.tsx';
import {
  type Checked,
  faultyToSave,
  hiddenToPost,
  isPosted,
  readyToPost,
  turnedAwayOrders,
} from '../sheet-session/state.ts';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  progress: { flex: '1 1 160px' },
  faint: { color: tokens.colorNeutralForeground3 },
});

/** The post button says what it will do, and what will stay behind; while it runs, how far it is. */
export function PostBar(props: {
  state: Checked;
  onPost: () => void;
  onSaveDrafts: () => void;
  onCancel: () => void;
  onIncludeHidden: (withHidden: boolean) => void;
}): ReactNode {
  const { state, onPost, onCancel } = props;
  const { t } = useLanguage();
  const styles = useStyles();
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
        <Text>{t('screens:post.progress', progress)}</Text>
        <Button size="small" onClick={onCancel}>
          {t('screens:cancel')}
        </Button>
      </div>
    );
  }
  const ready = readyToPost(state).length;
  const hidden = hiddenToPost(state).length;
  const faulty = faultyToSave(state).length;
  const waiting = state.orders.filter(({ hasError }) => hasError).length;
  const turnedAway = turnedAwayOrders(state).length;
  const posted = state.orders.filter((order) => isPosted(state, order)).length;
  return (
    <div className={styles.bar}>
      <Button
        appearance="primary"
        icon={<SendRegular />}
        disabled={ready === 0 || state.doing !== null}
        onClick={onPost}
      >
        {t('screens:post.button', { count: ready })}
      </Button>
      {faulty > 0 && (
        <Button
          icon={<SaveRegular />}
          disabled={state.doing !== null}
          title={t('screens:post.save-drafts-what')}
          onClick={props.onSaveDrafts}
        >
          {t('screens:post.save-drafts', { count: faulty })}
        </Button>
      )}
      {waiting > 0 && <Text className={styles.faint}>{t('screens:post.waiting', { count: waiting })}</Text>}
      {turnedAway > 0 && <Text className={styles.faint}>{t('screens:post.turned-away', { count: turnedAway })}</Text>}
      {hidden > 0 && (
        <Checkbox
          checked={state.withHidden}
          label={t('screens:post.hidden', { count: hidden })}
          onChange={(_, { checked }) => props.onIncludeHidden(checked === true)}
        />
      )}
      {posted > 0 && <Text className={styles.faint}>{t('screens:post.already', { count: posted })}</Text>}
    </div>
  );
}
