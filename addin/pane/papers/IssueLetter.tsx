import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { MailTemplateRegular } from '@fluentui/react-icons';
import { type ReactNode, useRef, useState } from 'react';
import type { PlainDate } from '../../../core/value/date.ts';
import type { OrderView } from '../../../core/wire/views.ts';
import { describeRefusal } from '../../../locales/describe-refusal.ts';
import { ErrorMessage } from '../../../ui/components/ErrorMessage.tsx';
import { explain } from '../../../ui/components/explain.ts';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { usePane } from '../work/pane-context.ts';
import { useAttempt } from '../work/use-attempt.ts';
import { writeNewStatuses } from './write-new-statuses.ts';

const useStyles = makeStyles({
  act: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalS },
  why: { color: tokens.colorNeutralForeground3 },
});

/** Letters are issued before the goods are to be made or shipped; after that nobody asks for one here. */
const beforeLetter = new Set<OrderView['status']>(['draft', 'in-review', 'to-confirm', 'awaiting-countersign']);

/** The button while the user may issue the letter; otherwise why not yet, and who is next. */
export function IssueLetter({ order, onIssued }: { order: OrderView; onIssued: () => void }): ReactNode {
  const { t } = useLanguage();
  const styles = useStyles();
  const { work, client, me } = usePane();
  const { error, attempt, dismiss } = useAttempt();
  const [busy, setBusy] = useState(false);
  const [promisedOn, setPromisedOn] = useState(me.today);
  // One key until it was answered: a lost answer must not issue the letter twice.
  const requestKey = useRef(crypto.randomUUID());
  const action = order.actions.find(({ command }) => command === 'issue-letter');
  if (!action || !beforeLetter.has(order.status) || (!action.allowed && order.papers.length > 0)) return null;
  if (!action.allowed) {
    const { message, who } = action.refusal ? describeRefusal(action.refusal, t) : { message: '', who: null };
    return (
      <Text size={200} className={styles.why}>
        {[message, who].filter(Boolean).join(' ')}
      </Text>
    );
  }
  const needsDate = order.lines.some(({ wished, promised }) => !wished && !promised);
  const issue = async () => {
    setBusy(true);
    await attempt(async () => {
      await client.call('commandOrder', {
        params: { number: order.number },
        body: { type: 'issue-letter', ...(needsDate && { promisedOn: promisedOn as PlainDate }) },
        requestKey: requestKey.current,
      });
      requestKey.current = crypto.randomUUID();
      onIssued();
      await writeNewStatuses(client, work.session, [order.number], t);
    });
    setBusy(false);
  };
  return (
    <>
      <div className={styles.act}>
        {needsDate && (
          <Field size="small" label={t('screens:pane.papers.promised-date')}>
            <Input type="date" size="small" value={promisedOn} onChange={(_, { value }) => setPromisedOn(value)} />
          </Field>
        )}
        <Button
          size="small"
          icon={<MailTemplateRegular />}
          disabled={busy || (needsDate && !promisedOn)}
          onClick={() => void issue()}
        >
          {t('screens:pane.papers.issue')}
        </Button>
      </div>
      {error !== null && <ErrorMessage explanation={explain(error, t)} onDismiss={dismiss} />}
    </>
  );
}
