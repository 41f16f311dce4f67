import { Button, Card, makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { CompanyStart } from '../../core/wire/accounts.ts';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { StartForm } from './StartForm.tsx';

const useStyles = makeStyles({
  card: { gridColumn: '1 / -1', padding: tokens.spacingHorizontalXL, gap: tokens.spacingVerticalM },
  closed: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXL },
  words: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, flexGrow: 1 },
  faint: { color: tokens.colorNeutralForeground2 },
});

/** A company of one's own: a few questions, asked in place once somebody wants it. */
export function StartDoor({ onStart }: { onStart: (asked: CompanyStart) => Promise<void> }): ReactNode {
  const { t } = useLanguage();
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  return (
    <Card className={styles.card}>
      <div className={styles.closed}>
        <div className={styles.words}>
          <Subtitle1 as="h2">{t('desk:start.title')}</Subtitle1>
          <Text className={styles.faint}>{t('desk:start.what')}</Text>
        </div>
        {!open && (
          <Button size="large" onClick={() => setOpen(true)}>
            {t('desk:start.open')}
          </Button>
        )}
      </div>
      {open && <StartForm onStart={onStart} onCancel={() => setOpen(false)} />}
    </Card>
  );
}
