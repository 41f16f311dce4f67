import { Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { type CustomerPaperKind, customerPaperKinds } from '../../../core/attachment/attachment.ts';
import type { SentFile } from '../../../core/wire/commands.ts';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { type ActFormProps, ActFrame } from './ActFrame.tsx';
import { FileField } from './FileField.tsx';

const useStyles = makeStyles({
  fields: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  note: { flexGrow: 1, minWidth: '240px' },
});

/** A paper of the customer's (R3): what it is, the file, and what there is to say of it. */
export function AttachForm(props: ActFormProps): ReactNode {
  const { t } = useLanguage();
  const styles = useStyles();
  const [kind, setKind] = useState<CustomerPaperKind>('purchase-order');
  const [file, setFile] = useState<SentFile | null>(null);
  const [busy, setBusy] = useState(false);
  const [text, setText] = useState('');
  const note = text.trim();
  const body = file && ({ type: 'attach-paper', kind, file, ...(note && { note }) } as const);
  return (
    <ActFrame {...props} act={body && !busy ? { to: 'order', body } : null}>
      <div className={styles.fields}>
        <Field label={t('desk:act.paper-kind')}>
          <Select value={kind} autoFocus onChange={(_, { value }) => setKind(value as CustomerPaperKind)}>
            {customerPaperKinds.map((each) => (
              <option key={each} value={each}>
                {t(`terms:attachment.${each}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('desk:act.paper-note')} className={styles.note}>
          <Input value={text} onChange={(_, { value }) => setText(value)} />
        </Field>
      </div>
      <FileField label={t('desk:act.paper-file')} required onChange={setFile} onBusy={setBusy} />
    </ActFrame>
  );
}
