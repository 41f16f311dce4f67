import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { ArrowSyncRegular, ChatRegular } from '@fluentui/react-icons';
import { lazy, type ReactElement, type ReactNode, Suspense, useState } from 'react';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';

/** Fetched when they are first opened: most clerks open the pane to check. */
const ChatTool = lazy(() => import('./ChatTool.tsx'));
const KeptBooksTool = lazy(() => import('../kept/KeptBooksTool.tsx'));

const useStyles = makeStyles({
  tools: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  // Its icon under the text above it.
  button: { alignSelf: 'flex-start', marginLeft: '-6px', textAlign: 'left' },
});

/** What helps beside the four steps, folded away until it is asked for. @param orders there are some to put rows below */
export function Tools({ orders }: { orders: boolean }): ReactNode {
  const { t } = useLanguage();
  const styles = useStyles();
  return (
    <section className={styles.tools} aria-label={t('screens:tools')}>
      {orders && (
        <Tool icon={<ChatRegular />} name={t('screens:chat.open')}>
          <ChatTool />
        </Tool>
      )}
      <Tool icon={<ArrowSyncRegular />} name={t('screens:kept.open')}>
        <KeptBooksTool />
      </Tool>
    </section>
  );
}

function Tool(props: { icon: ReactElement; name: string; children: ReactNode }): ReactNode {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        className={styles.button}
        appearance="subtle"
        size="small"
        icon={props.icon}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {props.name}
      </Button>
      {isOpen && <Suspense fallback={<Spinner size="small" />}>{props.children}</Suspense>}
    </>
  );
}
