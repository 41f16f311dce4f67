import { Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { useDesk } from '../../session/desk-context.ts';
import { type ActFormProps, ActFrame } from './ActFrame.tsx';

const useStyles = makeStyles({ dates: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM } });

/** When the goods will be ready, when their material is complete, and what whoever makes them must know (R30). */
export function BeginSupplyForm(props: ActFormProps): ReactNode {
  const { t } = useLanguage();
  const { me } = useDesk();
  const styles = useStyles();
  const [readyOn, setReadyOn] = useState(me.today);
  const [materialsOn, setMaterialsOn] = useState('');
  const [instructions, setInstructions] = useState('');
  const said = {
    ...(materialsOn !== '' && { materialsOn }),
    ...(instructions.trim() !== '' && { instructions: instructions.trim() }),
  };
  return (
    <ActFrame
      {...props}
      act={readyOn === '' ? null : { to: 'order', body: { type: 'begin-supply', readyOn, ...said } }}
    >
      <div className={styles.dates}>
        <Field label={t('desk:act.ready-on')} required>
          <Input type="date" value={readyOn} autoFocus onChange={(_, { value }) => setReadyOn(value)} />
        </Field>
        <Field label={t('desk:act.materials-on')} hint={t('desk:act.materials-hint')}>
          <Input type="date" value={materialsOn} onChange={(_, { value }) => setMaterialsOn(value)} />
        </Field>
      </div>
      <Field label={t('desk:act.instructions')}>
        <Textarea value={instructions} onChange={(_, { value }) => setInstructions(value)} />
      </Field>
    </ActFrame>
  );
}
