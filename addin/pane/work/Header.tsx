import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, CircleFilled, CircleRegular } from '@fluentui/react-icons';
import { type ReactNode, type RefObject, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Connection } from '../../../ui/connection/connection.ts';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { SealMark } from '../../../ui/theme/SealMark.tsx';
import { short } from '../../../ui/theme/short.ts';
import type { SignedIn } from '../connect/situation.ts';
import { ConnectionFacts } from './ConnectionFacts.tsx';

const useStyles = makeStyles({
  header: {
    flexShrink: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [short]: { paddingTop: 0, paddingBottom: 0 },
  },
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  company: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  state: { marginLeft: 'auto', flexShrink: 0 },
  connected: { color: tokens.colorStatusSuccessForeground1 },
  away: { color: tokens.colorStatusDangerForeground1 },
});

/** Whose pane it is and whether the server is there; opens to server, user and language. */
export function Header(props: { me: SignedIn; connection: Connection; onDisconnect: () => Promise<void> }): ReactNode {
  const { me, connection, onDisconnect } = props;
  const { t } = useLanguage();
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const header = useRef<HTMLElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useClosing(open, header, (byKey) => {
    setOpen(false);
    if (byKey) button.current?.focus();
  });
  const { away } = useSyncExternalStore(connection.subscribe, () => connection.state);
  return (
    <header ref={header} className={styles.header}>
      <div className={styles.line}>
        <SealMark />
        <Text weight="semibold" className={styles.company} title={me.company.name}>
          {me.company.name}
        </Text>
        <Button
          as="button"
          ref={(element: HTMLButtonElement | null) => {
            button.current = element;
          }}
          appearance="subtle"
          size="small"
          className={styles.state}
          icon={
            away ? (
              <CircleRegular className={styles.away} fontSize={10} />
            ) : (
              <CircleFilled className={styles.connected} fontSize={10} />
            )
          }
          aria-expanded={open}
          aria-controls="connection"
          onClick={() => setOpen(!open)}
        >
          {t(away ? 'screens:pane.away' : 'screens:pane.connected')}
          <ChevronDownRegular />
        </Button>
      </div>
      {open && <ConnectionFacts me={me} onDisconnect={onDisconnect} />}
    </header>
  );
}

/** What was opened closes by Escape, by a click elsewhere, and when the keyboard has gone on. */
function useClosing(open: boolean, within: RefObject<HTMLElement | null>, close: (byKey: boolean) => void): void {
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    if (!open) return;
    const isOutside = (target: EventTarget | null) => target instanceof Node && !within.current?.contains(target);
    const onKeyDown = ({ key }: KeyboardEvent) => key === 'Escape' && latest.current(true);
    const onKeyUp = () => document.activeElement !== document.body && leave(document.activeElement);
    // Not sooner: what is being clicked would move away under the mouse.
    const onClick = ({ target }: MouseEvent) => leave(target);
    const leave = (target: EventTarget | null) => isOutside(target) && latest.current(false);
    document.addEventListener('keydown', onKeyDown);
    document.addEventListener('keyup', onKeyUp);
    document.addEventListener('click', onClick);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('keyup', onKeyUp);
      document.removeEventListener('click', onClick);
    };
  }, [open, within]);
}
