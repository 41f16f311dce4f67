import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { FormEvent, ReactNode } from 'react';
import type { LifecycleCommand } from '../../../core/order/transitions.ts';
import type { OrderView } from '../../../core/wire/order-views.ts';
import { ReasonedButton } from '../../../ui/components/ReasonedButton.tsx';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { nameOfCommand, type OrderAct } from './order-act.ts';

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
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS },
});

export interface ActFormProps {
  readonly order: OrderView;
  readonly command: LifecycleCommand;
  readonly busy: boolean;
  readonly onAct: (act: OrderAct) => void;
  readonly onCancel: () => void;
}

/** What the forms of all commands have in common: Enter sends, Esc gives up; null = something is still to be filled in. */
export function ActFrame(props: ActFormProps & { act: OrderAct | null; children: ReactNode }): ReactNode {
  const { order, command, busy, onAct, onCancel, act, children } = props;
  const { t } = useLanguage();
  const styles = useStyles();
  const waits = busy ? 'server' : act ? null : 'incomplete';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (act && waits === null) onAct(act);
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
      {children}
      <div className={styles.buttons}>
        <ReasonedButton appearance="primary" type="submit" reason={waits && t(`desk:waits.${waits}`)}>
          {t(nameOfCommand(command, order.status))}
        </ReasonedButton>
        <Button onClick={onCancel}>{t('screens:cancel')}</Button>
      </div>
    </form>
  );
}
