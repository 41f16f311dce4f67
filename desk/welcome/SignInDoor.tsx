import { Card, Field, Input, makeStyles, Select, Subtitle1, tokens } from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useState } from 'react';
import { ErrorMessage } from '../../ui/components/ErrorMessage.tsx';
import { explain } from '../../ui/components/explain.ts';
import { ReasonedButton } from '../../ui/components/ReasonedButton.tsx';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import type { Welcome } from '../session/desk-context.ts';

const useStyles = makeStyles({
  card: { padding: tokens.spacingHorizontalXL },
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '360px' },
  go: { alignSelf: 'flex-start' },
});

/** The way into a company's own books. */
export function SignInDoor(props: {
  companies: Welcome['companies'];
  onSignIn: (company: string, user: string, password: string) => Promise<void>;
}): ReactNode {
  const { companies, onSignIn } = props;
  const { t } = useLanguage();
  const styles = useStyles();
  const [company, setCompany] = useState(companies[0]?.id ?? '');
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [error, setError] = useState<unknown>(null);
  const isFilled = user.trim() !== '' && password !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isFilled) return;
    setError(null);
    onSignIn(company, user.trim(), password).catch(setError);
  };
  return (
    <Card className={styles.card}>
      <Subtitle1 as="h2">{companies.length === 1 ? companies[0]?.name : t('desk:sign-in.title')}</Subtitle1>
      <form className={styles.form} onSubmit={submit}>
        {companies.length > 1 && (
          <Field label={t('desk:sign-in.company')}>
            <Select value={company} onChange={(_, { value }) => setCompany(value)}>
              {companies.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <Field label={t('desk:sign-in.user')}>
          <Input autoComplete="username" value={user} onChange={(_, { value }) => setUser(value)} />
        </Field>
        <Field label={t('desk:sign-in.password')}>
          <Input
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={(_, { value }) => setPassword(value)}
          />
        </Field>
        {error !== null && <ErrorMessage explanation={explain(error, t)} />}
        <ReasonedButton
          appearance="primary"
          type="submit"
          className={styles.go}
          reason={isFilled ? null : t('desk:waits.incomplete')}
        >
          {t('desk:sign-in.go')}
        </ReasonedButton>
      </form>
    </Card>
  );
}
