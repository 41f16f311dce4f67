import { makeStyles, Spinner, Text, Title3, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { permissions } from '../../core/policy/permissions.ts';
import { ErrorMessage } from '../../ui/components/ErrorMessage.tsx';
import { explain } from '../../ui/components/explain.ts';
import { useAnswer } from '../../ui/connection/use-answer.ts';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { may, useDesk } from '../session/desk-context.ts';
import { NotAllowed } from '../shell/NotAllowed.tsx';
import { CompanyForm } from './CompanyForm.tsx';
import { saveCompany } from './save-company.ts';

const useStyles = makeStyles({
  page: { height: '100%', overflowY: 'auto' },
  inside: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    maxWidth: '760px',
    margin: '0 auto',
    padding: tokens.spacingHorizontalXL,
  },
  faint: { color: tokens.colorNeutralForeground2 },
});

/** What stands on the company's papers, and how it works. */
export function CompanyPage(): ReactNode {
  const { me } = useDesk();
  if (!may(me, 'settings.manage')) return <NotAllowed roles={permissions['settings.manage']} />;
  return <Company />;
}

function Company(): ReactNode {
  const { t } = useLanguage();
  const { client, refresh } = useDesk();
  const styles = useStyles();
  const company = useAnswer('company', async () => {
    const [letterhead, policy] = await Promise.all([client.call('company', {}), client.call('policy', {})]);
    return { letterhead, policy };
  });
  return (
    <main className={styles.page}>
      <div className={styles.inside}>
        <Title3 as="h1">{t('desk:company.title')}</Title3>
        <Text className={styles.faint}>{t('desk:company.what')}</Text>
        {company.error !== null && (
          <ErrorMessage
            explanation={explain(company.error, t)}
            action={{ text: t('desk:try-again'), onClick: company.reload }}
          />
        )}
        {!company.answer && company.loading && <Spinner label={t('desk:loading')} />}
        {company.answer && (
          <CompanyForm
            company={company.answer.letterhead}
            policy={company.answer.policy}
            onSave={async (letterhead, policy, seen) => {
              const reason = t('desk:company.policy-reason');
              const kept = await saveCompany(client, { letterhead, policy, reason }, seen);
              await refresh(); // the name in the frame, and whether a letterhead is missing
              return kept;
            }}
          />
        )}
      </div>
    </main>
  );
}
