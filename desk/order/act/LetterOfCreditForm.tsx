import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { useDesk } from '../../session/desk-context.ts';
import { type ActFormProps, ActFrame } from './ActFrame.tsx';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))',
    gap: tokens.spacingHorizontalM,
  },
});

const asked = [
  ['credit', 'number', 'text'],
  ['bank', 'bank', 'text'],
  ['amount', 'amount', 'text'],
  ['receivedOn', 'received', 'date'],
  ['latestShipment', 'latest', 'date'],
  ['expires', 'expires', 'date'],
] as const;
type Name = (typeof asked)[number][0];

/** What the bank's letter says, its amount the order's unless said otherwise; entered again for an amendment (R30). */
export function LetterOfCreditForm(props: ActFormProps): ReactNode {
  const { order } = props;
  const { t } = useLanguage();
  const { me } = useDesk();
  const styles = useStyles();
  const known: Readonly<Record<Name, string>> = {
    ...{ credit: '', bank: '', amount: order.total, receivedOn: me.today, latestShipment: '', expires: '' },
    ...order.letterOfCredit,
  };
  const [terms, setTerms] = useState(known);
  const trimmed = Object.fromEntries(asked.map(([name]) => [name, terms[name].trim()])) as Record<Name, string>;
  const isFilled = asked.every(([name]) => trimmed[name] !== '');
  const body = { type: 'record-letter-of-credit', terms: { ...trimmed, currency: order.currency } } as const;
  return (
    <ActFrame {...props} act={isFilled ? { to: 'order', body } : null}>
      <div className={styles.fields}>
        {asked.map(([name, label, type]) => (
          <Field key={name} label={t(`desk:act.credit-${label}`)} required>
            <Input
              type={type}
              value={terms[name]}
              autoFocus={name === 'credit'}
              {...(name === 'amount' && { contentAfter: order.currency })}
              onChange={(_, { value }) => setTerms({ ...terms, [name]: value })}
            />
          </Field>
        ))}
      </div>
    </ActFrame>
  );
}
