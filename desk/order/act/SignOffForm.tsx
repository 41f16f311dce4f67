import { Field, Radio, RadioGroup, Select, Text, Textarea } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { type Verdict, verdicts } from '../../../core/review/state.ts';
import { describeReason } from '../../../locales/describe-review.ts';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { useDesk } from '../../session/desk-context.ts';
import { type ActFormProps, ActFrame } from './ActFrame.tsx';
import { needsReason, type OrderAct } from './order-act.ts';
import { mustWrite, ownSteps, type Step } from './own-steps.ts';

/** Which step, yes or no, and in writing what has to be in writing; agreeing to the first open step is one Enter. */
export function SignOffForm(props: ActFormProps): ReactNode {
  const { order, command } = props;
  const { t } = useLanguage();
  const { me } = useDesk();
  const steps = ownSteps(order, me.user.roles);
  const [chosen, setChosen] = useState(steps[0]?.id);
  const [verdict, setVerdict] = useState<Verdict>('agree');
  const [statement, setStatement] = useState('');
  const [reason, setReason] = useState('');
  const step = steps.find(({ id }) => id === chosen);
  const isAlone = needsReason(order, command);
  const written = { statement: statement.trim(), reason: reason.trim() };
  const mustSay = step !== undefined && mustWrite(step, verdict);
  const isFilled = (!mustSay || written.statement !== '') && (!isAlone || written.reason !== '');
  const contentHash = order.review?.contentHash;
  const act: OrderAct | null =
    step && contentHash !== undefined && isFilled
      ? { to: 'order', body: { type: 'sign-off', step: step.id, verdict, contentHash, ...given(written) } }
      : null;
  return (
    <ActFrame {...props} act={act}>
      {steps.length > 1 && (
        <Field label={t('desk:act.step')}>
          <Select value={chosen} onChange={(_, { value }) => setChosen(value)}>
            {steps.map(({ id, aspect }) => (
              <option key={id} value={id}>
                {t(`review:aspect.${aspect}`)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {step && <WhatIsSigned step={step} />}
      <Field label={t('desk:act.verdict')}>
        <RadioGroup layout="horizontal" value={verdict} onChange={(_, { value }) => setVerdict(value as Verdict)}>
          {verdicts.map((each) => (
            <Radio key={each} value={each} label={t(`review:verdict.${each}`)} autoFocus={each === 'agree'} />
          ))}
        </RadioGroup>
      </Field>
      <Field label={t('desk:act.statement')} required={mustSay}>
        <Textarea value={statement} onChange={(_, { value }) => setStatement(value)} />
      </Field>
      {isAlone && (
        <Field label={t('desk:act.alone-signing')} required>
          <Textarea value={reason} onChange={(_, { value }) => setReason(value)} />
        </Field>
      )}
    </ActFrame>
  );
}

function WhatIsSigned({ step: { aspect, reasons } }: { step: Step }): ReactNode {
  const { t, locale } = useLanguage();
  return (
    <Text>
      <strong>{t(`review:aspect.${aspect}`)}</strong>{' '}
      {reasons.map((reason) => describeReason(reason, t, locale)).join(locale === 'en' ? ' ' : '')}
    </Text>
  );
}

/** What was written at all. */
const given = (texts: Readonly<Record<'statement' | 'reason', string>>): { statement?: string; reason?: string } =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
