import { MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, makeStyles } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { DismissButton } from '../../ui/components/DismissButton.tsx';
import { useAnswer } from '../../ui/connection/use-answer.ts';
import { formatMoment } from '../../ui/language/format.ts';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { may, useDesk } from '../session/desk-context.ts';

const useStyles = makeStyles({ part: { display: 'block', overflowWrap: 'anywhere' } });

/** Told to whoever may back up: by itself nothing else would say so before the backup is needed. */
export function BackupNotice(): ReactNode {
  const { me } = useDesk();
  return may(me, 'backups.make') && !me.company.sample ? <FailedBackup /> : null;
}

/** That the backup that makes itself fails, since when there is none, and why; until it was seen or one succeeds. */
function FailedBackup(): ReactNode {
  const { t, locale } = useLanguage();
  const { client, me } = useDesk();
  const styles = useStyles();
  const plan = useAnswer('backups', () => client.call('backups', {})).answer?.plan;
  // By the one before: each further attempt that fails is no news.
  const [seen, setSeen] = useState<string | null>();
  if (!plan?.failed || seen === plan.newest) return null;
  const when = (instant: string) => formatMoment(instant, me.timeZone, locale);
  return (
    <MessageBar intent="warning" layout="multiline" role="status">
      <MessageBarBody>
        <MessageBarTitle>{t('desk:backup-failed.what', { when: when(plan.failed.at) })}</MessageBarTitle>
        {plan.newest === null
          ? t('desk:backup-failed.none')
          : t('desk:backup-failed.newest', { when: when(plan.newest) })}
        <span className={styles.part}>{plan.failed.message}</span>
        <span className={styles.part}>{t('desk:backup-failed.again')}</span>
      </MessageBarBody>
      <MessageBarActions containerAction={<DismissButton onClick={() => setSeen(plan.newest)} />} />
    </MessageBar>
  );
}
