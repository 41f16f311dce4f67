import { Checkbox, Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { isZero } from '../../../core/value/decimal.ts';
import type { OrderView } from '../../../core/wire/order-views.ts';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { type ActFormProps, ActFrame } from './ActFrame.tsx';
import { LineQuantities } from './LineQuantities.tsx';
import { type Quantities, type QuantityRow, quantitiesOf } from './line-quantities.ts';
import { isAllowed } from './order-act.ts';
import { notRechecked, RecheckFields, recheckOf } from './RecheckFields.tsx';

const useStyles = makeStyles({
  carriage: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))',
    gap: tokens.spacingHorizontalM,
  },
});

type Carriage = Readonly<Record<'carrier' | 'tracking' | 'expectedArrival', string>>;
const nothingSaid: Carriage = { carrier: '', tracking: '', expectedArrival: '' };
interface LeavingRow extends QuantityRow {
  readonly line: number;
}

/** What may leave of each line; where the policy tolerates it, also a little more than is open. */
const rowsOf = ({ lines }: OrderView): readonly LeavingRow[] =>
  lines
    .filter(({ ready }) => !isZero(ready))
    .map(({ line, itemCode, itemName, unit, ready, atMost }) => ({
      key: `${line}`,
      line,
      name: `${itemCode} ${itemName}`,
      unit,
      there: ready,
      most: atMost ?? ready,
    }));

/**
 * Everything that may leave, to be shipped whole unless a quantity is made smaller. An emergency (row 11) is said with a tick by
 * whoever may ship both ways; it needs a reason.
 */
export function ShippingForm(props: ActFormProps): ReactNode {
  const { order, command } = props;
  const { t } = useLanguage();
  const rows = rowsOf(order);
  const [quantities, setQuantities] = useState<Quantities>(() =>
    Object.fromEntries(rows.map(({ key, there }) => [key, there])),
  );
  const [carriage, setCarriage] = useState<Carriage>(nothingSaid);
  const [emergency, setEmergency] = useState(command === 'ship-emergency');
  const [reason, setReason] = useState('');
  const [rechecking, setRechecking] = useState(notRechecked);
  // What was ordered of one batch leaves from it, unless somebody says otherwise.
  const [batches, setBatches] = useState<Quantities>(() =>
    Object.fromEntries(order.lines.flatMap(({ line, batch }) => (batch === undefined ? [] : [[`${line}`, batch]]))),
  );
  const [papers, setPapers] = useState<Quantities>({});
  const shipped = shippedOf(order.number, rows, quantities, { batches, papers });
  const recheck = recheckOf(rechecking);
  const isFilled = shipped !== null && recheck !== null && (!emergency || reason.trim() !== '');
  const more = emergency ? { emergency: true as const, reason: reason.trim() } : {};
  return (
    <ActFrame
      {...props}
      act={isFilled ? { to: 'goods', body: { lines: shipped, ...filledIn(carriage), recheck, ...more } } : null}
    >
      <LineQuantities
        rows={rows}
        headings={{ there: t('desk:lines.open'), asked: t('desk:act.ship-now') }}
        tooMuch={t('desk:act.too-much')}
        texts={quantities}
        onChange={setQuantities}
        words={[
          { heading: t('desk:act.batch'), texts: batches, onChange: setBatches },
          { heading: t('desk:act.taken-in'), texts: papers, onChange: setPapers },
        ]}
      />
      <RecheckFields recheck={rechecking} onChange={(change) => setRechecking((old) => ({ ...old, ...change }))} />
      <CarriageFields carriage={carriage} onChange={(change) => setCarriage((old) => ({ ...old, ...change }))} />
      {command === 'ship-goods' && isAllowed(order, 'ship-emergency') && (
        <Checkbox
          label={t('desk:act.emergency')}
          checked={emergency}
          onChange={(_, { checked }) => setEmergency(checked === true)}
        />
      )}
      {emergency && (
        <Field label={t('desk:act.emergency-reason')} required>
          <Textarea value={reason} onChange={(_, { value }) => setReason(value)} />
        </Field>
      )}
    </ActFrame>
  );
}

/** Of each line, as it was typed: its batch, and the paper by which it came in after the last count. */
interface Said {
  readonly batches: Quantities;
  readonly papers: Quantities;
}

/** What leaves: "0" or nothing leaves a line for a later shipment; null while a quantity is wrong or nothing would leave. */
function shippedOf(order: string, rows: readonly LeavingRow[], texts: Quantities, { batches, papers }: Said) {
  const shipped = quantitiesOf(rows, texts)?.map(({ row: { key, line }, quantity }) => {
    const batch = batches[key]?.trim();
    const takenIn = papers[key]?.trim();
    return { order, line, quantity, ...(batch && { batch }), ...(takenIn && { takenIn }) };
  });
  return shipped === undefined || shipped.length === 0 ? null : shipped;
}

const filledIn = (carriage: Carriage): Partial<Carriage> =>
  Object.fromEntries(Object.entries(carriage).filter(([, text]) => text.trim() !== ''));

function CarriageFields(props: { carriage: Carriage; onChange: (change: Partial<Carriage>) => void }): ReactNode {
  const { carriage, onChange } = props;
  const { t } = useLanguage();
  return (
    <div className={useStyles().carriage}>
      <Field label={t('desk:act.carrier')}>
        <Input value={carriage.carrier} onChange={(_, { value }) => onChange({ carrier: value })} />
      </Field>
      <Field label={t('desk:act.tracking')}>
        <Input value={carriage.tracking} onChange={(_, { value }) => onChange({ tracking: value })} />
      </Field>
      <Field label={t('desk:act.arrival')}>
        <Input
          type="date"
          value={carriage.expectedArrival}
          onChange={(_, { value }) => onChange({ expectedArrival: value })}
        />
      </Field>
    </div>
  );
}
