import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { nextStepOf } from '../../../core/order/next-step.ts';
import type { OrderView } from '../../../core/wire/order-views.ts';
import { CopyReply } from '../../../ui/components/CopyReply.tsx';
import { replies } from '../../../ui/components/replies.ts';
import { StatusBadge } from '../../../ui/components/StatusBadge.tsx';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { IssueLetter } from './IssueLetter.tsx';
import { mayIssueLetter } from './issue-letter.ts';
import { PaperLine } from './PaperLine.tsx';

const useStyles = makeStyles({
  order: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    paddingBottom: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  number: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  status: { marginLeft: 'auto' },
  customer: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

/** One posted order: number (opens it on the desk), whose it is, how far it is and what comes next, its papers. */
export function PostedOrder({ order, onChanged }: { order: OrderView; onChanged: () => void }): ReactNode {
  const styles = useStyles();
  const { locale: clerks } = useLanguage();
  return (
    <section className={styles.order} aria-label={order.number}>
      <div className={styles.head}>
        <Link className={styles.number} href={`/orders/${encodeURIComponent(order.number)}`} target="_blank">
          {order.number}
        </Link>
        <span className={styles.status}>
          <StatusBadge status={order.status} />
        </span>
      </div>
      <Text size={200} className={styles.customer}>
        {[order.key, order.customer.name].filter(Boolean).join(' · ')}
      </Text>
      <div className={styles.head}>
        <CopyReply outdented reply={async () => (await replies.fetch()).replyOfPosted(order, clerks)} />
      </div>
      {order.papers.map((paper) => (
        <PaperLine key={paper.paper} paper={paper} />
      ))}
      {mayIssueLetter(order) ? <IssueLetter order={order} onIssued={onChanged} /> : <NextStep order={order} />}
    </section>
  );
}

/** What the order waits for, and of whom first; others could as well. */
function NextStep({ order }: { order: OrderView }): ReactNode {
  const { t } = useLanguage();
  const styles = useStyles();
  const next = order.nextStep ?? nextStepOf(order.status);
  if (!next) return null;
  const [role = ''] = next.roles;
  return (
    <Text size={200} className={styles.customer}>
      {t('screens:order.next', { step: t(`screens:command.${next.command}`), roles: t(`terms:role.${role}`) })}
    </Text>
  );
}
