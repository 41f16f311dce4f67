import { Field, Input, makeStyles } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { SentFile } from '../../../core/wire/commands.ts';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { useDesk } from '../../session/desk-context.ts';
import { type ActFormProps, ActFrame } from './ActFrame.tsx';
import { FileField } from './FileField.tsx';

const useStyles = makeStyles({ date: { maxWidth: '200px' } });

/** When the countersigned copy came back, and its scan (R26). */
export function CountersignForm(props: ActFormProps): ReactNode {
  const { t } = useLanguage();
  const { me } = useDesk();
  const [on, setOn] = useState(me.today);
  const [copy, setCopy] = useState<SentFile | null>(null);
  const [busy, setBusy] = useState(false);
  const body = { type: 'record-countersign', on, ...(copy && { copy }) } as const;
  return (
    <ActFrame {...props} act={on !== '' && !busy ? { to: 'order', body } : null}>
      <Field label={t('desk:act.countersign-date')} required className={useStyles().date}>
        <Input type="date" value={on} autoFocus onChange={(_, { value }) => setOn(value)} />
      </Field>
      <FileField label={t('desk:act.copy')} onChange={setCopy} onBusy={setBusy} />
    </ActFrame>
  );
}
