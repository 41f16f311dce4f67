import {
  Link,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Choice, StruckChoice } from '../../core/sheet/table.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';
import type { StruckInSheets } from '../sheet-session/examiner.ts';
import { ReasonedButton } from './ReasonedButton.tsx';

const useStyles = makeStyles({
  bar: { flexShrink: 0 },
  actions: { flexWrap: 'wrap', rowGap: tokens.spacingVerticalXS },
});

/** Clerks strike a row through to say that it is cancelled. Asked once for each workbook, and said as long as there are any. */
export function StruckRows(props: {
  struck: StruckInSheets;
  /** What an answer waits for; null = nothing. */
  busy: string | null;
  onChoose: (choice: Choice) => void;
}): ReactNode {
  const { struck, busy, onChoose } = props;
  const { t } = useLanguage();
  const styles = useStyles();
  const { rows: count, meaning } = struck;
  if (count === 0) return null;
  const answer = (struckRows: StruckChoice['struckRows']) => () => onChoose({ struckRows });
  if (meaning !== null) {
    const other = meaning === 'ordered' ? 'left-out' : 'ordered';
    return (
      <Text>
        {t(`screens:struck.${meaning}`, { count })}{' '}
        <Link as="button" disabled={busy !== null} onClick={answer(other)}>
          {t(`screens:struck.rather-${other}`)}
        </Link>
      </Text>
    );
  }
  return (
    <MessageBar intent="warning" layout="multiline" role="status" className={styles.bar}>
      <MessageBarBody>{t('screens:struck.asked', { count })}</MessageBarBody>
      <MessageBarActions className={styles.actions}>
        <ReasonedButton size="small" reason={busy} onClick={answer('left-out')}>
          {t('screens:struck.leave-out')}
        </ReasonedButton>
        <ReasonedButton size="small" reason={busy} onClick={answer('ordered')}>
          {t('screens:struck.order')}
        </ReasonedButton>
      </MessageBarActions>
    </MessageBar>
  );
}
