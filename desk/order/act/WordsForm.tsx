import { Field, Textarea } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { LifecycleCommand } from '../../../core/order/transitions.ts';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { type ActFormProps, ActFrame } from './ActFrame.tsx';
import { type OrderAct, plainAct } from './order-act.ts';

/** Where "reason" alone wouldn't say what is asked. */
const reasonLabels: { readonly [Command in LifecycleCommand]?: string } = {
  'ask-question': 'desk:act.question',
};

export const ReasonForm = (props: ActFormProps): ReactNode => (
  <WordsForm
    {...props}
    label={reasonLabels[props.command] ?? 'desk:act.reason'}
    actWith={(reason) => plainAct(props.command, reason)}
  />
);

export const CustomerQuestionForm = (props: ActFormProps): ReactNode => (
  <WordsForm
    {...props}
    label="desk:act.customer-question"
    actWith={(question) => ({ to: 'order', body: { type: 'ask-customer', question } })}
  />
);

/** One text that must not be empty. */
function WordsForm(props: ActFormProps & { label: string; actWith: (words: string) => OrderAct }): ReactNode {
  const { label, actWith, ...frame } = props;
  const { t } = useLanguage();
  const [words, setWords] = useState('');
  return (
    <ActFrame {...frame} act={words.trim() ? actWith(words.trim()) : null}>
      <Field label={t(label)} required>
        <Textarea value={words} autoFocus onChange={(_, { value }) => setWords(value)} />
      </Field>
    </ActFrame>
  );
}
