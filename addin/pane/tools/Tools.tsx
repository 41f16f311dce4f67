import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChatRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import { Later } from '../../../ui/components/Later.tsx';
import { partOf } from '../../../ui/components/part.ts';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';

/** Fetched when it is first opened: most clerks open the pane to check. */
const chatTool = partOf(async () => (await import('./ChatTool.tsx')).ChatTool);

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
      {isOpen && <Later part={chatTool} props={{}} />}
    </section>
  );
}
