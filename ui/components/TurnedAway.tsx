import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { bookKinds } from '../../core/check/knowledge.ts';
import { permissions } from '../../core/policy/permissions.ts';
import { describeFinding } from '../../locales/describe.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';
import { turnedAwayOrders } from '../sheet-session/standing-of-orders.ts';
import type { Checked } from '../sheet-session/state.ts';
import { groupName } from './findings-view.ts';

const useStyles = makeStyles({
  bar: { flexShrink: 0 },
  part: { display: 'block', overflowWrap: 'anywhere' },
  list: { margin: `${tokens.spacingVerticalXS} 0`, paddingLeft: tokens.spacingHorizontalL },
});

/** Enough to see what it is about; most often it is the same with all. */
const named = 3;

/**
 * Said before posting: what is sound by the workbook's own books but not by the published ones, which the server judges by,
 * and what can be done about it.
 * @param publishing where this user can publish books: on this page, only at the browser desk, or not at all
 */
export function TurnedAway(props: { state: Checked; publishing: 'here' | 'at-desk' | 'not-allowed' }): ReactNode {
  const { state, publishing } = props;
  const { t, locale } = useLanguage();
  const styles = useStyles();
  const orders = turnedAwayOrders(state);
  if (orders.length === 0) return null;
  const { missing, orders: reasons } = state.turnedAway;
  const list = (words: readonly string[]) => words.join(t('screens:list-separator'));
  const own = bookKinds.filter((kind) => state.found.knowledge[kind]?.from === 'workbook');
  const books = list(own.map((kind) => t(`terms:table.${kind}`)));
  const what =
    missing.length > 0
      ? t('screens:turned-away.missing', { books: list(missing.map((kind) => t(`terms:table.${kind}`))) })
      : t('screens:turned-away.what', { count: orders.length });
  const needed = missing.length > 0 ? missing.filter((kind) => own.includes(kind)) : own;
  const whatToPublish = () =>
    needed.length === 0
      ? t('screens:publish.elsewhere')
      : t(missing.length > 0 ? 'screens:turned-away.publish' : 'screens:turned-away.here', {
          books: list(needed.map((kind) => t(`terms:table.${kind}`))),
        });
  const todo = {
    here: whatToPublish(),
    'at-desk': t('screens:turned-away.at-desk'),
    'not-allowed': t('screens:turned-away.not-allowed', {
      roles: list(permissions['books.publish'].map((role) => t(`terms:role.${role}`))),
    }),
  }[publishing];
  return (
    <MessageBar intent="warning" layout="multiline" role="status" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{what}</MessageBarTitle>
        {missing.length === 0 && (
          <>
            {own.length > 0 && <span className={styles.part}>{t('screens:turned-away.why', { books })}</span>}
            <ul className={styles.list}>
              {orders.slice(0, named).map((one) => {
                const [first] = reasons.get(one.order) ?? [];
                const key = one.order.key ?? t('screens:findings.order-without-key');
                return (
                  first && (
                    <li
                      key={groupName({ order: one, kind: null, findings: [] })}
                    >{`${key} · ${describeFinding(first, t, locale).message}`}</li>
                  )
                );
              })}
              {orders.length > named && <li>{t('screens:turned-away.more', { count: orders.length - named })}</li>}
            </ul>
          </>
        )}
        <span className={styles.part}>{todo}</span>
      </MessageBarBody>
    </MessageBar>
  );
}
