import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { ChatRegular } from '@fluentui/react-icons';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';

/** Fetched when it is first opened: most clerks open the pane to check. */
const ChatTool = lazy(() => import('./ChatTool.tsx'));

const useStyles = makeStyles({
  tools: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  // Its icon under the text above it.
  button: { alignSelf: 'flex-start', marginLeft: '-6px' },
});

/** What helps beside the four steps, folded away until it is asked for. */
export function Tools(): ReactNode {
  const { t } = useLanguage();
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  return (
    <section className={styles.tools} aria-label={t('screens:tools')}>
      <Button
        className={styles.button}
        appearance="subtle"
        size="small"
        icon={<ChatRegular />}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {t('screens:chat.open')}
      </Button>
      {isOpen && (
        <Suspense fallback={<Spinner size="small" />}>
          <ChatTool />
        </Suspense>
      )}
    </section>
  );
}
