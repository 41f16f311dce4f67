import { Button, Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { LifecycleCommand } from '../../core/order/transitions.ts';
import type { OrderView } from '../../core/wire/views.ts';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { useDesk } from '../session/desk-context.ts';
import { type OrderAct, plainAct, questionOf } from './order-act.ts';
import { ReceiptFields, useReceipt } from './ReceiptFields.tsx';
import { ShippingFields, useShipping } from './ShippingFields.tsx';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  date: { maxWidth: '200px' },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS },
});

interface ActFormProps {
  readonly order: OrderView;
  readonly command: LifecycleCommand;
  readonly busy: boolean;
  readonly onAct: (act: OrderAct) => void;
  readonly onCancel: () => void;
}

/** Asks what one command needs, filled in with the usual answer: most times Enter is enough. Esc gives up. */
export function ActForm(props: ActFormProps): ReactNode {
  const { order, command, busy, onAct, onCancel } = props;
  const { t } = useLanguage();
  const styles = useStyles();
  const { fields, act } = useQuestion(order, command);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (act && !busy) onAct(act);
  };
  return (
    <form
      className={styles.form}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onCancel();
      }}
    >
      {fields}
      <div className={styles.buttons}>
        <Button appearance="primary" type="submit" disabled={!act || busy}>
          {t(`screens:command.${command}`)}
        </Button>
        <Button onClick={onCancel}>{t('screens:cancel')}</Button>
      </div>
    </form>
  );
}

/** Where "reason" alone wouldn't say what is asked. Approving needs one only of whoever entered the order. */
const reasonLabels: { readonly [Command in LifecycleCommand]?: string } = {
  'ask-question': 'screens:act.question',
  'approve-order': 'screens:act.alone',
};

/** The fields of the question and the act they amount to; null while something is still to be filled in. */
function useQuestion(order: OrderView, command: LifecycleCommand): { fields: ReactNode; act: OrderAct | null } {
  const { t } = useLanguage();
  const { me } = useDesk();
  const styles = useStyles();
  const [reason, setReason] = useState('');
  const [date, setDate] = useState(me.today);
  const shipping = useShipping(order);
  const receipt = useReceipt(order, me.today);
  const dateField = (label: string) => (
    <Field label={label} required className={styles.date}>
      <Input type="date" value={date} autoFocus onChange={(_, { value }) => setDate(value)} />
    </Field>
  );
  switch (questionOf(order, command)) {
    case 'promised-date':
      return {
        fields: dateField(t('screens:act.promised-date')),
        act: date ? { to: 'order', body: { type: 'issue-letter', promisedOn: date } } : null,
      };
    case 'countersign-date':
      return {
        fields: dateField(t('screens:act.countersign-date')),
        act: date ? { to: 'order', body: { type: 'record-countersign', on: date } } : null,
      };
    case 'ready-date':
      return {
        fields: dateField(t('screens:act.ready-on')),
        act: date ? { to: 'order', body: { type: 'begin-supply', readyOn: date } } : null,
      };
    case 'goods':
      return { fields: <ShippingFields shipping={shipping} />, act: shipping.act };
    case 'receipt':
      return { fields: <ReceiptFields receipt={receipt} />, act: receipt.act };
    default:
      return {
        fields: (
          <Field label={t(reasonLabels[command] ?? 'screens:act.reason')} required>
            <Textarea value={reason} autoFocus onChange={(_, { value }) => setReason(value)} />
          </Field>
        ),
        act: reason.trim() ? plainAct(command, reason.trim()) : null,
      };
  }
}
