import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import { useNews } from '../../../ui/connection/live/LiveProvider.tsx';
import { useAnswer } from '../../../ui/connection/use-answer.ts';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import type { KeyValueStorage } from '../../../ui/sheet-session/outbox.ts';
import { usePane } from '../work/pane-context.ts';
import { dueToday } from './due-today.ts';

const useStyles = makeStyles({
  due: {
    display: 'flex',
    alignItems: 'flex-start',
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  lines: { listStyleType: 'none', margin: 0, padding: 0, flexGrow: 1, minWidth: 0 },
});

const place = (user: string): string => `countersign.due-dismissed.${user}`;

/** What waits for this user today, in four quiet lines at most. Put away, it stays away on this device until tomorrow. */
export function DueToday({ storage }: { storage: KeyValueStorage }): ReactNode {
  const { t } = useLanguage();
  const styles = useStyles();
  const { client, me } = usePane();
  const { answer, error, reload } = useAnswer(`due ${me.user.id}`, () => client.call('worklist', {}), true);
  useNews(() => true, reload);
  const kept = place(me.user.id);
  const [dismissed, setDismissed] = useState(() => storage.getItem(kept));
  // Away, or not for this user to know: nobody asked for this, so nothing is said.
  if (!answer || error !== null || dismissed === me.today) return null;
  const due = dueToday(answer.entries, me.today);
  if (due.length === 0) return null;
  const dismiss = () => {
    setDismissed(me.today);
    storage.setItem(kept, me.today);
  };
  return (
    <section className={styles.due} aria-label={t('screens:pane.due.title')}>
      <ul className={styles.lines}>
        {due.map(({ kind, count, status }) => (
          <li key={kind}>
            <Link href={`/orders?${status === null ? 'list=mine' : `status=${status}`}`} target="_blank">
              {t(`screens:pane.due.${kind}`, { count })}
            </Link>
          </li>
        ))}
      </ul>
      <Button
        size="small"
        appearance="subtle"
        icon={<DismissRegular />}
        aria-label={t('screens:pane.due.dismiss')}
        title={t('screens:pane.due.dismiss')}
        onClick={dismiss}
      />
    </section>
  );
}
