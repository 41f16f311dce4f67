import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import { ErrorMessage, type Explanation } from '../../ui/components/ErrorMessage.tsx';
import { explain } from '../../ui/components/explain.ts';
import { saveFile } from '../../ui/files/open-file.ts';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import type { Checked } from '../../ui/sheet-session/state.ts';
import { annotationsFor, filesToCopy } from './annotations.ts';
import { ChooseFiles } from './OpenFiles.tsx';
import type { Opening } from './use-open-files.ts';
import type { OpenWork } from './WorkbookProvider.tsx';
import { useWorkbookService } from './worker/use-workbook-service.ts';

const useStyles = makeStyles({
  bar: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  name: { overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Which files are open, how to get others, and the copy to take away. */
export function WorkbookBar(props: { work: OpenWork; checked: Checked | null; opening: Opening }): ReactNode {
  const { work, checked, opening } = props;
  const language = useLanguage();
  const { t } = language;
  const styles = useStyles();
  const service = useWorkbookService();
  const [trouble, setTrouble] = useState<Explanation | null>(null);

  const download = async ({ findings, found }: Checked) => {
    setTrouble(null);
    let complete = true;
    const { view } = work.workbook;
    for (const { name, bytes } of filesToCopy(work.files, view, findings, found.batch.tables)) {
      const copy = await service.annotate(name, bytes, annotationsFor(name, view, findings, language));
      if (copy.ok) saveFile(copy.value, t('desk:workbook.copy-name', { name }), type);
      else {
        complete = false;
        setTrouble({ what: t(`findings:${copy.reason.code}`, { ...copy.reason.data }) });
      }
    }
    if (complete) work.session.copied();
  };
  return (
    <div className={styles.bar}>
      <Text weight="semibold" size={400} className={styles.name}>
        {work.workbook.name}
      </Text>
      <div className={styles.buttons}>
        <ChooseFiles opening={opening} primary={false} text={t('desk:open.other')} />
        {checked && (
          <Button
            icon={<ArrowDownloadRegular />}
            onClick={() => void download(checked).catch((error: unknown) => setTrouble(explain(error, t)))}
          >
            {t('desk:workbook.copy')}
          </Button>
        )}
      </div>
      {trouble && <ErrorMessage explanation={trouble} onDismiss={() => setTrouble(null)} />}
    </div>
  );
}
