import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular, DocumentPdfRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import type { OrderView } from '../../core/wire/order-views.ts';
import { ErrorMessage } from '../../ui/components/ErrorMessage.tsx';
import { explain } from '../../ui/components/explain.ts';
import { openFile, saveFile } from '../../ui/files/open-file.ts';
import { formatMoment } from '../../ui/language/format.ts';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { useDesk } from '../session/desk-context.ts';
import { Section } from './Section.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  paper: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minHeight: '36px',
  },
  failed: { color: tokens.colorPaletteRedForeground1 },
  faint: { color: tokens.colorNeutralForeground3 },
});

/**
 * The order's papers as they were filed; a click opens the PDF in a tab of its own, another saves it by its number. One that could not be printed says so;
 * the click prints it anew.
 */
export function OrderPapers({ papers }: { papers: OrderView['papers'] }): ReactNode {
  const { t, locale } = useLanguage();
  const { client, me } = useDesk();
  const styles = useStyles();
  const [error, setError] = useState<unknown>(null);
  if (papers.length === 0) return null;
  const load = (paper: string) => client.call('paper', { params: { paper } });
  const keep = (paper: string) => (bytes: Uint8Array) => saveFile(bytes, `${paper}.pdf`, 'application/pdf');
  const open = (paper: string) => {
    setError(null);
    openFile(() => load(paper), 'application/pdf', keep(paper)).catch(setError);
  };
  const save = (paper: string) => {
    setError(null);
    load(paper).then(keep(paper)).catch(setError);
  };
  return (
    <Section title={t('desk:papers.title')}>
      {error !== null && <ErrorMessage explanation={explain(error, t)} onDismiss={() => setError(null)} />}
      <ul className={styles.list}>
        {papers.map(({ paper, kind, revision, issuedAt, issuedBy, filed, fault }) => (
          <li key={paper} className={styles.paper}>
            {filed || fault ? (
              <Button icon={<DocumentPdfRegular />} onClick={() => open(paper)}>
                {t(`terms:paper.${kind}`)}
              </Button>
            ) : (
              <Spinner size="tiny" label={t('desk:papers.printing', { paper: t(`terms:paper.${kind}`) })} />
            )}
            {filed && (
              <Button
                appearance="subtle"
                icon={<ArrowDownloadRegular />}
                title={t('desk:papers.save', { paper })}
                aria-label={t('desk:papers.save', { paper })}
                onClick={() => save(paper)}
              />
            )}
            {fault && <Text className={styles.failed}>{t('desk:papers.failed')}</Text>}
            {revision > 1 && <Text>{t('desk:papers.revision', { revision })}</Text>}
            <Text className={styles.faint}>
              {`${paper} · ${formatMoment(issuedAt, me.timeZone, locale)} · ${issuedBy}`}
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  );
}
