import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { OrderView } from '../../core/wire/order-views.ts';
import { formatMoment } from '../../ui/language/format.ts';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { useDesk } from '../session/desk-context.ts';
import { LateMark } from './LateMark.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalS },
  line: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  words: { overflowWrap: 'anywhere' },
  faint: { color: tokens.colorNeutralForeground3 },
});

type Questions = NonNullable<OrderView['review']>['questions'];

/** What the customer was asked, and what he answered. */
export function CustomerQuestions({ questions }: { questions: Questions }): ReactNode {
  const { t, locale } = useLanguage();
  const { timeZone } = useDesk().me;
  const styles = useStyles();
  if (questions.length === 0) return null;
  const moment = (at: string) => formatMoment(at, timeZone, locale);
  return (
    <ul className={styles.list} aria-label={t('desk:review.questions')}>
      {questions.map(({ number, question, askedBy, askedAt, replyBy, isLate, answer, from, receivedAt }) => (
        <li key={number}>
          <Text block className={styles.words}>
            {t('desk:review.asked', { question })}
          </Text>
          <div className={styles.line}>
            <Text className={styles.faint}>{`${askedBy} · ${moment(askedAt)}`}</Text>
            {answer === undefined && (
              <Text className={styles.faint}>{t('desk:review.reply-by', { when: moment(replyBy) })}</Text>
            )}
            {isLate && <LateMark />}
          </div>
          {answer !== undefined && (
            <>
              <Text block className={styles.words}>
                {t('desk:review.answered', { answer })}
              </Text>
              <Text block className={styles.faint}>
                {[from, receivedAt && moment(receivedAt)].filter(Boolean).join(' · ')}
              </Text>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
