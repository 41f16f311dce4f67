import { Field, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { Role } from '../../../core/policy/roles.ts';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { useDesk } from '../../session/desk-context.ts';
import { type ActFormProps, ActFrame } from './ActFrame.tsx';
import type { OrderAct } from './order-act.ts';

const useStyles = makeStyles({
  fields: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  person: { flexGrow: 1, minWidth: '240px' },
});

/** Whoever looks after orders: one of them, or all who have the role. */
const clerks = ['sales', 'order-desk', 'order-desk-head'] as const satisfies readonly Role[];
type Kind = 'person' | (typeof clerks)[number];

/** Whose the order is to be from now on, and why (R7). */
export function OwnerForm(props: ActFormProps): ReactNode {
  const { t } = useLanguage();
  const styles = useStyles();
  const { me } = useDesk();
  const [kind, setKind] = useState<Kind>('person');
  const [person, setPerson] = useState('');
  const [reason, setReason] = useState('');
  return (
    <ActFrame {...props} act={actOf(kind, person.trim(), reason.trim())}>
      <div className={styles.fields}>
        <Field label={t('desk:act.new-owner')}>
          <Select value={kind} onChange={(_, { value }) => setKind(value as Kind)}>
            <option value="person">{t('desk:act.one-person')}</option>
            {clerks.map((role) => (
              <option key={role} value={role}>
                {t(`terms:role.${role}`)}
              </option>
            ))}
          </Select>
        </Field>
        {kind === 'person' && (
          <Field label={t('desk:act.user-name')} required className={styles.person}>
            <Select value={person} autoFocus onChange={(_, { value }) => setPerson(value)}>
              <option value="">{t('records:choose')}</option>
              {[me.user, ...me.colleagues].map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        )}
      </div>
      <Field label={t('desk:act.reason')} required>
        <Textarea value={reason} onChange={(_, { value }) => setReason(value)} />
      </Field>
    </ActFrame>
  );
}

function actOf(kind: Kind, user: string, reason: string): OrderAct | null {
  if (reason === '' || (kind === 'person' && user === '')) return null;
  const to = kind === 'person' ? { user } : { role: kind };
  return { to: 'order', body: { type: 'assign-order', to, reason } };
}
