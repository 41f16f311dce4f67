import { Field, Input, type InputProps, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Policy } from '../../core/policy/policy.ts';
import { ProblemAnswer } from '../../core/wire/client.ts';
import type { CompanyLetterhead } from '../../core/wire/company.ts';
import { ErrorMessage } from '../../ui/components/ErrorMessage.tsx';
import { explain } from '../../ui/components/explain.ts';
import { ReasonedButton } from '../../ui/components/ReasonedButton.tsx';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { Section } from '../order/Section.tsx';
import { type CompanyFields, fieldsOf, letterheadOf, policyWith } from './company-fields.ts';
import type { SeenPolicy } from './save-company.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXL}`,
    alignItems: 'start',
  },
  whole: { gridColumn: '1 / -1' },
  end: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  saved: { color: tokens.colorStatusSuccessForeground1 },
});

type Saving = { readonly at: 'rest' | 'busy' | 'saved' } | { readonly at: 'failed'; readonly error: unknown };

/** One form, one button. What is wrong with a field stands at the field. */
export function CompanyForm(props: {
  company: CompanyLetterhead;
  policy: SeenPolicy;
  onSave: (company: CompanyLetterhead, policy: Policy, seen: SeenPolicy) => Promise<SeenPolicy>;
}): ReactNode {
  const { t } = useLanguage();
  const styles = useStyles();
  // What somebody else saves meanwhile must not be written over: what was looked at stays what it was.
  const [seen, setSeen] = useState(props.policy);
  const [fields, setFields] = useState(() => fieldsOf(props.company, seen.policy));
  const [saving, setSaving] = useState<Saving>({ at: 'rest' });
  const error = saving.at === 'failed' ? saving.error : null;
  const issues = error instanceof ProblemAnswer ? (error.problem.issues ?? []) : [];

  const say = (part: keyof CompanyFields, value: string) => {
    setFields((before) => ({ ...before, [part]: value }));
    setSaving((before) => (before.at === 'saved' ? { at: 'rest' } : before));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSaving({ at: 'busy' });
    props.onSave(letterheadOf(fields), policyWith(seen.policy, fields), seen).then(
      (kept) => {
        setSeen(kept);
        setSaving({ at: 'saved' });
      },
      (failure: unknown) => setSaving({ at: 'failed', error: failure }),
    );
  };
  const wrong = (path: string) => {
    const issue = issues.find((each) => each.path === path);
    return issue ? { validationMessage: issue.message } : {};
  };
  const field = (part: keyof CompanyFields, label: string, path: string, more: InputProps & { whole?: true } = {}) => {
    const { whole, ...input } = more;
    return (
      <Field label={t(`desk:company.${label}`)} {...(whole && { className: styles.whole })} {...wrong(path)}>
        <Input {...(input as object)} value={fields[part]} onChange={(_, { value }) => say(part, value)} />
      </Field>
    );
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Section title={t('desk:company.letterhead')}>
        <div className={styles.fields}>
          {field('name', 'name', '/name', { required: true, maxLength: 100, autoComplete: 'organization' })}
          {field('nameEnglish', 'name-english', '/nameEnglish', { maxLength: 100 })}
          {field('address', 'address', '/address', { maxLength: 200, autoComplete: 'street-address', whole: true })}
          {field('phone', 'phone', '/phone', { maxLength: 60, autoComplete: 'tel' })}
          {field('email', 'email', '/email', { maxLength: 100, autoComplete: 'email' })}
          {field('taxNumber', 'tax-number', '/taxNumber', { maxLength: 40, whole: true })}
          {field('bankName', 'bank', '/bank/name', { maxLength: 100 })}
          {field('bankAccount', 'account', '/bank/account', { maxLength: 60 })}
        </div>
      </Section>
      <Section title={t('desk:company.terms')}>
        <div className={styles.fields}>
          {field('taxPercent', 'tax-rate', '/taxRate', { required: true, inputMode: 'decimal', maxLength: 20 })}
          {field('letterValidDays', 'valid-days', '/policy/letter/validDays', {
            required: true,
            type: 'number',
            min: 1,
            max: 60,
          })}
          <Field
            label={t('desk:company.duties')}
            className={styles.whole}
            {...wrong('/policy/approval/separationOfDuties')}
          >
            <Select value={fields.separationOfDuties} onChange={(_, { value }) => say('separationOfDuties', value)}>
              {(['automatic', 'strict', 'single-person'] as const).map((duties) => (
                <option key={duties} value={duties}>
                  {t(`desk:company.duties.${duties}`)}
                </option>
              ))}
            </Select>
          </Field>
        </div>
      </Section>
      {error !== null && <ErrorMessage explanation={explain(error, t)} />}
      <div className={styles.end}>
        <ReasonedButton
          appearance="primary"
          type="submit"
          reason={saving.at === 'busy' ? t('desk:waits.server') : null}
        >
          {t('desk:company.save')}
        </ReasonedButton>
        <Text role="status" className={styles.saved}>
          {saving.at === 'saved' && t('desk:company.saved')}
        </Text>
      </div>
    </form>
  );
}
