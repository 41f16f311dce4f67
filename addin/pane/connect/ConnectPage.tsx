import { Link, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Client } from '../../../core/wire/client.ts';
import { ErrorMessage } from '../../../ui/components/ErrorMessage.tsx';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { LanguageSelect } from '../../../ui/language/LanguageSelect.tsx';
import { SealMark } from '../../../ui/theme/SealMark.tsx';
import { deviceName } from '../../excel/office-surroundings.ts';
import { PairingForm } from './PairingForm.tsx';
import { SampleUsers } from './SampleUsers.tsx';
import type { Welcome } from './situation.ts';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalM,
  },
  top: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  language: { marginLeft: 'auto' },
  server: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
});

/** First run: one click for a sample company, a typed code for one's own. */
export function ConnectPage(props: {
  client: Client;
  welcome: Welcome;
  /** Who was connected here is not any more, without having said so. */
  ended: boolean;
  onEnter: (session: Promise<{ readonly token: string }>) => Promise<void>;
}): ReactNode {
  const { client, welcome, ended, onEnter } = props;
  const { t } = useLanguage();
  const styles = useStyles();
  const samples = welcome.companies.filter(({ sample }) => sample);
  const pair = (code: string) => onEnter(client.call('redeemPairing', { body: { code, device: deviceName() } }));
  const tryAs = (company: string, user: string) => onEnter(client.call('signInSample', { body: { company, user } }));
  return (
    <main className={styles.page}>
      <header className={styles.top}>
        <SealMark />
        <Subtitle2 as="h1">{t('screens:pane.connect.title')}</Subtitle2>
        <div className={styles.language}>
          <LanguageSelect />
        </div>
      </header>
      {ended && (
        <ErrorMessage
          intent="warning"
          explanation={{ what: t('screens:error.signed-out.what'), todo: t('screens:pane.connect.ended') }}
        />
      )}
      {samples.map((company) => (
        <SampleUsers key={company.id} company={company} onTry={(user) => tryAs(company.id, user)} />
      ))}
      <PairingForm onPair={pair} />
      <Text size={200} className={styles.server}>
        {t('screens:pane.connect.server', { server: location.origin })}
      </Text>
      <Text size={200}>
        <Link href="/" target="_blank">
          {t('screens:pane.open-desk')}
        </Link>
      </Text>
    </main>
  );
}
