import {
  Link,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useLanguage } from '../language/LanguageProvider.tsx';
import type { NumberQuestion } from '../sheet-session/copied-numbers.ts';
import type { SheetSession } from '../sheet-session/session.ts';
import { type Checked, numberQuestions } from '../sheet-session/state.ts';
import { busyReason } from './busy-reason.ts';
import { ReasonedButton } from './ReasonedButton.tsx';

/** As many as can be answered without scrolling away from the findings; the next follow as these are answered. */
const atOnce = 5;

const useStyles = makeStyles({
  bar: { flexShrink: 0 },
  list: {
    listStyleType: 'none',
    margin: `${tokens.spacingVerticalXS} 0`,
    padding: 0,
    display: 'grid',
    rowGap: tokens.spacingVerticalS,
  },
  words: { overflowWrap: 'anywhere' },
  answers: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalXXS,
  },
});

/** Rows that were copied carry the order number of others: is it a new order, or a change? Not posted until it is answered. */
export function CopiedNumbers({ session, state }: { session: SheetSession; state: Checked }): ReactNode {
  const { t } = useLanguage();
  const styles = useStyles();
  const questions = numberQuestions(state);
  if (questions.length === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline" role="status" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{t('screens:numbers.title', { count: questions.length })}</MessageBarTitle>
        <ul className={styles.list}>
          {questions.slice(0, atOnce).map((question) => (
            <li key={JSON.stringify([question.number, question.order.fingerprint])}>
              <div className={styles.words}>{t(`screens:numbers.${question.kind}`, wordsOf(question))}</div>
              <div className={styles.answers}>
                <Answers question={question} session={session} busy={busyReason(state.doing, t)} />
              </div>
            </li>
          ))}
          {questions.length > atOnce && <li>{t('screens:turned-away.more', { count: questions.length - atOnce })}</li>}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );

  function wordsOf({ number, order: { order } }: NumberQuestion) {
    return { number, order: order.key ?? t('screens:findings.order-without-key') };
  }
}

function Answers(props: { question: NumberQuestion; session: SheetSession; busy: string | null }): ReactNode {
  const { t } = useLanguage();
  const { question, session, busy } = props;
  const { kind, number, order } = question;
  if (kind === 'unanswered') return null;
  // Its own rows under its own key: nothing but another key makes them another order.
  const keepsKey = kind === 'copied' ? null : t('screens:numbers.needs-key');
  return (
    <>
      {keepsKey === null && (
        <ReasonedButton size="small" reason={busy} onClick={() => void session.takeAsNew(order)}>
          {t('screens:numbers.new')}
        </ReasonedButton>
      )}
      {kind === 'changed' ? (
        <ReasonedButton size="small" reason={busy} onClick={() => session.takeAsChange(order)}>
          {t('screens:numbers.change', { number })}
        </ReasonedButton>
      ) : (
        <Link href={`/orders/${encodeURIComponent(number)}`} target="_blank">
          {t('screens:numbers.in-browser', { number })}
        </Link>
      )}
      {keepsKey !== null && <Text size={200}>{keepsKey}</Text>}
    </>
  );
}
