import {
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import { type ReactNode, useRef, useState } from 'react';
import { nextStepOf } from '../../core/order/next-step.ts';
import type { RefusalCode } from '../../core/order/refusal.ts';
import type { LifecycleCommand } from '../../core/order/transitions.ts';
import type { OrderView } from '../../core/wire/order-views.ts';
import { describeRefusal } from '../../locales/describe-refusal.ts';
import { ErrorMessage } from '../../ui/components/ErrorMessage.tsx';
import { explain } from '../../ui/components/explain.ts';
import { ReasonedButton } from '../../ui/components/ReasonedButton.tsx';
import { type Language, useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { useDesk } from '../session/desk-context.ts';
import { ActForm } from './act/ActForm.tsx';
import { isAllowed, nameOfCommand, type OrderAct, perform, plainAct, questionOf } from './act/order-act.ts';
import { FormOutdated } from './FormOutdated.tsx';
import { NextHand } from './NextHand.tsx';
import { nextHandOf } from './next-hand.ts';

const useStyles = makeStyles({
  place: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  buttons: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  menu: { maxWidth: '420px' },
  // The action is grey, why it is must be readable.
  reason: { color: tokens.colorNeutralForeground2 },
});

/**
 * What can be done with the order now. The step that leads on is the coloured button; what can't be done is grey, with the
 * reason and who could. What a step needs to know is asked right below, never in a dialog.
 */
export function OrderActions(props: { order: OrderView; onDone: () => void }): ReactNode {
  const { order, onDone } = props;
  const language = useLanguage();
  const { t } = language;
  const { client, me } = useDesk();
  const { roles } = me.user;
  const styles = useStyles();
  /** The form that is open, with the order it was opened on: what comes in meanwhile must not change it under his hands. */
  const [asking, setAsking] = useState<{ command: LifecycleCommand; order: OrderView } | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  // One key for one act, kept over attempts: a lost answer must not ship the goods twice.
  const requestKey = useRef(crypto.randomUUID());

  const act = async (what: OrderAct) => {
    setBusy(true);
    setError(null);
    try {
      await perform(client, order.number, what, requestKey.current);
      setAsking(null);
      onDone();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const begin = (command: LifecycleCommand) => {
    requestKey.current = crypto.randomUUID();
    setError(null);
    if (questionOf(order, command, roles)) setAsking({ command, order });
    else void act(plainAct(command));
  };

  /** The same form on the order as it is now; where that no longer asks for one, the buttons say what can be done. */
  const anew = () => {
    const command = asking?.command;
    requestKey.current = crypto.randomUUID();
    setError(null);
    const stays = command && isAllowed(order, command) && questionOf(order, command, roles);
    setAsking(stays ? { command, order } : null);
  };

  const main = mainCommandOf(order);
  const actions = order.actions as readonly (OrderView['actions'][number] & { command: LifecycleCommand })[];
  const allowed = actions.filter(({ command, allowed: may }) => may && !isOneWithShipping(command, order));
  // What doesn't belong here is not missing; what could be done here, but not by me, is.
  const refused = actions.filter(({ refusal }) => refusal && !elsewhere.includes(refusal.code));
  allowed.sort((a, b) => Number(b.command === main) - Number(a.command === main));

  const waits = busy ? 'server' : asking !== null ? 'form' : null;
  return (
    <div className={styles.place}>
      <NextHand order={order} />
      <div className={styles.buttons}>
        {allowed.map(({ command }) => (
          <ReasonedButton
            key={command}
            appearance={command === main ? 'primary' : 'secondary'}
            reason={waits && t(`desk:waits.${waits}`)}
            onClick={() => begin(command)}
          >
            {t(nameOfCommand(command, order.status))}
            {questionOf(order, command, roles) ? '…' : ''}
          </ReasonedButton>
        ))}
        {refused.length > 0 && (
          <Menu>
            <MenuTrigger>
              <MenuButton appearance="subtle" icon={<MoreHorizontalRegular />}>
                {t('desk:order.more')}
              </MenuButton>
            </MenuTrigger>
            <MenuPopover>
              <MenuList className={styles.menu}>
                {refused.map(({ command, refusal }) => (
                  <MenuItem
                    key={command}
                    disabled
                    {...(refusal && {
                      subText: { children: refusalText(refusal, language), className: styles.reason },
                    })}
                  >
                    {t(`screens:command.${command}`)}
                  </MenuItem>
                ))}
              </MenuList>
            </MenuPopover>
          </Menu>
        )}
      </div>
      {asking !== null && asking.order.version !== order.version && <FormOutdated onAnew={anew} />}
      {asking !== null && (
        <ActForm
          key={asking.order.version}
          order={asking.order}
          command={asking.command}
          busy={busy}
          onAct={(what) => void act(what)}
          onCancel={() => setAsking(null)}
        />
      )}
      {error !== null && <ErrorMessage explanation={explain(error, t)} onDismiss={() => setError(null)} />}
    </div>
  );
}

/** Another status's business, an answer where nothing was asked, what only customers abroad need. */
const elsewhere: readonly RefusalCode[] = [
  'order.wrong-status',
  'question.unknown',
  'letter-of-credit.not-asked',
  'production.word-not-needed',
];

/** Leads the order on: the next hand's command, or the step beyond it for whoever may take it at once. */
function mainCommandOf(order: OrderView): LifecycleCommand | undefined {
  const onward = nextStepOf(order.status)?.command;
  return onward && isAllowed(order, onward) ? onward : nextHandOf(order)?.command;
}

/** Whoever may ship both ways says on the form that it is an emergency. */
const isOneWithShipping = (command: LifecycleCommand, order: OrderView): boolean =>
  command === 'ship-emergency' && isAllowed(order, 'ship-goods');

const refusalText = (
  refusal: NonNullable<OrderView['actions'][number]['refusal']>,
  { t, locale }: Language,
): string => {
  const { message, who } = describeRefusal(refusal, t, locale);
  return who ? t('screens:two-sentences', { first: message, second: who }) : message;
};
