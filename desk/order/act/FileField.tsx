import { Field, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { AttachRegular, CheckmarkRegular } from '@fluentui/react-icons';
import { type ReactNode, useRef, useState } from 'react';
import { mediaTypes, mostAttachmentBytes } from '../../../core/attachment/attachment.ts';
import type { SentFile } from '../../../core/wire/commands.ts';
import { explain } from '../../../ui/components/explain.ts';
import { ReasonedButton } from '../../../ui/components/ReasonedButton.tsx';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { useDesk } from '../../session/desk-context.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  input: { display: 'none' },
});
const most = { most: mostAttachmentBytes / 1024 / 1024 };

/**
 * A file that is sent as soon as it is chosen, so that a large one is there when the form is: what is asked of it, that it
 * is being sent, stored, or why it isn't. `null` = none, also while it is on its way.
 */
export function FileField(props: {
  label: string;
  required?: boolean;
  onChange: (file: SentFile | null) => void;
  /** While a file is on its way the form waits for it. */
  onBusy: (busy: boolean) => void;
}): ReactNode {
  const { label, required = false, onChange, onBusy } = props;
  const { t } = useLanguage();
  const { client } = useDesk();
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<Sending>({ step: 'none' });

  const send = async (file: File) => {
    onChange(null);
    if (file.size > mostAttachmentBytes)
      return setState({ step: 'failed', why: t('problems:attachment.too-large', most) });
    setState({ step: 'sending', name: file.name });
    onBusy(true);
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const { sha256, name } = await client.call('sendFile', { query: { name: file.name }, body: bytes });
      setState({ step: 'stored', name });
      onChange({ sha256, name });
    } catch (failure) {
      setState({ step: 'failed', why: explain(failure, t).what });
    } finally {
      onBusy(false);
    }
  };

  const failed = state.step === 'failed' ? { validationState: 'error' as const, validationMessage: state.why } : {};
  return (
    <Field label={label} required={required} hint={t('desk:act.file-kinds', most)} {...failed}>
      <div className={styles.row}>
        <input
          ref={input}
          type="file"
          className={styles.input}
          aria-label={label}
          accept={mediaTypes.join(',')}
          onChange={({ target }) => {
            const file = target.files?.[0];
            // The same file chosen again is a change as well.
            target.value = '';
            if (file) void send(file);
          }}
        />
        <ReasonedButton
          icon={<AttachRegular />}
          reason={state.step === 'sending' ? t('desk:waits.server') : null}
          onClick={() => input.current?.click()}
        >
          {t(state.step === 'stored' ? 'desk:act.file-other' : 'desk:act.file-choose')}
        </ReasonedButton>
        {state.step === 'sending' && <Spinner size="tiny" label={t('desk:act.file-sending', { name: state.name })} />}
        {state.step === 'stored' && (
          <>
            <CheckmarkRegular aria-hidden />
            <Text>{t('desk:act.file-stored', { name: state.name })}</Text>
          </>
        )}
      </div>
    </Field>
  );
}

type Sending =
  | { readonly step: 'none' }
  | { readonly step: 'sending' | 'stored'; readonly name: string }
  | { readonly step: 'failed'; readonly why: string };
