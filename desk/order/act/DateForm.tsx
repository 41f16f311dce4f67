import { Field, Input, makeStyles, Textarea } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { LifecycleCommand } from '../../../core/order/transitions.ts';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { useDesk } from '../../session/desk-context.ts';
import { type ActFormProps, ActFrame } from './ActFrame.tsx';
import { needsReason, type OrderAct } from './order-act.ts';

const useStyles = makeStyles({ date: { maxWidth: '200px' } });

type Body = Extract<OrderAct, { to: 'order' }>['body'];
interface DateAsked {
  readonly label: string;
  readonly body: (date: string, reason: string) => Body;
}
const asked: { readonly [Command in LifecycleCommand]?: DateAsked } = {
  'issue-letter': {
    label: 'desk:act.promised-date',
    body: (promisedOn) => ({ type: 'issue-letter', promisedOn }),
  },
  'record-countersign': {
    label: 'desk:act.countersign-date',
    body: (on) => ({ type: 'record-countersign', on }),
  },
  'record-arrival': { label: 'desk:act.arrived-on', body: (on) => ({ type: 'record-arrival', on }) },
  'reject-copy': {
    label: 'desk:act.countersign-date',
    body: (on, reason) => ({ type: 'reject-copy', on, reason }),
  },
};

/** One day, today unless said otherwise; and why, where the command is refused without. */
export function DateForm(props: ActFormProps): ReactNode {
  const { order, command } = props;
  const { t } = useLanguage();
  const { me } = useDesk();
  const styles = useStyles();
  const [date, setDate] = useState(me.today);
  const [reason, setReason] = useState('');
  const question = asked[command];
  if (question === undefined) throw new Error(`${command} asks for no date`);
  const withReason = needsReason(order, command);
  const filled = date !== '' && (!withReason || reason.trim() !== '');
  return (
    <ActFrame {...props} act={filled ? { to: 'order', body: question.body(date, reason.trim()) } : null}>
      <Field label={t(question.label)} required className={styles.date}>
        <Input type="date" value={date} autoFocus onChange={(_, { value }) => setDate(value)} />
      </Field>
      {withReason && (
        <Field label={t('desk:act.reason')} required>
          <Textarea value={reason} onChange={(_, { value }) => setReason(value)} />
        </Field>
      )}
    </ActFrame>
  );
}
