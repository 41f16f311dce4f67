import { makeStyles, tokens } from '@fluentui/react-components';
import { MailTemplateRegular, PrintRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import type { OrderView } from '../../../core/wire/order-views.ts';
import type { Texts } from '../../../locales/texts.ts';
import { ErrorMessage } from '../../../ui/components/ErrorMessage.tsx';
import { explain } from '../../../ui/components/explain.ts';
import { ReasonedButton } from '../../../ui/components/ReasonedButton.tsx';
import { SavedFile } from '../../../ui/components/SavedFile.tsx';
import { openFile, saveFile } from '../../../ui/files/open-file.ts';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { usePane } from '../work/pane-context.ts';
import { useAttempt } from '../work/use-attempt.ts';
import { type IssuedLetters, mayIssueLetter, needsDate } from './issue-letter.ts';
import { type Printable, printTogether } from './print-together.ts';
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
  const [refused, setRefused] = useState<IssuedLetters['refused']>([]);
  const [saved, setSaved] = useState<string | null>(null);
  const reason = busy ? t('screens:busy.papers') : null;
  const toIssue = orders.filter((order) => mayIssueLetter(order) && !needsDate(order));
  const during = async (doing: () => Promise<void>) => {
    setBusy(true);
    setRefused([]);
    setSaved(null);
    await attempt(doing);
    setBusy(false);
  };
  const issueAll = async () => {
    const { issued, refused: notIssued, stopped } = await work.letters.issueAll(toIssue);
    setRefused(notIssued);
    onChanged();
    if (issued.length > 0) await writeNewStatuses(client, work, issued, t);
    if (stopped !== null) throw stopped;
  };
  const print = ({ kind, papers }: Printable) =>
    openFile(
      () => client.call('printFile', { body: { papers: [...papers] } }),
      pdf,
      (bytes) => {
        const file = `${t(`terms:paper.${kind}`)}.pdf`;
        saveFile(bytes, file, pdf);
        setSaved(file);
      },
    );
  return (
    <>
      <div className={styles.row}>
        {toIssue.length > 1 && (
          <ReasonedButton
            icon={<MailTemplateRegular />}
            reason={reason}
            onClick={() => void during(() => work.progress.during(numbersOf(toIssue), issueAll))}
          >
            {t('screens:pane.papers.issue-all', { count: toIssue.length })}
          </ReasonedButton>
        )}
        {printTogether(orders).map((all) => (
          <ReasonedButton
            key={`${all.kind} ${all.sheet}`}
            icon={<PrintRegular />}
            reason={reason}
            onClick={() => void during(() => print(all))}
          >
            {nameOf(all, t)}
          </ReasonedButton>
        ))}
      </div>
      {saved !== null && <SavedFile file={saved} />}
      {refused.length > 0 && (
        <ErrorMessage
          explanation={{
            what: t('screens:pane.papers.not-issued', { count: refused.length }),
            kept: refused
              .map(({ number, message }) => t('screens:pane.papers.why-not', { number, message }))
              .join('\n'),
          }}
          onDismiss={() => setRefused([])}
        />
      )}
      {error !== null && <ErrorMessage explanation={explain(error, t)} onDismiss={dismiss} />}
    </>
  );
}

function nameOf({ kind, papers, sheet }: Printable, t: Texts): string {
  const count = papers.length;
  if (kind === 'confirmation-letter') return t('screens:pane.papers.print', { count });
  if (!sheet) return t('screens:pane.papers.print-notes', { count });
  return t('screens:pane.papers.print-notes-on', { count, sheet: t(`screens:pane.papers.sheet.${sheet}`) });
}

const numbersOf = (orders: readonly OrderView[]): readonly string[] => orders.map(({ number }) => number);
