import { Button, makeStyles, Popover, PopoverSurface, PopoverTrigger, Text, tokens } from '@fluentui/react-components';
import { CircleFilled, CircleRegular } from '@fluentui/react-icons';
import { type ReactNode, useSyncExternalStore } from 'react';
import type { Connection } from '../../../ui/connection/connection.ts';
import { LanguageMenu } from '../../../ui/language/LanguageMenu.tsx';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { SealMark } from '../../../ui/theme/SealMark.tsx';
import type { SignedIn } from '../start/remembered-user.ts';

const useStyles = makeStyles({
  header: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    flexShrink: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  company: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  state: { marginLeft: 'auto', flexShrink: 0 },
  connected: { color: tokens.colorStatusSuccessForeground1 },
  away: { color: tokens.colorStatusDangerForeground1 },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    margin: `0 0 ${tokens.spacingVerticalM}`,
    maxWidth: '260px',
  },
  name: { color: tokens.colorNeutralForeground3 },
  fact: { margin: 0, overflowWrap: 'anywhere' },
  bottom: { display: 'flex', justifyContent: 'space-between' },
});

/** Whose pane it is and whether the server is there; opens to server, user and language. */
export function Header(props: { me: SignedIn; connection: Connection; onDisconnect: () => Promise<void> }): ReactNode {
  const { me, connection, onDisconnect } = props;
  const { t } = useLanguage();
  const styles = useStyles();
  const { away } = useSyncExternalStore(connection.subscribe, () => connection.state);
  const roles = me.user.roles.map((role) => t(`terms:role.${role}`)).join(' ');
  const facts = [
    [t('screens:pane.server'), location.host],
    [t('screens:pane.company'), me.company.name],
    // A sample's users are named by their role.
    [t('screens:pane.user'), me.company.sample ? roles : `${me.user.name} · ${roles}`],
  ] as const;
  return (
    <header className={styles.header}>
      <SealMark />
      <Text weight="semibold" className={styles.company} title={me.company.name}>
        {me.company.name}
      </Text>
      <Popover trapFocus positioning="below-end">
        <PopoverTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            size="small"
            className={styles.state}
            icon={away ? <CircleRegular className={styles.away} /> : <CircleFilled className={styles.connected} />}
          >
            {t(away ? 'screens:pane.away' : 'screens:pane.connected')}
          </Button>
        </PopoverTrigger>
        <PopoverSurface aria-label={t('screens:pane.connection')}>
          <dl className={styles.facts}>
            {facts.flatMap(([name, fact]) => [
              <dt key={name} className={styles.name}>
                {name}
              </dt>,
              <dd key={`${name}-fact`} className={styles.fact}>
                {fact}
              </dd>,
            ])}
          </dl>
          <div className={styles.bottom}>
            <LanguageMenu />
            <Button appearance="subtle" onClick={() => void onDisconnect()}>
              {t('screens:pane.disconnect')}
            </Button>
          </div>
        </PopoverSurface>
      </Popover>
    </header>
  );
}
