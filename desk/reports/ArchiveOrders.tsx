import { makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { ArchiveRegular } from '@fluentui/react-icons';
import { type ReactNode, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { ArchivedMonth, MonthArchive } from '../../core/wire/archive.ts';
import { describeRefusal } from '../../locales/describe-refusal.ts';
import { ErrorMessage } from '../../ui/components/ErrorMessage.tsx';
import { explain } from '../../ui/components/explain.ts';
import { ReasonedButton } from '../../ui/components/ReasonedButton.tsx';
import { StatusBadge } from '../../ui/components/StatusBadge.tsx';
import { useAnswer } from '../../ui/connection/use-answer.ts';
import { formatMonth } from '../../ui/language/format.ts';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { Section } from '../order/Section.tsx';
import { useDesk } from '../session/desk-context.ts';
import { FigureTable } from './FigureTable.tsx';

const useStyles = makeStyles({
  faint: { color: tokens.colorNeutralForeground2 },
  act: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  left: { '& > summary': { cursor: 'pointer', marginBottom: tokens.spacingVerticalS } },
});

/** The end of an order's life: what was closed in the month is archived with it. Says first what would be done. */
export function ArchiveOrders({ month, onArchived }: { month: string; onArchived: () => void }): ReactNode {
  const { t } = useLanguage();
  const { client, me } = useDesk();
  const styles = useStyles();
  // Another user may do other things with the same month.
  const outlook = useAnswer(`${month} ${me.user.id}`, () => client.call('monthArchive', { params: { month } }));
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [done, setDone] = useState<ArchivedMonth['results'] | null>(null);
  // Kept until it was answered: sent again, it must not lose what the first attempt did.
  const requestKey = useRef(crypto.randomUUID());
  const archive = async () => {
    setBusy(true);
    setError(null);
    try {
      const { results } = await client.call('archiveMonth', { params: { month }, requestKey: requestKey.current });
      requestKey.current = crypto.randomUUID();
      setDone(results);
      outlook.reload();
      onArchived();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const problem = error ?? outlook.error;
  return (
    <Section title={t('desk:archive.title')}>
      <Text className={styles.faint}>{t('desk:archive.what')}</Text>
      {problem !== null && <ErrorMessage explanation={explain(problem, t)} />}
      {done !== null && <Results results={done} />}
      {outlook.answer && <Outlook outlook={outlook.answer} busy={busy} onArchive={() => void archive()} />}
    </Section>
  );
}

function Outlook(props: { outlook: MonthArchive; busy: boolean; onArchive: () => void }): ReactNode {
  const { outlook, busy, onArchive } = props;
  const { month, ready, archived, notClosed, refusal } = outlook;
  const { t, locale } = useLanguage();
  const styles = useStyles();
  const count = ready.length;
  return (
    <>
      <div className={styles.act}>
        {count > 0 && (
          <ReasonedButton
            appearance="primary"
            icon={busy ? <Spinner size="tiny" aria-hidden /> : <ArchiveRegular />}
            reason={busy ? t('desk:waits.server') : refusal ? describeRefusal(refusal, t, locale).message : null}
            onClick={onArchive}
          >
            {t('desk:archive.go', { count, month: formatMonth(month, locale) })}
          </ReasonedButton>
        )}
        {count === 0 && <Text>{t('desk:archive.none')}</Text>}
        {count > 0 && refusal && <Text>{describeRefusal(refusal, t, locale).who}</Text>}
        {archived > 0 && <Text className={styles.faint}>{t('desk:archive.total', { count: archived })}</Text>}
      </div>
      {notClosed.length > 0 && (
        <details className={styles.left}>
          <summary>{t('desk:archive.not-closed', { count: notClosed.length })}</summary>
          <FigureTable
            rows={notClosed}
            empty=""
            columns={[
              { heading: t('documents:report.order'), cell: ({ number }) => <OrderLink number={number} /> },
              { heading: t('terms:field.customerName'), cell: ({ customer }) => customer },
              { heading: t('documents:report.status'), cell: ({ status }) => <StatusBadge status={status} /> },
            ]}
          />
        </details>
      )}
    </>
  );
}

function Results({ results }: { results: ArchivedMonth['results'] }): ReactNode {
  const { t, locale } = useLanguage();
  const archived = results.filter(({ outcome }) => outcome === 'archived').length;
  const refused = results.filter((result) => result.outcome === 'refused');
  return (
    <div role="status">
      <Text weight="semibold">{t('desk:archive.done', { count: archived })}</Text>
      {refused.length > 0 && (
        <>
          <Text block>{t('desk:archive.refused', { count: refused.length })}</Text>
          <ul>
            {refused.map(({ number, refusal }) => (
              <li key={number}>
                <OrderLink number={number} /> {describeRefusal(refusal, t, locale).message}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

const OrderLink = ({ number }: { number: string }) => (
  <Link to={`/orders/${encodeURIComponent(number)}`}>{number}</Link>
);
