import { makeStyles, tokens } from '@fluentui/react-components';
import { MailTemplateRegular, PrintRegular } from '@fluentui/react-icons';
import { type ReactNode, useRef, useState } from 'react';
import type { OrderView } from '../../../core/wire/views.ts';
import { ErrorMessage } from '../../../ui/components/ErrorMessage.tsx';
import { explain } from '../../../ui/components/explain.ts';
import { ReasonedButton } from '../../../ui/components/ReasonedButton.tsx';
import { openFile, saveFile } from '../../../ui/files/open-file.ts';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { usePane } from '../work/pane-context.ts';
import { useAttempt } from '../work/use-attempt.ts';
import { issueLetter, mayIssueLetter, needsDate } from './issue-letter.ts';
import { writeNewStatuses } from './write-new-statuses.ts';

const useStyles = makeStyles({ row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS } });
const pdf = 'application/pdf';

/** A morning's letters at once: issue those whose turn has come, print all that are out. One alone has its own buttons. */
export function AllLetters({ orders, onChanged }: { orders: readonly OrderView[]; onChanged: () => void }): ReactNode {
  const { t } = useLanguage();
  const styles = useStyles();
  const { work, client } = usePane();
  const { error, attempt, dismiss } = useAttempt();
  const [busy, setBusy] = useState(false);
  const reason = busy ? t('screens:busy.papers') : null;
  // One key an order, kept over attempts: what was issued before something failed is not issued again.
  const requestKeys = useRef(new Map<string, string>());
  const keyOf = (number: string): string => {
    const key = requestKeys.current.get(number) ?? crypto.randomUUID();
    requestKeys.current.set(number, key);
    return key;
  };

  const toIssue = orders.filter((order) => mayIssueLetter(order) && !needsDate(order)).map(({ number }) => number);
  const letters = orders.flatMap(lastLetter);
  const during = async (doing: () => Promise<void>) => {
    setBusy(true);
    await attempt(doing);
    setBusy(false);
  };
  const issueAll = async () => {
    try {
      for (const number of toIssue) await issueLetter(client, number, keyOf(number));
    } finally {
      onChanged();
    }
    await writeNewStatuses(client, work, toIssue, t);
  };
  const print = () =>
    openFile(
      () => client.call('printFile', { body: { papers: letters } }),
      pdf,
      (bytes) => saveFile(bytes, `${t('screens:pane.papers.print-file')}.pdf`, pdf),
    );
  return (
    <>
      <div className={styles.row}>
        {toIssue.length > 1 && (
          <ReasonedButton
            icon={<MailTemplateRegular />}
            reason={reason}
            onClick={() => void during(() => work.progress.during(toIssue, issueAll))}
          >
            {t('screens:pane.papers.issue-all', { count: toIssue.length })}
          </ReasonedButton>
        )}
        {letters.length > 1 && (
          <ReasonedButton icon={<PrintRegular />} reason={reason} onClick={() => void during(print)}>
            {t('screens:pane.papers.print', { count: letters.length })}
          </ReasonedButton>
        )}
      </div>
      {error !== null && <ErrorMessage explanation={explain(error, t)} onDismiss={dismiss} />}
    </>
  );
}

const lastLetter = ({ papers }: OrderView): readonly string[] => {
  const last = papers.filter(({ kind }) => kind === 'confirmation-letter').at(-1);
  return last ? [last.paper] : [];
};
