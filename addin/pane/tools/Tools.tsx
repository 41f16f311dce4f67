import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSyncRegular, ChatRegular } from '@fluentui/react-icons';
import { type ComponentType, type ReactElement, type ReactNode, useState } from 'react';
import { Later } from '../../../ui/components/Later.tsx';
import { type Part, partOf } from '../../../ui/components/part.ts';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { usePane } from '../work/pane-context.ts';

/** Fetched when they are first opened: most clerks open the pane to check. */
const chatTool = partOf(async () => {
  // Its rows must be writable as soon as they are seen, whatever becomes of the server.
  const [{ ChatTool }] = await Promise.all([import('./ChatTool.tsx'), import('../../excel/append-rows.ts')]);
  return ChatTool;
});
const keptTablesTool = partOf(async () => (await import('../kept/KeptTablesTool.tsx')).KeptTablesTool);

const useStyles = makeStyles({
  tools: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  // Its icon under the text above it.
  button: { alignSelf: 'flex-start', marginLeft: '-6px', textAlign: 'left' },
});

/** What helps beside the four steps, folded away until it is asked for. @param orders there are some to put rows below */
export function Tools({ orders }: { orders: boolean }): ReactNode {
  const { t } = useLanguage();
  const { chat } = usePane();
  const styles = useStyles();
  return (
    <section className={styles.tools} aria-label={t('screens:tools')}>
      {orders && (
        <Tool icon={<ChatRegular />} name={t('screens:chat.open')} part={chatTool} inUse={chat.message !== ''} />
      )}
      <Tool icon={<ArrowSyncRegular />} name={t('screens:kept.open')} part={keptTablesTool} />
    </section>
  );
}

function Tool(props: {
  icon: ReactElement;
  name: string;
  part: Part<ComponentType<{ takesFocus: boolean }>>;
  /** The user left it with something begun: it is open when he comes back. */
  inUse?: boolean;
}): ReactNode {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(props.inUse ?? false);
  const [isAskedFor, setAskedFor] = useState(false);
  return (
    <>
      <Button
        className={styles.button}
        appearance="subtle"
        size="small"
        icon={props.icon}
        aria-expanded={isOpen}
        onClick={() => {
          setOpen(!isOpen);
          setAskedFor(true);
        }}
      >
        {props.name}
      </Button>
      {isOpen && <Later part={props.part} props={{ takesFocus: isAskedFor }} />}
    </>
  );
}
