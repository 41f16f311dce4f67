import { Input, makeStyles, Spinner, Title3, tokens } from '@fluentui/react-components';
import { ArchiveRegular, DocumentPdfRegular, DocumentTableRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { permissions } from '../../core/policy/permissions.ts';
import type { MonthReport } from '../../core/report/month-report.ts';
import { ErrorMessage } from '../../ui/components/ErrorMessage.tsx';
import { explain } from '../../ui/components/explain.ts';
import { ReasonedButton } from '../../ui/components/ReasonedButton.tsx';
import { useAnswer } from '../../ui/connection/use-answer.ts';
import { openFile, saveFile } from '../../ui/files/open-file.ts';
import { formatMonth } from '../../ui/language/format.ts';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { may, useDesk } from '../session/desk-context.ts';
import { NotAllowed } from '../shell/NotAllowed.tsx';
import { ArchiveOrders } from './ArchiveOrders.tsx';
import { MonthFigures } from './MonthFigures.tsx';

const useStyles = makeStyles({
  page: { height: '100%', overflowY: 'auto' },
  inside: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
    maxWidth: '1080px',
    margin: '0 auto',
    padding: tokens.spacingHorizontalXL,
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalM },
  month: { width: '170px' },
  files: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginLeft: 'auto' },
});

/** A month's figures, the same as paper, workbook and archive package, and the end of its closed orders. */
export function ReportsPage({ month: chosen }: { month: string | null }): ReactNode {
  const { me } = useDesk();
  const [, go] = useLocation();
  const month = chosen && /^\d{4}-\d{2}$/.test(chosen) ? chosen : me.today.slice(0, 7);
  if (!may(me, 'reports.read')) return <NotAllowed roles={permissions['reports.read']} />;
  return <Report key={month} month={month} onMonth={(next) => go(`/reports/${next}`)} />;
}

function Report({ month, onMonth }: { month: string; onMonth: (month: string) => void }): ReactNode {
  const { t, locale } = useLanguage();
  const { client, me } = useDesk();
  const styles = useStyles();
  const report = useAnswer(month, async () => {
    // The wire names the month only; the figures are core's own report, as the server computed it.
    const answer: unknown = await client.call('monthReport', { params: { month } });
    return answer as MonthReport;
  });
  return (
    <main className={styles.page}>
      <div className={styles.inside}>
        <header className={styles.head}>
          <Title3 as="h1">{t('desk:reports.title', { month: formatMonth(month, locale) })}</Title3>
          <Input
            className={styles.month}
            type="month"
            aria-label={t('documents:report.month')}
            value={month}
            max={me.today.slice(0, 7)}
            onChange={(_, { value }) => /^\d{4}-\d{2}$/.test(value) && onMonth(value)}
          />
          <ReportFiles month={month} />
        </header>
        <ArchiveOrders month={month} onArchived={report.reload} />
        {report.error !== null && (
          <ErrorMessage
            explanation={explain(report.error, t)}
            action={{ text: t('desk:try-again'), onClick: report.reload }}
          />
        )}
        {!report.answer && report.loading && <Spinner label={t('desk:loading')} />}
        {report.answer && <MonthFigures report={report.answer} />}
      </div>
    </main>
  );
}

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function ReportFiles({ month }: { month: string }): ReactNode {
  const { t, locale } = useLanguage();
  const { client } = useDesk();
  const styles = useStyles();
  const [busy, setBusy] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const run = async (name: string, work: () => Promise<void>) => {
    setBusy(name);
    setError(null);
    await work().catch(setError);
    setBusy(null);
  };
  const asked = { params: { month }, query: { locale } };
  const files = [
    {
      name: 'pdf',
      icon: <DocumentPdfRegular />,
      get: () =>
        openFile(
          () => client.call('monthReportPdf', asked),
          'application/pdf',
          (bytes) => saveFile(bytes, `countersign-${month}.pdf`, 'application/pdf'),
        ),
    },
    {
      name: 'xlsx',
      icon: <DocumentTableRegular />,
      get: async () =>
        saveFile(await client.call('monthReportWorkbook', asked), `countersign-${month}.xlsx`, sheetType),
    },
    {
      name: 'package',
      icon: <ArchiveRegular />,
      get: async () =>
        saveFile(await client.call('monthPackage', asked), `countersign-${month}.zip`, 'application/zip'),
    },
  ];
  return (
    <>
      <div className={styles.files}>
        {files.map(({ name, icon, get }) => (
          <ReasonedButton
            key={name}
            icon={busy === name ? <Spinner size="tiny" aria-hidden /> : icon}
            reason={busy !== null ? t('desk:waits.server') : null}
            onClick={() => void run(name, get)}
          >
            {t(`desk:reports.${name}`)}
          </ReasonedButton>
        ))}
      </div>
      {error !== null && <ErrorMessage explanation={explain(error, t)} onDismiss={() => setError(null)} />}
    </>
  );
}
