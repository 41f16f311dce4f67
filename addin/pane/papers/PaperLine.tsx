import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular, DocumentPdfRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import type { OrderView } from '../../../core/wire/order-views.ts';
import { ErrorMessage } from '../../../ui/components/ErrorMessage.tsx';
import { explain } from '../../../ui/components/explain.ts';
import { SavedFile } from '../../../ui/components/SavedFile.tsx';
import { openFile, saveFile } from '../../../ui/files/open-file.ts';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { usePane } from '../work/pane-context.ts';
import { useAttempt } from '../work/use-attempt.ts';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  open: { justifyContent: 'flex-start', minWidth: 0, flexGrow: 1 },
});

const pdf = 'application/pdf';

/** A paper of an order, to look at or to keep. Excel's frame may forbid the window: then it is saved, and that is said. */
export function PaperLine({ paper }: { paper: OrderView['papers'][number] }): ReactNode {
  const { t } = useLanguage();
  const { client } = usePane();
  const styles = useStyles();
  const { error, attempt, dismiss } = useAttempt();
  const [saved, setSaved] = useState(false);
  const name = t('screens:pane.papers.paper', { paper: t(`terms:paper.${paper.kind}`), revision: paper.revision });
  const load = () => client.call('paper', { params: { paper: paper.paper } });
  const file = `${paper.paper}.pdf`;
  const save = (bytes: Uint8Array) => {
    saveFile(bytes, file, pdf);
    setSaved(true);
  };
  return (
    <>
      <div className={styles.line}>
        <Button
          className={styles.open}
          appearance="subtle"
          size="small"
          icon={<DocumentPdfRegular />}
          onClick={() => void attempt(() => openFile(load, pdf, save))}
        >
          {name}
        </Button>
        <Button
          appearance="subtle"
          size="small"
          icon={<ArrowDownloadRegular />}
          aria-label={t('screens:pane.papers.save', { name })}
          title={t('screens:pane.papers.save', { name })}
          onClick={() => void attempt(async () => save(await load()))}
        />
      </div>
      {saved && <SavedFile file={file} />}
      {error !== null && <ErrorMessage explanation={explain(error, t)} onDismiss={dismiss} />}
    </>
  );
}
