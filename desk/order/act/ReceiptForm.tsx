import { Field, Input, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { SentFile } from '../../../core/wire/commands.ts';
import type { OrderView } from '../../../core/wire/order-views.ts';
import { formatDate } from '../../../ui/language/format.ts';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { useDesk } from '../../session/desk-context.ts';
import { type ActFormProps, ActFrame } from './ActFrame.tsx';
import { FileField } from './FileField.tsx';
import type { Quantities } from './line-quantities.ts';
import type { OrderAct } from './order-act.ts';
import { RefusedFields, refusedOf } from './RefusedFields.tsx';

const useStyles = makeStyles({
  fields: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

/** Shipments on their way, oldest first. */
const waitingOf = ({ shipments }: OrderView): OrderView['shipments'] =>
  shipments.filter(({ receivedOn }) => receivedOn === undefined);

/** Which shipment arrived, when the customer signed for it, and what he didn't take in or put on the receipt (R42). */
export function ReceiptForm(props: ActFormProps): ReactNode {
  const { order } = props;
  const { t, locale } = useLanguage();
  const { me } = useDesk();
  const waiting = waitingOf(order);
  const [number, setNumber] = useState(waiting[0]?.number ?? '');
  const [date, setDate] = useState(me.today);
  const [refused, setRefused] = useState<Quantities>({});
  const [objection, setObjection] = useState('');
  const [copy, setCopy] = useState<SentFile | null>(null);
  const [sending, setSending] = useState(false);
  const shipment = waiting.find((each) => each.number === number);
  const notTaken = shipment ? refusedOf(shipment, refused) : null;
  const isFilled = shipment !== undefined && notTaken !== null && date !== '' && !sending;
  const said = { on: date, objection: objection.trim(), copy };
  return (
    <ActFrame {...props} act={isFilled ? receiptOf(shipment, notTaken, said) : null}>
      <div className={useStyles().fields}>
        <Field label={t('desk:act.shipment')}>
          <Select
            value={number}
            onChange={(_, { value }) => {
              setNumber(value);
              setRefused({});
            }}
          >
            {waiting.map((each) => (
              <option key={each.number} value={each.number}>
                {`${each.number} · ${formatDate(each.shippedOn, locale)}`}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('desk:act.receipt-date')} required>
          <Input type="date" value={date} autoFocus onChange={(_, { value }) => setDate(value)} />
        </Field>
      </div>
      {shipment && <RefusedFields order={order} shipment={shipment} refused={refused} onChange={setRefused} />}
      <Field label={t('desk:act.objection')}>
        <Textarea value={objection} onChange={(_, { value }) => setObjection(value)} />
      </Field>
      <FileField label={t('desk:act.receipt-copy')} onChange={setCopy} onBusy={setSending} />
    </ActFrame>
  );
}

function receiptOf(
  { number }: OrderView['shipments'][number],
  refused: NonNullable<ReturnType<typeof refusedOf>>,
  { on, objection, copy }: { readonly on: string; readonly objection: string; readonly copy: SentFile | null },
): OrderAct {
  const body = {
    on,
    ...(refused.length > 0 && { refused: [...refused] }),
    ...(objection !== '' && { objection }),
    ...(copy && { copy }),
  };
  return { to: 'shipment', shipment: number, body };
}
