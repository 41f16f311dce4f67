import { Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { type Channel, channels } from '../../../core/service/communication/communication.ts';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { type ActFormProps, ActFrame } from './ActFrame.tsx';

const useStyles = makeStyles({
  fields: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  to: { flexGrow: 1, minWidth: '240px' },
});

/** How the letter went, and where to (R25). */
export function SendingForm(props: ActFormProps): ReactNode {
  const { t } = useLanguage();
  const styles = useStyles();
  const [channel, setChannel] = useState<Channel>('e-mail');
  const [to, setTo] = useState('');
  const receiver = to.trim();
  return (
    <ActFrame
      {...props}
      act={receiver ? { to: 'order', body: { type: 'record-sending', channel, to: receiver } } : null}
    >
      <div className={styles.fields}>
        <Field label={t('desk:act.channel')}>
          <Select value={channel} onChange={(_, { value }) => setChannel(value as Channel)}>
            {channels.map((each) => (
              <option key={each} value={each}>
                {t(`terms:channel.${each}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('desk:act.sent-to')} required className={styles.to}>
          <Input value={to} autoFocus onChange={(_, { value }) => setTo(value)} />
        </Field>
      </div>
    </ActFrame>
  );
}
