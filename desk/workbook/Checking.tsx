import { Button, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import type { SessionState } from '../../ui/sheet-session/state.ts';
import type { WorkbookView } from './opened-workbook.ts';
import type { OpenWork } from './WorkbookProvider.tsx';
import { useWorkbookService } from './worker/use-workbook-service.ts';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  line: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  again: { alignSelf: 'flex-start' },
});

/** A large workbook is checked for seconds: what goes on, and how to stop it. Stopped at once, it can be checked later. */
export function Checking(props: { state: SessionState; view: WorkbookView; work: OpenWork }): ReactNode {
  const { state, view, work } = props;
  const { t } = useLanguage();
  const styles = useStyles();
  const service = useWorkbookService();
  const busy = state.doing === 'checking' || state.doing === 'fixing';
  const lasts = useLasting(busy);
  if (busy && (lasts || state.step === 'empty')) {
    const rows = view.sheets.reduce((sum, { values }) => sum + values.length, 0);
    const text = t('desk:workbook.checking', { count: rows });
    return (
      <div className={styles.part}>
        <div className={styles.line}>
          <Text role="status">{text}</Text>
          <Button size="small" onClick={() => service.stop()}>
            {t('screens:cancel')}
          </Button>
        </div>
        <ProgressBar aria-label={text} />
      </div>
    );
  }
  if (state.step !== 'empty' || state.doing !== null) return null;
  return (
    <Button appearance="primary" className={styles.again} onClick={() => void work.session.check()}>
      {t('desk:workbook.check')}
    </Button>
  );
}

/** What is over in a moment is not worth a line that comes and goes. */
function useLasting(busy: boolean): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!busy) return;
    const timer = setTimeout(() => setLasts(true), 500);
    return () => {
      clearTimeout(timer);
      setLasts(false);
    };
  }, [busy]);
  return lasts;
}
