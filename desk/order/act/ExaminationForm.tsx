import { Field, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { type CreditVerdict, creditVerdicts } from '../../../core/order/letter-of-credit.ts';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { type ActFormProps, ActFrame } from './ActFrame.tsx';
import { needsReason } from './order-act.ts';

/** Whether a letter of credit is as the order needs it; what is wrong with it, in writing (R30). */
export function ExaminationForm(props: ActFormProps): ReactNode {
  const { order, command } = props;
  const { t } = useLanguage();
  const [verdict, setVerdict] = useState<CreditVerdict>('clean');
  const [reason, setReason] = useState('');
  const words = reason.trim();
  const isFaulty = verdict !== 'clean';
  const mustSay = isFaulty || needsReason(order, command);
  const body = { type: 'examine-letter-of-credit', verdict, ...(words && { reason: words }) } as const;
  return (
    <ActFrame {...props} act={mustSay && words === '' ? null : { to: 'order', body }}>
      <Field label={t('desk:act.credit-verdict')}>
        <RadioGroup layout="horizontal" value={verdict} onChange={(_, { value }) => setVerdict(value as CreditVerdict)}>
          {creditVerdicts.map((each) => (
            <Radio key={each} value={each} label={t(`terms:creditVerdict.${each}`)} autoFocus={each === 'clean'} />
          ))}
        </RadioGroup>
      </Field>
      {mustSay && (
        <Field label={t(isFaulty ? 'desk:act.credit-faults' : 'desk:act.alone-signing')} required>
          <Textarea value={reason} onChange={(_, { value }) => setReason(value)} />
        </Field>
      )}
    </ActFrame>
  );
}
