import { Field, Input, makeStyles, Select, Text, Textarea, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { Instant } from '../../../core/value/date.ts';
import type { OrderView } from '../../../core/wire/order-views.ts';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { useDesk } from '../../session/desk-context.ts';
import { type ActFormProps, ActFrame } from './ActFrame.tsx';
import { arrivalOf, minuteIn } from './office-clock.ts';
import type { OrderAct } from './order-act.ts';

const useStyles = makeStyles({
  fields: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  from: { flexGrow: 1, minWidth: '200px' },
});

type CustomerQuestion = NonNullable<OrderView['review']>['questions'][number];
const openQuestions = ({ review }: OrderView): readonly CustomerQuestion[] =>
  review?.questions.filter(({ answer }) => answer === undefined) ?? [];

/** The customer's answer in his words, who gave it and when it arrived: just now unless said otherwise. */
export function AnswerForm(props: ActFormProps): ReactNode {
  const { order } = props;
  const { t } = useLanguage();
  const { timeZone } = useDesk().me;
  const styles = useStyles();
  const questions = openQuestions(order);
  const [number, setNumber] = useState(questions[0]?.number);
  const [from, setFrom] = useState(order.customer.contact ?? '');
  const [answer, setAnswer] = useState('');
  const [arrived, setArrived] = useState(() => minuteIn(new Date().toISOString() as Instant, timeZone));
  const question = questions.find((each) => each.number === number);
  return (
    <ActFrame {...props} act={question ? answerTo(question, { from, answer, arrived, timeZone }) : null}>
      {questions.length > 1 && (
        <Field label={t('desk:act.which-question')}>
          <Select value={`${number}`} onChange={(_, { value }) => setNumber(Number(value))}>
            {questions.map((each) => (
              <option key={each.number} value={`${each.number}`}>
                {each.question}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {questions.length === 1 && <Text>{question?.question}</Text>}
      <Field label={t('desk:act.answer')} required>
        <Textarea value={answer} autoFocus onChange={(_, { value }) => setAnswer(value)} />
      </Field>
      <div className={styles.fields}>
        <Field label={t('desk:act.answer-from')} required className={styles.from}>
          <Input value={from} onChange={(_, { value }) => setFrom(value)} />
        </Field>
        <Field label={t('desk:act.answer-arrived')} required>
          <Input type="datetime-local" value={arrived} onChange={(_, { value }) => setArrived(value)} />
        </Field>
      </div>
    </ActFrame>
  );
}

interface Said {
  readonly from: string;
  readonly answer: string;
  /** As the field has it, on the office's clock. */
  readonly arrived: string;
  readonly timeZone: string;
}
function answerTo({ number, askedAt }: CustomerQuestion, said: Said): OrderAct | null {
  const [from, answer] = [said.from.trim(), said.answer.trim()];
  const receivedAt = arrivalOf(said.arrived, said.timeZone, askedAt);
  return from && answer && receivedAt !== null
    ? { to: 'order', body: { type: 'record-answer', number, from, answer, receivedAt } }
    : null;
}
