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
import type { DifferingLine } from '../../core/order/differing-lines.ts';
import { formatQuantity } from '../language/format.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';
import type { NumberQuestion } from '../sheet-session/copied-numbers.ts';
import type { SheetSession } from '../sheet-session/session.ts';
import { numberQuestions } from '../sheet-session/standing-of-orders.ts';
import type { Checked } from '../sheet-session/state.ts';
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

/** Rows carry the number of others, or their key: is it a new order, or a change? Not posted until it is answered. */
export function CopiedNumbers(props: {
  session: SheetSession;
  state: Checked;
  /** Writes the numbers the server knows beside their rows; undefined where nothing is written by itself. */
  onRewrite?: () => void;
}): ReactNode {
  const { session, state, onRewrite } = props;
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
              <div className={styles.words}>{wordsOf(question)}</div>
              <Differing lines={question.differing} />
              <div className={styles.answers}>
                <Answers
                  question={question}
                  session={session}
                  busy={busyReason(state.doing, t)}
                  {...(onRewrite && { onRewrite })}
                />
              </div>
            </li>
          ))}
          {questions.length > atOnce && <li>{t('screens:turned-away.more', { count: questions.length - atOnce })}</li>}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );

  function wordsOf({ kind, number, order: { order } }: NumberQuestion): string {
    // Nothing tells which order such rows would change: they have the number beside them alone.
    if (kind === 'copied' && order.key === null) return t('screens:numbers.keyless', { number });
    return t(`screens:numbers.${kind}`, { number, order: order.key ?? t('screens:findings.order-without-key') });
  }
}

/** What the order says on the server, and what these rows say: whose change it is shows by it. */
function Differing({ lines }: { lines: readonly DifferingLine[] }): ReactNode {
  const { t, locale } = useLanguage();
  if (lines.length === 0) return null;
  const said = (line: DifferingLine['there']) =>
    line
      ? `${formatQuantity(line.quantity, undefined, locale)} × ${formatQuantity(line.unitPrice, undefined, locale)}`
      : t('screens:numbers.not-in-it');
  return lines.map(({ item, there, here }, at) => (
    <Text key={JSON.stringify([at, item])} block size={200}>
      {t('screens:numbers.differs', { item, there: said(there), here: said(here) })}
    </Text>
  ));
}

function Answers(props: {
  question: NumberQuestion;
  session: SheetSession;
  busy: string | null;
  onRewrite?: () => void;
}): ReactNode {
  const { t } = useLanguage();
  const { question, session, busy, onRewrite } = props;
  const { kind, number, order } = question;
  if (kind === 'unanswered') return null;
  // Where nothing is written by itself, the user compares and corrects the number in his own file.
  if (kind === 'displaced')
    return onRewrite ? (
      <ReasonedButton size="small" reason={busy} onClick={onRewrite}>
        {t('screens:numbers.rewrite')}
      </ReasonedButton>
    ) : (
      <OrderLink number={number}>{t('screens:numbers.open', { number })}</OrderLink>
    );
  // Its own rows under its own key: nothing but another key makes them another order. Without keys, posted rows and copies of them
  // are one: which of them are new only who empties the number beside those can say.
  const isKeyless = order.order.key === null;
  const keepsKey = kind === 'copied' || isKeyless ? null : t('screens:numbers.needs-key');
  return (
    <>
      {kind === 'copied' && !isKeyless && (
        <ReasonedButton size="small" reason={busy} onClick={() => void session.takeAsNew(order)}>
          {t('screens:numbers.new')}
        </ReasonedButton>
      )}
      {kind === 'changed' || kind === 'taken' ? (
        <ReasonedButton size="small" reason={busy} onClick={() => session.takeAsChange(order)}>
          {t('screens:numbers.change', { number })}
        </ReasonedButton>
      ) : (
        <OrderLink number={number}>{t('screens:numbers.in-browser', { number })}</OrderLink>
      )}
      {keepsKey !== null && <Text size={200}>{keepsKey}</Text>}
    </>
  );
}

const OrderLink = ({ number, children }: { number: string; children: ReactNode }) => (
  <Link href={`/orders/${encodeURIComponent(number)}`} target="_blank">
    {children}
  </Link>
);
