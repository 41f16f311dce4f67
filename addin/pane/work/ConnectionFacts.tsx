import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { LanguageSelect } from '../../../ui/language/LanguageSelect.tsx';
import type { SignedIn } from '../connect/situation.ts';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    margin: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS} 0`,
  },
  name: { color: tokens.colorNeutralForeground3 },
  fact: { margin: 0, overflowWrap: 'anywhere' },
});

/** What the pane is connected to, as whom, and in which language. */
export function ConnectionFacts(props: { me: SignedIn; onDisconnect: () => Promise<void> }): ReactNode {
  const { me, onDisconnect } = props;
  const { t } = useLanguage();
  const styles = useStyles();
  const roles = me.user.roles.map((role) => t(`terms:role.${role}`)).join(' ');
  const facts = [
    [t('screens:pane.server'), location.host],
    [t('screens:pane.company'), me.company.name],
    // A sample's users are named by their role.
    [t('screens:pane.user'), me.company.sample ? roles : `${me.user.name} · ${roles}`],
    [t('screens:language'), <LanguageSelect key="language" />],
    [
      '',
      <Button key="disconnect" size="small" onClick={() => void onDisconnect()}>
        {t('screens:pane.disconnect')}
      </Button>,
    ],
  ] as const;
  return (
    <div id="connection">
      <dl className={styles.facts}>
        {facts.map(([name, fact]) => (
          <Fact key={name} name={name} fact={fact} />
        ))}
      </dl>
    </div>
  );
}

function Fact({ name, fact }: { name: string; fact: ReactNode }): ReactNode {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.fact}>{fact}</dd>
    </>
  );
}
