import { Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useState } from 'react';
import { type Locale, locales } from '../../core/policy/locale.ts';
import type { CompanyStart } from '../../core/wire/accounts.ts';
import { ProblemAnswer } from '../../core/wire/client.ts';
import { ErrorMessage } from '../../ui/components/ErrorMessage.tsx';
import { explain } from '../../ui/components/explain.ts';
import { ReasonedButton } from '../../ui/components/ReasonedButton.tsx';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { languageNames } from '../../ui/language/names.ts';
import { currencies, homeFor, timeZones } from './places.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXL}`,
    alignItems: 'start',
  },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS },
});

/** Company, language and place, and who is the first to sign in. The language chosen is seen at once. */
export function StartForm(props: { onStart: (asked: CompanyStart) => Promise<void>; onCancel: () => void }): ReactNode {
  const { onStart, onCancel } = props;
  const { locale, choose, t } = useLanguage();
  const styles = useStyles();
  const [given, setGiven] = useState<Partial<CompanyStart>>({});
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  // What wasn't chosen here follows the language.
  const asked: CompanyStart = { name: '', userName: '', password: '', ...homeFor(locale), ...given, locale };
  const complete = asked.name.trim() !== '' && asked.userName.trim() !== '' && asked.password.length >= 8;
  const waits = busy ? 'server' : complete ? null : 'incomplete';
  const say =
    (part: keyof CompanyStart) =>
    (_: unknown, { value }: { value: string }) =>
      setGiven((before) => ({ ...before, [part]: value }));
  const wrong = (part: keyof CompanyStart) => {
    const issue = issuesOf(error).find(({ path }) => path === `/${part}`);
    return issue ? { validationMessage: issue.message } : {};
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (waits !== null) return;
    setBusy(true);
    setError(null);
    onStart(asked).catch((failure: unknown) => {
      setError(failure);
      setBusy(false);
    });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.fields}>
        <Field label={t('desk:start.company')} required {...wrong('name')}>
          <Input value={asked.name} autoFocus autoComplete="organization" maxLength={100} onChange={say('name')} />
        </Field>
        <Field label={t('desk:start.language')}>
          <Select value={locale} onChange={(_, { value }) => choose(value as Locale)}>
            {locales.map((each) => (
              <option key={each} value={each} lang={each}>
                {languageNames[each]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('desk:start.currency')} {...wrong('currency')}>
          <Select value={asked.currency} onChange={say('currency')}>
            {currencies(locale).map(({ code, name }) => (
              <option key={code} value={code}>
                {`${code} ${name}`}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('desk:start.time-zone')} {...wrong('timeZone')}>
          <Select value={asked.timeZone} onChange={say('timeZone')}>
            {timeZones(asked.timeZone).map((zone) => (
              <option key={zone} value={zone}>
                {zone}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('desk:start.user')} required {...wrong('userName')}>
          <Input value={asked.userName} autoComplete="username" maxLength={60} onChange={say('userName')} />
        </Field>
        <Field label={t('desk:sign-in.password')} required hint={t('desk:start.password-hint')} {...wrong('password')}>
          <Input
            type="password"
            value={asked.password}
            autoComplete="new-password"
            maxLength={200}
            onChange={say('password')}
          />
        </Field>
      </div>
      {error !== null && <ErrorMessage explanation={explain(error, t)} />}
      <div className={styles.buttons}>
        <ReasonedButton appearance="primary" type="submit" reason={waits && t(`desk:waits.${waits}`)}>
          {t('desk:start.go')}
        </ReasonedButton>
        <ReasonedButton onClick={onCancel} reason={busy ? t('desk:waits.server') : null}>
          {t('screens:cancel')}
        </ReasonedButton>
      </div>
    </form>
  );
}

const issuesOf = (error: unknown) => (error instanceof ProblemAnswer ? (error.problem.issues ?? []) : []);
