import { makeStyles, Text, Title2, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { CompanyStart } from '../../core/wire/accounts.ts';
import { LanguageMenu } from '../../ui/language/LanguageMenu.tsx';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { SealMark } from '../../ui/theme/SealMark.tsx';
import type { Welcome } from '../session/desk-context.ts';
import { SampleDoor } from './SampleDoor.tsx';
import { SignInDoor } from './SignInDoor.tsx';
import { StartDoor } from './StartDoor.tsx';

const useStyles = makeStyles({
  page: {
    minHeight: '100%',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground2,
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalXXL}`,
  },
  inside: { maxWidth: '1040px', margin: '0 auto' },
  top: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  language: { marginLeft: 'auto' },
  lead: {
    display: 'block',
    maxWidth: '720px',
    margin: `${tokens.spacingVerticalL} 0 ${tokens.spacingVerticalXXL}`,
    color: tokens.colorNeutralForeground2,
  },
  doors: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 420px), 1fr))',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
  },
});

/** The way in: try a sample company, start one's own, or sign in to it. */
export function WelcomePage(props: {
  welcome: Welcome;
  onTry: (company: string, user: string) => Promise<void>;
  onSignIn: (company: string, user: string, password: string) => Promise<void>;
  onStart: (asked: CompanyStart) => Promise<void>;
}): ReactNode {
  const { welcome, onTry, onSignIn, onStart } = props;
  const { t } = useLanguage();
  const styles = useStyles();
  const samples = welcome.companies.filter(({ sample }) => sample);
  const own = welcome.companies.filter(({ sample }) => !sample);
  return (
    <main className={styles.page}>
      <div className={styles.inside}>
        <header className={styles.top}>
          <SealMark />
          <Title2 as="h1">{t('desk:product')}</Title2>
          <div className={styles.language}>
            <LanguageMenu />
          </div>
        </header>
        <Text size={400} className={styles.lead}>
          {t('desk:welcome.lead')}
        </Text>
        <div className={styles.doors}>
          {own.length > 0 ? <SignInDoor companies={own} onSignIn={onSignIn} /> : <StartDoor onStart={onStart} />}
          {samples.map((company) => (
            <SampleDoor key={company.id} company={company} onTry={(user) => onTry(company.id, user)} />
          ))}
        </div>
      </div>
    </main>
  );
}
