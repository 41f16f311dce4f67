import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import type { OrderView } from '../../core/wire/order-views.ts';
import { describeFinding } from '../../locales/describe.ts';
import { ErrorMessage, type Explanation } from '../../ui/components/ErrorMessage.tsx';
import { explain } from '../../ui/components/explain.ts';
import { ReasonedButton } from '../../ui/components/ReasonedButton.tsx';
import { type Language, useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { useDesk } from '../session/desk-context.ts';
import { bodyOf, type Draft, emptyDraft, fieldsIn } from './form/draft.ts';
import { FieldGroup } from './form/FieldInput.tsx';
import { type Field, fieldsOf } from './form/field.ts';
import { problemsOf } from './form/problems.ts';
import { SurroundingsContext } from './form/surroundings.ts';
import { knownOf, linesOf, type RecordSeen, usualOf } from './known-fields.ts';
import { GoodsDontPass } from './record-calls.ts';
import { bodySchemaOf, type RecordUse } from './record-uses.ts';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS },
});

export interface RecordFormProps {
  readonly order: OrderView;
  readonly use: RecordUse;
  readonly command: string;
  readonly needsReason: boolean;
  /** Null = the command begins it. */
  readonly record: RecordSeen | null;
  /** @param requestKey the same for every attempt, so that a lost answer never does it twice */
  readonly onSend: (body: Readonly<Record<string, unknown>>, requestKey: string) => Promise<void>;
  readonly onCancel: () => void;
}

/**
 * Asks what one command of a record needs: its fields are read off the command's schema, what the page knows is filled in. What
 * is wrong stands below its field; what the server refuses, above the buttons. Esc gives up.
 */
export function RecordForm(props: RecordFormProps): ReactNode {
  const { order, use, command, needsReason, record, onSend, onCancel } = props;
  const language = useLanguage();
  const { t } = language;
  const { me } = useDesk();
  const styles = useStyles();
  const schema = bodySchemaOf(use, command);
  const known = knownOf(order, command);
  const fields = withReason(fieldsOf(schema, Object.keys(known)), needsReason);
  const [draft, setDraft] = useState<Draft>(() => ({
    ...fieldsIn(emptyDraft({ type: 'group', fields })),
    ...usualOf(order, command, me.today, record),
  }));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const requestKey = useRef(crypto.randomUUID());
  const said = bodyOf(fields, fieldsIn(draft), { timeZone: me.timeZone, known });
  const body = command === use.first ? said : { type: command, ...said };
  const problems = problemsOf(schema, body, t);
  if (needsReason && said.reason === undefined) problems.set('reason', t('records:missing'));
  const surroundings = { lines: linesOf(order, record), problems: tried ? problems : new Map<string, string>() };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (busy || problems.size > 0) return;
    setBusy(true);
    setError(null);
    await onSend(body, requestKey.current).catch((failure: unknown) => {
      setError(failure);
      // That was the answer: with other goods it is another request.
      if (failure instanceof GoodsDontPass) requestKey.current = crypto.randomUUID();
    });
    setBusy(false);
  };
  return (
    <form
      className={styles.form}
      aria-label={t(`records:command.${command}`)}
      noValidate
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onCancel();
      }}
    >
      <SurroundingsContext value={surroundings}>
        <FieldGroup fields={fields} path="" draft={draft} onChange={setDraft} />
      </SurroundingsContext>
      {error !== null && <ErrorMessage explanation={explained(error, language)} onDismiss={() => setError(null)} />}
      <div className={styles.buttons}>
        <ReasonedButton appearance="primary" type="submit" reason={busy ? t('desk:waits.server') : null}>
          {t(`records:command.${command}`)}
        </ReasonedButton>
        <Button onClick={onCancel}>{t('screens:cancel')}</Button>
      </div>
    </form>
  );
}

/** The reason comes last, and only where the command is refused without. */
const withReason = (fields: readonly Field[], needsReason: boolean): readonly Field[] =>
  fields.flatMap((field) => (field.name !== 'reason' ? [field] : needsReason ? [{ ...field, isRequired: true }] : []));

/** Goods that don't pass the check are said as a sheet's are. */
const explained = (error: unknown, { t, locale }: Language): Explanation =>
  error instanceof GoodsDontPass
    ? {
        what: t('records:findings'),
        kept: error.findings.map((each) => describeFinding(each, t, locale).message).join(' '),
      }
    : explain(error, t);
