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

/** A morning's papers at once: issue the letters whose turn has come, print all that are out. One alone has its own buttons. */
export function AllPapers({ orders, onChanged }: { orders: readonly OrderView[]; onChanged: () => void }): ReactNode {
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
  const print = ({ kind, papers }: Printable) =>
    openFile(
      () => client.call('printFile', { body: { papers } }),
      pdf,
      (bytes) => saveFile(bytes, `${t(`terms:paper.${kind}`)}.pdf`, pdf),
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
        {printable(orders).map((all) => (
          <ReasonedButton
            key={all.kind}
            icon={<PrintRegular />}
            reason={reason}
            onClick={() => void during(() => print(all))}
          >
            {t(all.kind === 'delivery-note' ? 'screens:pane.papers.print-notes' : 'screens:pane.papers.print', {
              count: all.papers.length,
            })}
          </ReasonedButton>
        ))}
      </div>
      {error !== null && <ErrorMessage explanation={explain(error, t)} onDismiss={dismiss} />}
    </>
  );
}

/** Papers of one kind that go into one print file. */
interface Printable {
  readonly kind: 'confirmation-letter' | 'delivery-note';
  readonly papers: string[];
}

/** Of letters the latest of each order; one delivery note may be several orders'. A single paper has its own line. */
function printable(orders: readonly OrderView[]): readonly Printable[] {
  const named = (kind: Printable['kind'], of: (papers: OrderView['papers']) => OrderView['papers']): Printable => ({
    kind,
    papers: [
      ...new Set(
        orders.flatMap(({ papers }) => of(papers.filter((each) => each.kind === kind)).map((each) => each.paper)),
      ),
    ],
  });
  return [
    named('confirmation-letter', (letters) => letters.slice(-1)),
    named('delivery-note', (notes) => notes),
  ].filter(({ papers }) => papers.length > 1);
}
