import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { ChatRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import { ErrorMessage } from '../../../ui/components/ErrorMessage.tsx';
import { explain } from '../../../ui/components/explain.ts';
import { partOfPage } from '../../../ui/connection/part-of-page.ts';
import { useAnswer } from '../../../ui/connection/use-answer.ts';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { usePane } from '../work/pane-context.ts';

/** Fetched when it is first opened: most clerks open the pane to check. */
const chatTool = partOfPage(() => import('./ChatTool.tsx'));

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
      {isOpen && <FetchedChatTool />}
    </section>
  );
}

/** Until it comes, says what it waits for; asks again by itself, as it does once the server is back. */
function FetchedChatTool(): ReactNode {
  const { t } = useLanguage();
  const { client } = usePane();
  const { answer, error, reload } = useAnswer('chat-tool', () => chatTool(client), true);
  if (answer) return <answer.default />;
  if (error === null) return <Spinner size="small" />;
  return (
    <ErrorMessage explanation={explain(error, t)} action={{ text: t('screens:pane.try-again'), onClick: reload }} />
  );
}
