import { Button, makeStyles, mergeClasses, ProgressBar, Text, Title3, tokens } from '@fluentui/react-components';
import { DocumentTableRegular, FolderOpenRegular } from '@fluentui/react-icons';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { useDesk } from '../session/desk-context.ts';
import { OpeningProblems } from './OpeningProblems.tsx';
import { canPickFiles, droppedFiles, pickFiles } from './pick-files.ts';
import type { Opening } from './use-open-files.ts';

const useStyles = makeStyles({
  page: { height: '100%', overflowY: 'auto' },
  inside: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    maxWidth: '720px',
    margin: '6vh auto 0',
    padding: tokens.spacingHorizontalXL,
  },
  drop: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalXL}`,
    border: `2px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    textAlign: 'center',
  },
  over: { border: `2px dashed ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
  faint: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: tokens.spacingHorizontalM },
  input: { display: 'none' },
});

/** The way in for files: drop them, choose them, or take the sample. */
export function OpenFiles({ opening }: { opening: Opening }): ReactNode {
  const { t } = useLanguage();
  const { me, welcome } = useDesk();
  const styles = useStyles();
  const [over, setOver] = useState(false);
  const sample = welcome.companies.find(({ id }) => id === me.company.id)?.workbook;
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const dropped = droppedFiles(event.dataTransfer.items);
    void opening.open(() => dropped);
  };
  return (
    <main
      className={styles.page}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <div className={styles.inside}>
        <div className={mergeClasses(styles.drop, over && styles.over)}>
          <Title3 as="h1">{t('desk:open.title')}</Title3>
          <Text className={styles.faint}>{t('desk:open.what')}</Text>
          {opening.reading ? (
            <ReadingProgress opening={opening} />
          ) : (
            <div className={styles.buttons}>
              {sample && (
                <Button
                  appearance="primary"
                  size="large"
                  icon={<DocumentTableRegular />}
                  onClick={() => void opening.openSample(sample)}
                >
                  {t('desk:open.sample')}
                </Button>
              )}
              <ChooseFiles opening={opening} primary={!sample} text={t('desk:open.choose')} />
            </div>
          )}
        </div>
        <OpeningProblems opening={opening} />
      </div>
    </main>
  );
}

export function ChooseFiles(props: {
  opening: Opening;
  primary: boolean;
  text: string;
  size?: 'small' | 'medium';
}): ReactNode {
  const { opening, primary, text, size = 'medium' } = props;
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        appearance={primary ? 'primary' : 'secondary'}
        size={primary ? 'large' : size}
        icon={<FolderOpenRegular />}
        onClick={() => (canPickFiles() ? void opening.open(pickFiles) : input.current?.click())}
      >
        {text}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        accept=".xlsx,.xlsm,.csv,.tsv,.txt,.xls"
        className={styles.input}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = ''; // the same file may be chosen again after it was changed in Excel
          if (files.length > 0) void opening.open(async () => files.map((file) => ({ file })));
        }}
      />
    </>
  );
}

function ReadingProgress({ opening }: { opening: Opening }): ReactNode {
  const { t } = useLanguage();
  if (!opening.reading) return null;
  return (
    <>
      <ProgressBar aria-label={t('desk:loading')} />
      <Text>{t('desk:open.reading', { ...opening.reading })}</Text>
      <Button onClick={opening.stop}>{t('screens:cancel')}</Button>
    </>
  );
}
