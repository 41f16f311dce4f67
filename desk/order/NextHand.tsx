import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowRightRegular, PersonSwapRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { dateIn, monthOf, type PlainDate } from '../../core/value/date.ts';
import type { OrderView } from '../../core/wire/order-views.ts';
import { describeRefusal } from '../../locales/describe-refusal.ts';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { useDesk } from '../session/desk-context.ts';
import { userWith } from '../session/sample-users.ts';
import { nameOf } from '../shell/UserMenu.tsx';
import { nextHandOf } from './next-hand.ts';

const useStyles = makeStyles({
  next: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
});

/** Whose turn it is when it isn't mine; in a sample company one click makes it mine. */
export function NextHand({ order }: { order: OrderView }): ReactNode {
  const { t, locale } = useLanguage();
  const { me, welcome, actAs } = useDesk();
  const [, go] = useLocation();
  const styles = useStyles();
  const hand = nextHandOf(order);
  const action = order.actions.find(({ command }) => command === hand?.command);
  if (!hand || action?.allowed) return null;

  const { sample, id } = me.company;
  const users = sample ? (welcome.companies.find((company) => company.id === id)?.users ?? []) : [];
  const { roles } = hand;
  const isMine = roles.some((role) => me.user.roles.includes(role));
  const next = userWith(users, roles, me.user.id);
  const blocked = action?.refusal && action.refusal.code !== 'role.not-allowed' ? action.refusal : null;
  const names = roles.map((role) => t(`terms:role.${role}`)).join(t('screens:list-separator'));
  const turn = t('screens:order.next', { roles: names, step: t(`screens:command.${hand.command}`) });
  const closedOn = hand.command === 'archive-order' ? closingDay(order, me.timeZone) : null;
  return (
    <div className={styles.next} role="status">
      <ArrowRightRegular aria-hidden />
      <Text>
        {blocked
          ? t('screens:two-sentences', { first: turn, second: describeRefusal(blocked, t, locale).message })
          : turn}
      </Text>
      {next && !isMine && (
        <Button size="small" icon={<PersonSwapRegular />} onClick={() => void actAs(next.id)}>
          {t('desk:user.act-as-one', { name: nameOf(next, sample, t) })}
        </Button>
      )}
      {closedOn && isMine && (
        <Button size="small" onClick={() => go(`/reports/${monthOf(closedOn)}`)}>
          {t('desk:place.reports')}
        </Button>
      )}
    </div>
  );
}

/** An order is archived with the month it was closed in, which may be long past. */
function closingDay({ history }: OrderView, timeZone: string): PlainDate | null {
  const closed = history.findLast(({ type }) => type === 'order-closed');
  return closed ? dateIn(closed.at, timeZone) : null;
}
