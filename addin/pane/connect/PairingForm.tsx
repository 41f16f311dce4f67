import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useState } from 'react';
import { ErrorMessage } from '../../../ui/components/ErrorMessage.tsx';
import { explain } from '../../../ui/components/explain.ts';
import { ReasonedButton } from '../../../ui/components/ReasonedButton.tsx';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, alignItems: 'stretch' },
  code: { fontVariantNumeric: 'tabular-nums', '& input': { textTransform: 'uppercase' } },
  go: { alignSelf: 'flex-start' },
});

/** The short code that the desk shows, typed here once per computer. */
export function PairingForm({ onPair }: { onPair: (code: string) => Promise<void> }): ReactNode {
  const { t } = useLanguage();
  const styles = useStyles();
  const [code, setCode] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await onPair(code.trim());
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <Field label={t('screens:pane.connect.code')} hint={t('screens:pane.connect.hint')}>
        <Input
          className={styles.code}
          value={code}
          maxLength={20}
          autoComplete="off"
          spellCheck={false}
          onChange={(_, { value }) => setCode(value)}
        />
      </Field>
      {error !== null && <ErrorMessage explanation={explain(error, t)} />}
      <ReasonedButton
        className={styles.go}
        type="submit"
        reason={
          busy ? t('screens:pane.connecting') : code.trim().length < 4 ? t('screens:pane.connect.code-first') : null
        }
      >
        {t('screens:pane.connect.go')}
      </ReasonedButton>
    </form>
  );
}
