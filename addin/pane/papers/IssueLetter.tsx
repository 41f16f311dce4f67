import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { MailTemplateRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import type { PlainDate } from '../../../core/value/date.ts';
import type { OrderView } from '../../../core/wire/order-views.ts';
import { ErrorMessage } from '../../../ui/components/ErrorMessage.tsx';
import { explain } from '../../../ui/components/explain.ts';
import { ReasonedButton } from '../../../ui/components/ReasonedButton.tsx';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { usePane } from '../work/pane-context.ts';
import { useAttempt } from '../work/use-attempt.ts';
import { needsDate } from './issue-letter.ts';
import { writeNewStatuses } from './write-new-statuses.ts';

const useStyles = makeStyles({
  act: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalS },
});

/** Issues the confirmation letter; what it needs to know, a date of lines without one, is asked beside the button. */
export function IssueLetter({ order, onIssued }: { order: OrderView; onIssued: () => void }): ReactNode {
  const { t } = useLanguage();
  const styles = useStyles();
  const { work, client, me } = usePane();
  const { error, attempt, dismiss } = useAttempt();
  const [busy, setBusy] = useState(false);
  const [chosen, choose] = useState<string | null>(null);
  const promisedOn = chosen ?? me.today;
  const asksDate = needsDate(order);
  const issue = async () => {
    setBusy(true);
    await attempt(() =>
      work.progress.during([order.number], async () => {
        await work.letters.issue(order, asksDate ? (promisedOn as PlainDate) : undefined);
        onIssued();
        await writeNewStatuses(client, work, [order.number], t);
      }),
    );
    setBusy(false);
  };
  return (
    <>
      <div className={styles.act}>
        {asksDate && (
          <Field size="small" label={t('screens:pane.papers.promised-date')}>
            <Input type="date" size="small" value={promisedOn} onChange={(_, { value }) => choose(value)} />
          </Field>
        )}
        <ReasonedButton
          size="small"
          icon={<MailTemplateRegular />}
          reason={
            busy ? t('screens:busy.papers') : asksDate && !promisedOn ? t('screens:pane.papers.date-first') : null
          }
          onClick={() => void issue()}
        >
          {t('screens:pane.papers.issue')}
        </ReasonedButton>
      </div>
      {error !== null && <ErrorMessage explanation={explain(error, t)} onDismiss={dismiss} />}
    </>
  );
}
