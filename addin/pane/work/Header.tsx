import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, CircleFilled, CircleRegular } from '@fluentui/react-icons';
import { type ReactNode, useState, useSyncExternalStore } from 'react';
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
  const { away } = useSyncExternalStore(connection.subscribe, () => connection.state);
  return (
    <header className={styles.header}>
      <div className={styles.line}>
        <SealMark />
        <Text weight="semibold" className={styles.company} title={me.company.name}>
          {me.company.name}
        </Text>
        <Button
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
