import { Field, Input, makeStyles, Textarea } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { type Decimal, isZero, maximum, subtract, zero } from '../../../core/value/decimal.ts';
import type { OrderView } from '../../../core/wire/order-views.ts';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { useDesk } from '../../session/desk-context.ts';
import { type ActFormProps, ActFrame } from './ActFrame.tsx';
import { LineQuantities } from './LineQuantities.tsx';
import { type Quantities, type QuantityRow, quantitiesOf } from './line-quantities.ts';

const useStyles = makeStyles({ date: { maxWidth: '200px' } });

interface AskedRow extends QuantityRow {
  readonly line: number;
}

const rest = (of: Decimal, requested: Decimal = zero): Decimal => maximum(zero, subtract(of, requested));

/** What may leave and wasn't asked for is filled in; what is still to come may be asked for ahead. */
const rowsOf = ({ lines }: OrderView): readonly AskedRow[] =>
  lines
    .filter(({ open, requested }) => !isZero(rest(open, requested)))
    .map(({ line, itemCode, itemName, unit, open, requested }) => ({
      key: `${line}`,
      line,
      name: `${itemCode} ${itemName}`,
      unit,
      there: rest(open, requested),
      most: rest(open, requested),
    }));

/** The shipping request 发货申请通知单 (R36): what the warehouse is asked to send, and by when. */
export function ShippingRequestForm(props: ActFormProps): ReactNode {
  const { order } = props;
  const { t } = useLanguage();
  const { me } = useDesk();
  const styles = useStyles();
  const rows = rowsOf(order);
  const [texts, setTexts] = useState<Quantities>(() =>
    Object.fromEntries(order.lines.map(({ line, ready, requested }) => [`${line}`, rest(ready, requested)])),
  );
  const [on, setOn] = useState(me.today);
  const [note, setNote] = useState('');
  const lines = quantitiesOf(rows, texts)?.map(({ row: { line }, quantity }) => ({ line, quantity })) ?? [];
  const words = note.trim();
  const body = { type: 'request-shipping', on, lines, ...(words && { note: words }) } as const;
  return (
    <ActFrame {...props} act={lines.length > 0 && on !== '' ? { to: 'order', body } : null}>
      <LineQuantities
        rows={rows}
        headings={{ there: t('desk:lines.open'), asked: t('desk:act.request-now') }}
        tooMuch={t('desk:act.too-much')}
        texts={texts}
        onChange={setTexts}
      />
      <Field label={t('desk:act.ship-on')} required className={styles.date}>
        <Input type="date" value={on} onChange={(_, { value }) => setOn(value)} />
      </Field>
      <Field label={t('desk:act.request-note')}>
        <Textarea value={note} onChange={(_, { value }) => setNote(value)} />
      </Field>
    </ActFrame>
  );
}
